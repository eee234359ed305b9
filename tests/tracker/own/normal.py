"""What a tracker has sent and kept, so that two trackers' can be compared: what is drawn or told by
the clock becomes a sign, what every request says in the same form is looked at and left out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

PLUGINS = {"pdf": "1", "qt": "0", "realp": "0", "wma": "0", "fla": "0", "java": "0", "ag": "0"}
"""What is said besides in a browser that shows PDF files itself, and of no other."""

FORMS = {
    "rec": "1",
    "r": r"\d{1,6}",
    "h": r"\d{1,2}",
    "m": r"\d{1,2}",
    "s": r"\d{1,2}",
    "send_image": "0",
    "cookie": "1",
    "res": r"\d+x\d+",
}
"""Parameters of every request, which say nothing of the commands."""

ORDER = "idsite rec r h m s url urlref uid _id _idn cs send_image _rcn _rck _refts _ref".split()
ID = re.compile(r"(?<![0-9a-f])[0-9a-f]{16}(?![0-9a-f])")
TIME = re.compile(r"(?<!\d)1[789]\d{8}(?:\d{3})?(?!\d)")
LIFE = 600
"""Seconds to which lives of cookies are rounded: a browser takes its time to write them."""


@dataclass
class Normal:
    """The signs of one sequence; ``known`` is its text: what stands there was not drawn."""

    known: str
    signs: dict[str, str] = field(default_factory=dict)

    def text(self, value: str) -> str:
        """Return a text with a sign for each id and each time that the tracker has made up."""
        value = ID.sub(lambda found: self.sign("id", found[0]), value)
        return TIME.sub(lambda found: found[0] if found[0] in self.known else "TIME", value)

    def sign(self, kind: str, value: str) -> str:
        """Return the sign of a value, the next one of its kind where it is new."""
        if value in self.known:
            return value
        count = sum(1 for sign in self.signs.values() if sign.startswith(kind))
        return self.signs.setdefault(value, f"{kind}{count + 1}")

    def request(self, query: str) -> str:
        """Return a request as a line; what is left out has the form that it must have."""
        pairs = [one.partition("=")[::2] for one in query.lstrip("?").split("&")]
        names = [name for name, _ in pairs]
        common = [name for name in names if name in ORDER and names.count(name) == 1]
        assert common == sorted(common, key=ORDER.index), names
        for name, form in FORMS.items():
            values = [value for one, value in pairs if one == name]
            assert any(re.fullmatch(form, value) for value in values), (name, values, query)
        plugins = {name: value for name, value in pairs if name in PLUGINS}
        assert plugins in ({}, PLUGINS), plugins
        said = [(name, value) for name, value in pairs if name not in {**FORMS, **PLUGINS}]
        return "&".join(self.pair(name, value) for name, value in said)

    def pair(self, name: str, value: str) -> str:
        """Return one parameter, readable."""
        if name == "pv_id":
            assert re.fullmatch("[a-zA-Z0-9]{6}", value), value
            return f"pv_id={self.sign('view', value)}"
        return f"{name}={self.text(unquote(value, errors='replace'))}"

    def cookie(self, name: str, value: str, rest: Iterable[Any]) -> str:
        """Return a cookie as a line: value, domain, path, life and so on."""
        return " ".join([f"{name}={self.text(unquote(value))}", *map(str, rest)])


def rounded_life(seconds: float) -> int:
    """Return a cookie's life, rounded; a browser allows 400 days."""
    return round(min(seconds, 34560000) / LIFE) * LIFE


def queries(address: str, body: str) -> list[str]:
    """Return the requests in one that was sent."""
    if body.startswith("{"):
        requests: list[str] = json.loads(body)["requests"]
        return requests
    return [body or address.partition("?")[2]]
