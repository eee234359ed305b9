"""Requests to the byte, so that no client tidies up what a test sends."""

from __future__ import annotations

import re
import socket
from dataclasses import dataclass

PATIENCE = 20


@dataclass(frozen=True)
class Said:
    """An answer; names of headers in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


def send(port: int, request: bytes, visitor: str = "127.0.0.1") -> Said:
    """Send bytes from a loopback address; return the answer."""
    with connected(port, visitor) as connection:
        connection.sendall(request)
        came = b""
        while not is_whole(came) and (part := connection.recv(65536)):
            came += part
    return read(came)


def is_whole(came: bytes) -> bool:
    """Tell whether a body has its length; not every server closes one that it did not read."""
    head, _, body = came.partition(b"\r\n\r\n")
    length = re.search(rb"\ncontent-length: (\d+)", head, re.IGNORECASE)
    return length is not None and 0 < int(length[1]) <= len(body)


def connected(port: int, visitor: str = "127.0.0.1") -> socket.socket:
    """Connect to a server on loopback."""
    return socket.create_connection(("127.0.0.1", port), PATIENCE, source_address=(visitor, 0))


def read(came: bytes) -> Said:
    """Read an answer."""
    head, _, body = came.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    return Said(int(first.split(" ")[1]), headers, body)


def asked(
    target: str,
    method: str = "GET",
    body: bytes = b"",
    /,
    host: str = "shop.example",
    **headers: str,
) -> bytes:
    """Return a request; names of headers are written with ``_`` for a hyphen."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if body or method == "POST":
        named.setdefault("Content-Length", str(len(body)))
    lines = [f"{method} {target} HTTP/1.1", f"Host: {host}"]
    lines += [f"{name}: {value}" for name, value in {"Connection": "close", **named}.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body
