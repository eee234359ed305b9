"""Matomo's script and hits under the site's own host: docs/first-party.md.

``configurations`` write it for nginx, Caddy and Apache; ``asgi_app`` and ``wsgi_app`` do it in
Python, over httpx, which is imported only when one of them is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from paqbridge.web.first_party.plan import BadPlan, Plan, create_plan

if TYPE_CHECKING:
    from paqbridge.web.first_party.asgi import AsgiApp, AsgiProxy
    from paqbridge.web.first_party.wsgi import WsgiApp, WsgiProxy

__all__ = ["BadPlan", "Plan", "asgi_app", "create_plan", "wsgi_app"]


def asgi_app(plan: Plan, inner: AsgiApp | None = None) -> AsgiProxy:
    """Return an ASGI app for the plan's two paths; all others are for ``inner``, or not found.

    Raises ImportError where httpx is missing.
    """
    from paqbridge.web.first_party.asgi import AsgiProxy

    return AsgiProxy(plan, inner)


def wsgi_app(plan: Plan, inner: WsgiApp | None = None) -> WsgiProxy:
    """Return a WSGI app for the plan's two paths; all others are for ``inner``, or not found.

    Raises ImportError where httpx is missing.
    """
    from paqbridge.web.first_party.wsgi import WsgiProxy

    return WsgiProxy(plan, inner)
