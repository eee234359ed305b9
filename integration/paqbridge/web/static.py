"""The built files: where they are, their integrity, and where pages find them.

In an installed package they are in ``static/paqbridge``, below ``paqbridge``; in a checkout of the
sources ``make build`` puts them into ``dist/``.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable
from functools import cache
from hashlib import sha384
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from paqbridge.web.checked import Build

PACKAGE = Path(__file__).resolve().parents[1]
INSTALLED = PACKAGE / "static" / "paqbridge"
CHECKOUT = PACKAGE.parents[1] / "dist"

SCRIPTS: dict[Build, str] = {
    "lean": "analytics.min.js",
    "full": "analytics.full.min.js",
    "explain": "analytics.explain.min.js",
    "solo": "analytics.solo.min.js",
    "full.solo": "analytics.full.solo.min.js",
}
"""Build -> the file that pages load."""

STUB = "stub.min.js"
SCHEMA = "settings.schema.json"
MANIFEST = "integrity.json"

StaticUrl: TypeAlias = str | Callable[[str], str]
"""The URL of the folder that has the built files, or what returns a file's URL for its name."""


class Script(NamedTuple):
    """What a page loads: a URL, and the sha384 that a browser compares it with, if any."""

    url: str
    integrity: str | None


def folder() -> Path:
    """Return the folder of the built files; ``FileNotFoundError`` says what makes them."""
    for place in (INSTALLED, CHECKOUT):
        if (place / MANIFEST).is_file():
            return place
    raise FileNotFoundError("paqbridge's built files are missing: `make build` makes them")


@cache
def names() -> tuple[str, ...]:
    """Return the names of the built files, in their order."""
    return tuple(sorted(path.name for path in folder().iterdir() if path.is_file()))


@cache
def data_of(name: str) -> bytes:
    """Return a built file."""
    return (folder() / name).read_bytes()


@cache
def text_of(name: str) -> str:
    """Return the text of a built file, without the line's end behind it."""
    return data_of(name).decode().strip()


@cache
def integrity(name: str) -> str:
    """Return the sha384 of a built file, as the attribute ``integrity`` wants it."""
    sums: dict[str, str] = json.loads(text_of(MANIFEST))
    return sums[name]


def sum_of(data: bytes) -> str:
    """Return the sha384 of a file's content, in the form of the attribute ``integrity``."""
    return "sha384-" + b64encode(sha384(data).digest()).decode()


@cache
def version(name: str) -> str:
    """Return a short text that is another one when the file is: for addresses that are cached."""
    return sha384(data_of(name)).hexdigest()[:12]


def script(build: Build, static_url: StaticUrl, is_compared: bool = True) -> Script:
    """Return the script of a build, below a folder's URL or where a function says.

    An address that ends with the file's name gets the file's version, too: after an update no cache
    answers with the file of before, which the new ``integrity`` would refuse.
    """
    name = SCRIPTS[build]
    if callable(static_url):
        url = str(static_url(name))  # some frameworks have a type of their own for addresses
    elif isinstance(static_url, str):
        url = f"{static_url.removesuffix('/')}/{name}"
    else:
        what = type(static_url).__name__
        raise TypeError(f"static_url is a {what}: expected a text, or a function from name to URL")
    if url.endswith(f"/{name}"):
        url += f"?v={version(name)}"
    return Script(url, integrity(name) if is_compared else None)
