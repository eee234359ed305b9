"""The proxy as an ASGI app, by itself or in front of a site's own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from contextlib import suppress
from typing import Any

import anyio  # httpx brings it, and has said so where it is missing
import httpx

from paqbridge.web.asgi import mount_of
from paqbridge.web.first_party import limits
from paqbridge.web.first_party.exchange import (
    Answer,
    Asked,
    Signer,
    answer,
    is_ours,
    onward,
    refusal,
    said,
)
from paqbridge.web.first_party.plan import Plan
from paqbridge.web.first_party.upstream import (
    FAILURES,
    TooLong,
    async_transport,
    failed,
    request_of,
)

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
AsgiApp = Callable[[Scope, Receive, Send], Awaitable[None]]


class Gone(Exception):
    """The browser left before its request was whole."""


class AsgiProxy:
    """Answers the plan's two names; hands everything else to ``inner``, or does not find it."""

    def __init__(self, plan: Plan, inner: AsgiApp | None = None, sign: Signer | None = None):
        self._plan = plan
        self._inner = inner
        self._sign = sign
        self._transport = async_transport()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take one connection of a server."""
        asked = asked_by(scope) if scope["type"] == "http" else None
        if scope["type"] == "lifespan":
            await self._live(scope, receive, send)
        elif asked and is_ours(self._plan, asked):
            await self._exchange(asked, receive, send)
        elif self._inner:
            await self._inner(scope, receive, send)
        elif asked:
            await give(send, said(404, "not found"))
        else:
            await send({"type": "websocket.close"})

    async def close(self) -> None:
        """Close the connections to Matomo; a server that knows lifespans has it done."""
        await self._transport.aclose()

    async def _live(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await (self._inner or live)(scope, receive, send)
        finally:
            await self.close()

    async def _exchange(self, asked: Asked, receive: Receive, send: Send) -> None:
        refused = refusal(self._plan, asked)
        with suppress(Gone, OSError):  # of a browser that has gone
            await give(send, refused or await self._answer(asked, receive))

    async def _answer(self, asked: Asked, receive: Receive) -> Answer:
        try:
            with anyio.fail_after(limits.BODY_SECONDS):
                body = await body_of(receive)
        except TimeoutError:
            return said(408, "the body took too long")
        refused = refusal(self._plan, asked, len(body))
        return refused or await self._forward(asked, body)

    async def _forward(self, asked: Asked, body: bytes) -> Answer:
        """Ask Matomo. A page that is left has sent its hit: nobody's going stops it."""
        try:
            out = onward(self._plan, asked, body, self._sign)
        except ValueError as error:
            return said(400, str(error))
        result = failed(TimeoutError())
        try:
            with anyio.move_on_after(limits.ANSWER_SECONDS, shield=True):
                result = await self._ask(asked.method, request_of(self._plan, out))
        except FAILURES as error:
            return failed(error)
        return result

    async def _ask(self, method: str, request: httpx.Request) -> Answer:
        response = await self._transport.handle_async_request(request)
        try:
            body = b""
            async for part in response.aiter_raw():
                body += part
                if len(body) > limits.ANSWER:
                    raise TooLong
        finally:
            await response.aclose()
        return answer(method, response.status_code, response.headers.raw, body)


def asked_by(scope: Scope) -> Asked:
    """Read a server's scope. Its path may lack the part under which the app is mounted."""
    root, path = mount_of(scope), scope["path"]
    headers = list(scope["headers"])
    host = next((value for name, value in headers if name.lower() == b"host"), b"")
    return Asked(
        method=scope["method"],
        host=host.decode("latin-1"),
        path=path if path.startswith(f"{root}/") else root + path,
        query=scope["query_string"],
        headers=headers,
        address=(scope.get("client") or ("",))[0],
    )


async def body_of(receive: Receive) -> bytes:
    """Read a body, up to one part more than is taken."""
    body = b""
    while len(body) <= limits.BODY:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Gone
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return body


async def live(scope: Scope, receive: Receive, send: Send) -> None:
    """Live as long as the server: for an app without one inside."""
    await receive()
    await send({"type": "lifespan.startup.complete"})
    await receive()
    await send({"type": "lifespan.shutdown.complete"})


async def give(send: Send, answer: Answer) -> None:
    """Send an answer."""
    start = {"type": "http.response.start", "status": answer.status, "headers": answer.headers}
    await send(start)
    await send({"type": "http.response.body", "body": answer.body})
