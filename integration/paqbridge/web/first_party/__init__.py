"""Matomo's script and hits under the site's own host: docs/first-party.md.

``configurations`` write it for nginx, Caddy and Apache; ``asgi_app`` and ``wsgi_app`` do it in
Python, over httpx, which is imported only when one of them is made.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from paqbridge.web.first_party.plan import BadPlan, Plan, create_plan
from paqbridge.web.first_party.signing import signer

if TYPE_CHECKING:
    from wsgiref.types import WSGIApplication

    from paqbridge.web.first_party.asgi import AsgiApp, AsgiProxy
    from paqbridge.web.first_party.wsgi import WsgiProxy

__all__ = ["BadPlan", "Plan", "asgi_app", "create_plan", "wsgi_app"]


def asgi_app(plan: Plan, inner: AsgiApp | None = None, token_from: str | None = None) -> AsgiProxy:
    """Return an ASGI app for the plan's two names; all else is for ``inner``, or not found.

    ``token_from`` names a variable of the environment: hits are then signed with its token.
    Raises ImportError where httpx is missing, BadPlan where the variable has no token.
    """
    from paqbridge.web.first_party.asgi import AsgiProxy

    return AsgiProxy(plan, inner, signer(os.environ, token_from) if token_from else None)


def wsgi_app(
    plan: Plan, inner: WSGIApplication | None = None, token_from: str | None = None
) -> WsgiProxy:
    """Return a WSGI app for the plan's two names; the rest is as in ``asgi_app``."""
    from paqbridge.web.first_party.wsgi import WsgiProxy

    return WsgiProxy(plan, inner, signer(os.environ, token_from) if token_from else None)
