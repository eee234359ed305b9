"""Any ASGI app: our files beside its own pages, which call ``snippet``."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import TypeAlias, cast

from paqbridge.web.serving import answer
from paqbridge.web.snippet import STATIC_URL

Scope: TypeAlias = MutableMapping[str, object]
Receive: TypeAlias = Callable[[], Awaitable[MutableMapping[str, object]]]
Send: TypeAlias = Callable[[MutableMapping[str, object]], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]


def with_static(app: App, at: str = STATIC_URL) -> App:
    """Return an app that answers with the built files below ``at``, and else as ``app`` does."""
    place = f"/{at.strip('/')}/"

    async def both(scope: Scope, receive: Receive, send: Send) -> None:
        path = path_of(scope) if scope["type"] == "http" else ""
        if not path.startswith(place):
            await app(scope, receive, send)
            return
        query = cast("bytes", scope.get("query_string", b"")).decode("latin-1")
        found = answer(str(scope["method"]), path.removeprefix(place), query, known(scope))
        headers = [(name.lower().encode(), value.encode()) for name, value in found.headers]
        status = found.status.value
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": found.body})

    return both


def path_of(scope: Scope) -> str:
    """Return the path below the one where the app is mounted, which servers leave in it."""
    path, root = str(scope["path"]), mount_of(scope)
    return path.removeprefix(root) if path.startswith(f"{root}/") else path


def mount_of(scope: Scope) -> str:
    """Return where the app is mounted, without the slash that some servers write behind it."""
    return str(scope.get("root_path", "")).rstrip("/")


def known(scope: Scope) -> str:
    """Return which version the asker has already."""
    headers = cast("list[tuple[bytes, bytes]]", scope.get("headers", []))
    return dict(headers).get(b"if-none-match", b"").decode("latin-1")
