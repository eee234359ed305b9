"""Any WSGI app: our files beside its own pages, which call ``snippet``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from paqbridge.web.serving import answer
from paqbridge.web.snippet import STATIC_URL

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


def with_static(app: WSGIApplication, at: str = STATIC_URL) -> WSGIApplication:
    """Return an app that answers with the built files below ``at``, and else as ``app`` does."""
    place = f"/{at.strip('/')}/"

    def both(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        path: str = environ.get("PATH_INFO", "")
        if not path.startswith(place):
            return app(environ, start)
        found = answer(
            environ["REQUEST_METHOD"],
            path.removeprefix(place),
            environ.get("QUERY_STRING", ""),
            environ.get("HTTP_IF_NONE_MATCH", ""),
        )
        start(f"{found.status.value} {found.status.phrase}", found.headers)
        return [found.body]

    return both
