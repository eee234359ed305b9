"""The markup for a page that Django makes: who is signed in, which nonce, from where."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.core.exceptions import SynchronousOnlyOperation
from django.http import HttpRequest

from paqbridge.web.django.conf import current_options
from paqbridge.web.django.files import script
from paqbridge.web.markup import Markup
from paqbridge.web.options import LOG, UNSAID, first_nonce

IN_ASYNC = "an async view says request.user = await request.auser() before it renders a template"

try:
    from django.middleware.csp import get_nonce
except ImportError:  # Django before 6.0

    def get_nonce(request: HttpRequest) -> object:
        """Return no nonce: there is none but django-csp's."""
        return None


def markup(request: HttpRequest | None, nonce: object = None, user_id: object = UNSAID) -> Markup:
    """Return the markup for the page that a request asked for; without a request, for any visitor.

    A nonce or a user id that the template gives goes before what is found.
    """
    return current_options().markup(
        script,
        nonce=first_nonce(nonce, lambda: nonce_of(request)),
        user_id=lambda: user_of(request) if user_id is UNSAID else user_id,
        address=None if request is None else request.META.get("REMOTE_ADDR"),
        debug=settings.DEBUG,
    )


def nonce_of(request: HttpRequest | None) -> object:
    """Return the nonce of django-csp or of Django itself. It may be lazy, and look empty."""
    if request is None:
        return None
    nonce: object = getattr(request, "csp_nonce", None)
    return get_nonce(request) if nonce is None else nonce


def user_of(request: HttpRequest | None) -> object:
    """Return who is signed in, False for nobody, None where the option ``user_id`` is not set."""
    way = current_options().user_id
    if way is None or request is None:
        return None
    try:
        return way(request) if callable(way) else id_of(request, cast("str", way))
    except SynchronousOnlyOperation:
        LOG.warning("nothing is said of the user: %s", IN_ASYNC)
        return None


def id_of(request: HttpRequest, name: str) -> object:
    """Return an attribute of who is signed in, which may be a method."""
    user: object = getattr(request, "user", None)
    if user is None:
        return None
    if not getattr(user, "is_authenticated", False):
        return False
    found = getattr(user, name, None)
    return found() if callable(found) else found
