"""What stands in each page ahead of its own scripts, and who hears what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, final

from werkzeug.wrappers import Request, Response

SAID = "/said-by-webkit"


@final
class Prelude:
    """A WSGI app around the sites: the driver of WebKit can put nothing into a page by itself."""

    def __init__(self, app: Callable[..., Iterable[bytes]]) -> None:
        self.app = app
        self.script = ""
        self.hear: Callable[[str], None] = print

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """Answer as the app does, with the script in what is a page."""
        if environ["PATH_INFO"] == SAID:
            self.hear(Request(environ).get_data(as_text=True))
            return Response(status=204)(environ, start_response)
        answer = Response.from_app(self.app, environ)
        if answer.mimetype == "text/html" and answer.status_code == 200:
            doctype, mark, rest = answer.get_data(as_text=True).partition("<!doctype html>")
            text = rest if mark else doctype
            answer.set_data(f"{mark}<script>{self.script}</script>{text}")
        return answer(environ, start_response)
