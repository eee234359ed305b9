"""The built files as answers to requests, for the apps of ``wsgi`` and ``asgi``."""

from __future__ import annotations

from http import HTTPStatus
from mimetypes import guess_type
from typing import NamedTuple
from urllib.parse import parse_qs

from paqbridge.web.static import data_of, names, version

YEAR = "public, max-age=31536000, immutable"
"""For an address that has the file's version: it leads to this file for ever."""

LOOK = "no-cache"
"""For one without: keep it, but ask whether it is still the same."""

KINDS = {".mjs": "text/javascript", ".js": "text/javascript", ".map": "application/json"}


class Answer(NamedTuple):
    """A response; ``headers`` are texts."""

    status: HTTPStatus
    headers: list[tuple[str, str]]
    body: bytes


def answer(method: str, path: str, query: str, known: str) -> Answer:
    """Return the answer to a request for a path below ours; ``known`` is its ``If-None-Match``.

    A path is the name of a built file, or leads nowhere.
    """
    if path not in names():
        return Answer(HTTPStatus.NOT_FOUND, [("Content-Length", "0")], b"")
    if method not in ("GET", "HEAD"):
        return Answer(HTTPStatus.METHOD_NOT_ALLOWED, [("Allow", "GET, HEAD")], b"")
    tag = f'"{version(path)}"'
    is_versioned = parse_qs(query).get("v") == [version(path)]
    cached = [("ETag", tag), ("Cache-Control", YEAR if is_versioned else LOOK)]
    if tag in known:
        return Answer(HTTPStatus.NOT_MODIFIED, cached, b"")
    data = data_of(path)
    headers = [
        ("Content-Type", f"{kind_of(path)}; charset=utf-8"),
        ("Content-Length", str(len(data))),
        # Pages of another origin compare the file with its sha384.
        ("Access-Control-Allow-Origin", "*"),
        *cached,
    ]
    return Answer(HTTPStatus.OK, headers, b"" if method == "HEAD" else data)


def kind_of(name: str) -> str:
    """Return the media type of a file, as no registry of the machine can change it."""
    return KINDS.get("." + name.rpartition(".")[2]) or guess_type(name)[0] or "text/plain"
