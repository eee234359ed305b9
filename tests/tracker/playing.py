"""Plays a case of the table on a tracker's file: acts on one page, and what was to be seen."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page

HERE = Path(__file__).parent
LONG = re.compile(r"\{(\d+) x\}")
STAGE = [HERE / "stage" / name for name in ("clock.js", "recorder.js", "player.js")]


def staging() -> str:
    """Return the script of the stage, in one piece, because the order of several is not defined."""
    return "\n".join(path.read_text("utf-8") for path in STAGE)


@dataclass
class Played:
    """What was to be seen. `errors` are uncaught; `is_proxy` says whether the queue became one."""

    requests: list[dict[str, str]] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    is_proxy: bool = False
    cookies: list[str] = field(default_factory=list)


def read_cases() -> list[dict[str, Any]]:
    """Every case of the table; {1500 x} in it stands for so many letters."""
    files = sorted((HERE / "cases").glob("*.json"))
    texts = [expanded(path.read_text("utf-8")) for path in files]
    return [case for text in texts for case in json.loads(text)]


def expanded(text: str) -> str:
    """The text of a table, with so many letters where {1500 x} stands for them."""
    return LONG.sub(lambda run: "x" * int(run[1]), text)


def play(case: dict[str, Any], page: Page, origin: str, script: str) -> Played:
    """Play a case on the tracker at `script`; answers that differ from the case's fail here."""
    page.goto("about:blank")  # the page before this one may still write cookies as it goes
    page.context.clear_cookies()
    played = Played()
    for act in acts(located(case, origin, script)):
        page.goto(origin + act.get("page", "/page"))
        seen = page.evaluate("play", staged(act, origin, script))
        check_answers(act.get("steps", []), seen["seen"])
        played.requests += [one for sent in seen["requests"] for one in parts(sent, origin)]
        played.complaints += seen["complaints"]
        played.errors += seen["errors"]
        played.is_proxy = seen["isProxy"]
    played.cookies = sorted({one["name"].split(".")[0] for one in page.context.cookies()})
    return played


def acts(case: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The case itself and, where it goes on on another page, what happens there."""
    yield case
    yield from case.get("then", [])


def staged(act: dict[str, Any], origin: str, script: str) -> dict[str, Any]:
    """An act as player.js wants it."""
    set_up = [["setTrackerUrl", f"{origin}/matomo.php"], ["setSiteId", 1]]
    return {
        "before": act.get("before"),
        "queue": [*(set_up if act.get("set_up", True) else []), *act.get("queue", [])],
        "script": script,
        "steps": [next(iter(step.items())) for step in act.get("steps", [])],
    }


def check_answers(steps: list[dict[str, Any]], seen: list[Any]) -> None:
    """Compare what came back from the steps that say what should: `answer`, `caught`."""
    for step, answer in zip_longest(steps, seen):
        if "answer" in step:
            assert answer == step["answer"], step
        if "error" in step:
            assert step["error"] in answer, step


def located(case: dict[str, Any], origin: str, script: str) -> dict[str, Any]:
    """The same case with {origin} and {script} filled in."""
    text = json.dumps(case).replace("{origin}", origin).replace("{script}", origin + script)
    filled: dict[str, Any] = json.loads(text)
    return filled


def parts(sent: dict[str, Any], origin: str) -> list[dict[str, str]]:
    """The tracking requests in one that was sent: their parameters, and @via, @path, @at."""
    address, body = urlsplit(sent["url"]), sent["body"]
    is_bulk = body.startswith("{")
    about = {
        "@via": "bulk" if is_bulk else sent["via"] + (" body" if body else ""),
        "@path": address.path,
        "@at": sent["at"],
    }
    texts = json.loads(body)["requests"] if is_bulk else [address.query or body]
    return [{**about, **parameters(text, origin)} for text in texts]


def parameters(query: str, origin: str) -> dict[str, str]:
    """The parameters of a query string; {origin} and {host} are put back: cases can say them."""
    pairs = parse_qsl(query.lstrip("?"), keep_blank_values=True)
    host = str(urlsplit(origin).hostname)
    return {n: v.replace(origin, "{origin}").replace(host, "{host}") for n, v in pairs}
