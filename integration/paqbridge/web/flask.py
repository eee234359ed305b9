"""Flask: an extension with the template function ``paqbridge()`` and our static files."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Flask, current_app, request, url_for

from paqbridge.web.markup import Markup
from paqbridge.web.options import LOG, UNSAID, Options, first_nonce, not_async, options_of_app
from paqbridge.web.snippet import STATIC_URL
from paqbridge.web.static import folder, script

Asked = Callable[[], object]


class Paqbridge:
    """The extension. ``nonce`` and ``user_id`` are functions that are asked for each page.

    ``app.config["PAQBRIDGE"]`` has the options; where they are wrong, ``init_app`` raises
    ``SettingsError``. In debug mode pages have the build that explains.
    """

    def __init__(
        self, app: Flask | None = None, *, nonce: Asked | None = None, user_id: Asked | None = None
    ) -> None:
        not_async(nonce=nonce, user_id=user_id)
        self._nonce = nonce
        self._user_id = user_id
        if app is not None:
            self.init_app(app)

    def init_app(self, app: Flask) -> None:
        """Give an app the template function, and our files at ``/static/paqbridge/``."""
        given = app.config.get("PAQBRIDGE")
        if given is None:
            LOG.warning('app.config["PAQBRIDGE"] is not set before init_app: nothing is tracked')
        app.extensions["paqbridge"] = options_of_app(given)
        place = STATIC_URL.rstrip("/")
        files = Blueprint("paqbridge", __name__, static_folder=folder(), static_url_path=place)
        app.register_blueprint(files)
        app.add_template_global(self.markup, "paqbridge")

    def markup(self, nonce: object = None, user_id: object = UNSAID) -> Markup:
        """Return the markup for the page of this request; what is given goes first."""
        found: Options = current_app.extensions["paqbridge"]
        return found.markup(
            lambda build, is_compared: script(build, url_of, is_compared),
            nonce=first_nonce(nonce, self._nonce or (lambda: None)),
            user_id=lambda: self._user_of(user_id),
            address=request.remote_addr,
            debug=current_app.debug,
        )

    def _user_of(self, user_id: object) -> object:
        """Return who is signed in, where anybody says so."""
        if user_id is UNSAID:
            return self._user_id() if self._user_id else None
        return user_id


def url_of(name: str) -> str:
    """Return the URL of a built file."""
    return url_for("paqbridge.static", filename=name)
