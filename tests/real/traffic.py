"""What a browser asks a Matomo for during a journey, in the order in which it leaves."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Response

from demo.matomo_double.wire import parameters_of
from tests.support.arrivals import SENT_ALWAYS

BACKGROUND = {*SENT_ALWAYS, "idsite", "cs", "_ref", "_rcn", "_rck"} - {"url", "urlref"}
"""Parameters that are drawn, or say something of the browser or the moment."""


class Traffic:
    """The requests to one Matomo from now on, and how many of them were answered."""

    def __init__(self, page: Page, matomo: str) -> None:
        self.matomo = matomo
        self.requests: list[Request] = []
        self.answers = 0
        page.on("request", self._take)
        page.on("response", self._count)

    def _take(self, request: Request) -> None:
        if request.url.startswith(f"{self.matomo}/"):
            self.requests.append(request)

    def _count(self, response: Response) -> None:
        self.answers += response.url.startswith(f"{self.matomo}/")

    def told(self, start: int = 0) -> list[dict[str, str]]:
        """What the requests from this one on say."""
        return [told(request.url) for request in self.requests[start:]]

    def refused(self) -> list[str]:
        """The requests that were not answered as ones that Matomo takes."""
        answers = [(request, request.response()) for request in self.requests]
        return [request.url for request, answer in answers if not answer or answer.status >= 400]


def told(url: str) -> dict[str, str]:
    """What one request says of its call; of the tracker's script, its name."""
    parts = urlsplit(url)
    file = parts.path.rpartition("/")[2]
    if file.endswith(".js"):
        return {"script": file}
    sent = parameters_of(parts.query)
    return {name: value for name, value in sent.items() if name not in BACKGROUND}
