"""Plays a sequence in a real page, on any tracker's file, and says what was to be seen."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, Route

from tests.tracker.own.normal import Normal, queries, rounded_life
from tests.tracker.playing import staging

RECORDED = Path(__file__).parent / "recorded"
PAGE = "<!doctype html><meta charset=utf-8><title>First title</title>"

ENDPOINT = "http://matomo.test/matomo.php"
SET_UP: list[list[Any]] = [
    ["disablePerformanceTracking"],
    ["setTrackerUrl", ENDPOINT],
    ["setSiteId", 1],
]


def stage(browser: Browser, scripts: dict[str, str]) -> Page:
    """A page on any host, which has these scripts by their paths; nothing leaves the machine."""

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path
        kind = "text/javascript" if path in scripts else "text/html"
        route.fulfill(body=scripts.get(path, PAGE), content_type=f"{kind}; charset=utf-8")

    context = browser.new_context()
    context.route("**/*", answer)
    page = context.new_page()
    page.add_init_script(staging())
    return page


def play(sequence: dict[str, Any], page: Page, script: str) -> dict[str, Any]:
    """Return the requests and cookies of a sequence, as lines that can be compared."""
    page.goto("about:blank")  # the page before this one may still write cookies as it goes
    page.context.clear_cookies()
    normal = Normal(json.dumps(sequence["pages"]))
    lines: list[str] = []
    started = time.time()
    for one in sequence["pages"]:
        page.goto("about:blank")  # another hash alone would load nothing
        page.goto(one["url"])
        seen = page.evaluate("play", staged(one, one.get("script", script)))
        assert seen["errors"] == [], seen["errors"]
        for sent in seen["requests"]:
            where = "" if sent["url"].startswith(ENDPOINT) else urlsplit(sent["url"]).path + " "
            lines += [where + normal.request(text) for text in queries(sent["url"], sent["body"])]
    return {"requests": lines, "cookies": cookies(page, normal, started)}


def staged(one: dict[str, Any], script: str) -> dict[str, Any]:
    """A page as player.js wants it."""
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(one["url"]))
    before: list[str] = [
        f"document.cookie = {json.dumps(text + ';path=/')}" for text in one.get("cookies", [])
    ]
    before += [dropping(one["drop"])] if one.get("drop") else []
    referrer = json.dumps(one.get("referrer") or "")
    before.append(f"Object.defineProperty(document, 'referrer', {{ get: () => {referrer} }})")
    return {
        "before": ";".join(before),
        "queue": [*set_up(one["queue"]), *one["queue"]],
        "script": origin + script,
        "steps": [next(iter(step.items())) for step in one["steps"]],
    }


def set_up(queue: list[Any]) -> list[Any]:
    """What comes ahead of a queue, unless the queue says it itself."""
    return [command for command in SET_UP if command[0] not in {one[0] for one in queue}]


def dropping(base: str) -> str:
    """The code that deletes a cookie, wherever it is kept."""
    return (
        "document.cookie.split('; ').forEach((text) => { const name = text.split('=')[0]; "
        f"if (name.startsWith('{base}.')) document.cookie = name + '=;path=/;max-age=0' }})"
    )


def cookies(page: Page, normal: Normal, started: float) -> list[str]:
    """The cookies that are left, as lines."""
    lines = []
    for one in page.context.cookies():
        life = -1 if one["expires"] < 0 else rounded_life(one["expires"] - started)
        rest = [
            one["domain"],
            one["path"],
            life,
            one["sameSite"],
            "secure" if one["secure"] else "",
        ]
        lines.append(normal.cookie(one["name"], one["value"], rest).strip())
    return sorted(lines)
