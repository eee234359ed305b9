"""What a browser asks a Matomo for during a journey, in the order in which it leaves."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import Page, Request, Response

from demo.matomo_double.wire import arrival
from tests.support.arrivals import SENT_ALWAYS

BACKGROUND = {*SENT_ALWAYS, "idsite", "cs", "_ref", "_rcn", "_rck", "cdo"} - {"url", "urlref"}
"""Parameters that are drawn, or say something of the browser or the moment."""


class Traffic:
    """The requests to one Matomo from now on, and how many of them were answered.

    What leaves as one bulk counts as the requests that it holds: a journey says what is told to
    Matomo, not in how many pieces.
    """

    def __init__(self, page: Page, matomo: str) -> None:
        self.matomo = matomo
        self.requests: list[dict[str, str]] = []
        self.sent: list[Request] = []
        self.answers = 0
        # Without this the browser says nothing of a beacon's body.
        page.route(f"{matomo}/*.php*", lambda route: route.continue_())
        page.on("request", self._take)
        page.on("response", self._count)

    def _take(self, request: Request) -> None:
        if request.url.startswith(f"{self.matomo}/"):
            self.sent.append(request)
            self.requests += told(request)

    def _count(self, response: Response) -> None:
        if response.url.startswith(f"{self.matomo}/"):
            self.answers += len(told(response.request))

    def refused(self) -> list[str]:
        """The requests that were not answered as ones that Matomo takes."""
        answers = [(request, request.response()) for request in self.sent]
        return [request.url for request, answer in answers if not answer or answer.status >= 400]


def told(request: Request) -> list[dict[str, str]]:
    """What a request says of each call that it is about; of the tracker's script, its name.

    Blocks of one body are in an order of ours: Matomo's own file tells of the last one first.
    """
    parts = urlsplit(request.url)
    file = parts.path.rpartition("/")[2]
    if file.endswith(".js"):
        return [{"script": file}]
    calls = [
        {name: value for name, value in one.items() if name not in BACKGROUND}
        for one in arrival(parts.query, request.post_data or "").requests
    ]
    return sorted(calls, key=lambda one: one.get("c_n", ""))
