"""Plays a sequence on the heart of our tracker, on CPython: the page is data, time is a number."""

from __future__ import annotations

import json
import random
from typing import Any
from urllib.parse import urlsplit

from paqbridge.native_support import decoded_component
from paqbridge.tracker.state import new_state
from paqbridge.tracker.step import in_order, step
from paqbridge.tracker.whole import WHOLE
from paqbridge.types.tracker import Facts, Hit, Language, Page, State
from tests.tracker.own.normal import Normal, queries, rounded_life
from tests.tracker.own.playing import ENDPOINT, set_up

STEP_MS = 4000
"""What the player in the page lets pass after each step."""

SPECIAL = {"undefined": None, "NaN": float("nan"), "Infinity": float("inf")}


class Jar:
    """The cookies of a browser, as far as the sequences need them."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str, str], tuple[str, float | None, str, bool]] = {}
        self.host = ""
        self.path = ""

    def set(self, text: str, now: float) -> None:
        """Take a cookie as ``document.cookie`` does."""
        parts = [part.strip() for part in text.split(";")]
        name, _, value = parts[0].partition("=")
        rest = {key.lower(): given for key, _, given in (one.partition("=") for one in parts[1:])}
        domain = rest.get("domain", "").lstrip(".")
        same_site = rest.get("samesite", "Lax").capitalize()
        if same_site == "None" and "secure" not in rest:
            return
        if domain and not f".{self.host}".endswith(f".{domain}"):
            return
        key = (name, f".{domain}" if domain else self.host, rest.get("path", "/"))
        life = float(rest["max-age"]) if "max-age" in rest else None
        if life != life:  # no number: the cookie ends with the browser
            life = None
        if life is not None and life <= 0:
            self.kept.pop(key, None)
        else:
            self.kept[key] = (value, life, same_site, "secure" in rest)

    def text(self) -> str:
        """What ``document.cookie`` gives."""
        return "; ".join(f"{key[0]}={one[0]}" for key, one in self.kept.items() if self.fits(key))

    def fits(self, key: tuple[str, str, str]) -> bool:
        """Tell whether the page sees a cookie."""
        _, domain, path = key
        at_home = f".{self.host}".endswith(domain) if domain[:1] == "." else domain == self.host
        return at_home and (self.path + "/").startswith(path.rstrip("/") + "/")

    def drop(self, base: str) -> None:
        """Delete a cookie, wherever it is kept."""
        for key in [key for key in self.kept if key[0].startswith(f"{base}.")]:
            del self.kept[key]


class Heart:
    """One page load: a state, and what the steps have led to."""

    def __init__(
        self,
        one: dict[str, Any],
        jar: Jar,
        now: float,
        draw: random.Random,
        language: Language = WHOLE,
    ) -> None:
        self.jar, self.now, self.draw = jar, now, draw
        self.hits: list[Hit] = []
        self.wakes: list[tuple[float, str]] = []
        self.refused = 0
        self.state: State = new_state(language, page_of(one), self.facts())

    def facts(self) -> Facts:
        """What is known now."""
        return {
            "now": self.now,
            "time": [9, 5, 0],
            "random": self.draw.random,
            "cookies": self.jar.text(),
            "is_hidden": False,
            "timings": None,
        }

    def run(self, command: list[Any]) -> None:
        """Take a command through a step, and do what comes of it."""
        self.state, effects = step(self.state, command, self.facts())
        for what, subject in effects:
            given: Any = subject
            if what == "hit":
                self.hits.append(given)
            elif what == "cookie":
                self.jar.set(given, self.now)
            elif what == "wake":
                self.wakes.append((self.now + given, "$window"))
            elif what == "refuse":
                self.refused += 1
            elif what == "domain" and f".{self.jar.host}".endswith("." + given.lstrip(".")):
                self.run(["$domain", given])

    def wait(self, milliseconds: float) -> None:
        """Let time pass, and run what is due."""
        until = self.now + milliseconds
        while due := sorted(one for one in self.wakes if one[0] <= until):
            self.wakes.remove(due[0])
            self.now = max(self.now, due[0][0])
            self.run([due[0][1]])
        self.now = until


def page_of(one: dict[str, Any]) -> Page:
    """The facts of a page as the shell would give them."""
    return {
        "address": decoded_component(address_of(one["url"])),
        "host": urlsplit(one["url"]).hostname or "",
        "title": "First title",
        "referrer": decoded_component(one.get("referrer") or ""),
        "charset": "",
        "features": "&cookie=1&res=1280x720",
        "browser": "a browser",
        "hints": "%7B%22platform%22%3A%22Stage%22%7D" if one["url"][:6] == "https:" else "%7B%7D",
        "low_hints": "%7B%7D",
        "is_secure": one["url"].startswith("https:"),
        "is_refusing": False,
        "takes_cookies": True,
    }


def address_of(url: str) -> str:
    """A URL as a browser gives it."""
    return url.replace("\u00fc", "%C3%BC")


def value(data: Any) -> Any:
    """What a sequence says, with what JSON has no word for."""
    if isinstance(data, list):
        return [value(one) for one in data]
    if isinstance(data, dict):
        return SPECIAL[data["$"]] if "$" in data else {key: value(one) for key, one in data.items()}
    return data


def commands_of(sequence: dict[str, Any]) -> list[list[Any]]:
    """Return all commands of a sequence."""
    found = []
    for one in sequence["pages"]:
        found += [*set_up(one["queue"]), *one["queue"]]
        for given in one["steps"]:
            found += given["push"]
    return found


def play(sequence: dict[str, Any], language: Language = WHOLE) -> dict[str, Any]:
    """Return the requests and cookies of a sequence, as lines that can be compared."""
    normal = Normal(json.dumps(sequence["pages"]))
    jar, draw = Jar(), random.Random(sequence["name"])
    lines: list[str] = []
    start = sequence["at"]
    for one in sequence["pages"]:
        jar.host, jar.path = urlsplit(one["url"]).hostname or "", urlsplit(one["url"]).path or "/"
        for text in one.get("cookies", []):
            jar.set(f"{text};path=/", start)
        if one.get("drop"):
            jar.drop(one["drop"])
        heart = Heart(one, jar, start, draw, language)
        for command in in_order([*set_up(one["queue"]), *one["queue"]], [*language["first"]]):
            heart.run(value(command))
        heart.wait(STEP_MS)
        for given in one["steps"]:
            for command in given["push"]:
                heart.run(value(command))
            heart.wait(STEP_MS)
        for hit in heart.hits:
            where = (
                "" if hit["address"].startswith(ENDPOINT) else urlsplit(hit["address"]).path + " "
            )
            lines += [where + normal.request(text) for text in queries(hit["address"], hit["body"])]
    return {"requests": lines, "cookies": cookies(jar, normal)}


def cookies(jar: Jar, normal: Normal) -> list[str]:
    """The cookies that are left, as lines."""
    lines = []
    for (name, domain, path), (text, life, same_site, is_secure) in jar.kept.items():
        shown = -1 if life is None else rounded_life(life)
        rest = [domain, path, shown, same_site, "secure" if is_secure else ""]
        lines.append(normal.cookie(name, text, rest).strip())
    return sorted(lines)
