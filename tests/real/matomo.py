"""A Matomo to run against: where it is, and how to ask it what it recorded."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

PATIENCE = 30.0


@dataclass(frozen=True)
class Matomo:
    """A server and one of its sites; the token, if there is one, is in no message of a test."""

    url: str
    site: str = "1"
    token: str | None = field(default=None, repr=False)

    def ask(self, method: str, **parameters: str) -> Any:
        """Ask the Reporting API; what it complains of fails the test."""
        request = Request(f"{self.url}/index.php", data=self._form(method, parameters))
        try:
            with urlopen(request, timeout=PATIENCE) as answer:
                found = json.load(answer)
        except OSError as error:
            # Not `from error`: its traceback can show the body, and with it the token.
            raise AssertionError(f"{self.url}/index.php gave no report: {error}") from None
        if isinstance(found, dict) and found.get("result") == "error":
            raise AssertionError(found["message"])
        return found

    def visits_of(self, users: list[str]) -> list[dict[str, Any]]:
        """The visits of some users, with everything that was done in them."""
        visits: list[dict[str, Any]] = self.report("Live.getLastVisitsDetails", users)
        return visits

    def report(self, method: str, users: list[str], **parameters: str) -> Any:
        """A report of today about the visits of some users."""
        about = {"period": "day", "date": "today", "segment": segment(users)}
        return self.ask(method, **about, **parameters)

    def has_plugin(self, name: str) -> bool:
        """Whether a plugin is there and active."""
        return bool(self.ask("API.isPluginActivated", pluginName=name)["value"])

    def _form(self, method: str, parameters: dict[str, str]) -> bytes:
        """The body of a question. The token is in here since addresses end up in logs."""
        about = {"module": "API", "method": method, "format": "JSON", "idSite": self.site}
        return urlencode({**about, **parameters, "token_auth": self.token}).encode()


def segment(users: list[str]) -> str:
    """The visits of these users, in the language of the Reporting API."""
    return ",".join(f"userId=={user}" for user in users)


def from_environment() -> Matomo | None:
    """The Matomo that MATOMO_URL, MATOMO_SITE and MATOMO_TOKEN name; None without the first."""
    url = os.environ.get("MATOMO_URL", "").rstrip("/")
    site = os.environ.get("MATOMO_SITE") or "1"
    return Matomo(url, site, os.environ.get("MATOMO_TOKEN") or None) if url else None
