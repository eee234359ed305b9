"""Starlette and FastAPI: ``paqbridge()`` in templates or in Python, and our static files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.staticfiles import StaticFiles

from paqbridge.web.markup import Markup
from paqbridge.web.options import UNSAID, first_nonce, not_async, options_of_app
from paqbridge.web.snippet import STATIC_URL
from paqbridge.web.static import folder, script

Asked = Callable[[Request], object]


class Paqbridge:
    """What an app needs of us. ``nonce`` and ``user_id`` are asked for each page.

    Raises ``SettingsError`` where the options are wrong, or one of the two is async. In debug mode
    pages have the build that explains.
    """

    def __init__(
        self,
        given: Mapping[str, object] | None,
        *,
        nonce: Asked | None = None,
        user_id: Asked | None = None,
    ) -> None:
        self._options = options_of_app(given)
        not_async(nonce=nonce, user_id=user_id)
        self._nonce = nonce
        self._user_id = user_id

    def init_app(self, app: Starlette) -> None:
        """Give an app our files, at ``/static/paqbridge/``: before a ``/static`` of its own."""
        files = StaticFiles(directory=folder())
        app.mount(STATIC_URL.rstrip("/"), files, name="paqbridge")

    def context(self, request: Request) -> dict[str, object]:
        """Return ``paqbridge`` for ``Jinja2Templates(context_processors=[...])``."""
        return {"paqbridge": partial(self.markup, request)}

    def markup(self, request: Request, nonce: object = None, user_id: object = UNSAID) -> Markup:
        """Return the markup for a request's page; what is given goes first."""

        def url_of(name: str) -> str:
            # The path alone: behind a proxy the scheme and the host may be others.
            return request.url_for("paqbridge", path=name).path

        return self._options.markup(
            lambda build, is_compared: script(build, url_of, is_compared),
            nonce=first_nonce(nonce, lambda: self._nonce(request) if self._nonce else None),
            user_id=lambda: self._user_of(request, user_id),
            address=request.client.host if request.client else None,
            debug=request.app.debug,
        )

    def _user_of(self, request: Request, user_id: object) -> object:
        """Return who is signed in, where anybody says so."""
        if user_id is UNSAID:
            return self._user_id(request) if self._user_id else None
        return user_id
