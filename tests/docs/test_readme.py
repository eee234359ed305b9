"""The README: each example does what it says."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from tests.support.host_script import host_script

TOP = Path(__file__).parents[2]
README = (TOP / "README.md").read_text("utf-8")
BLOCK = r"<!-- {}: (\w+) -->\n```(\w+)\n(.*?)\n```"
EXAMPLES = {m[1]: (m[2], m[3]) for m in re.finditer(BLOCK.format("example"), README, re.DOTALL)}
COMMANDS = {
    m[1]: json.loads(m[3]) for m in re.finditer(BLOCK.format("commands"), README, re.DOTALL)
}
EXPLAINED = {
    m[1]: json.loads(m[3]) for m in re.finditer(BLOCK.format("explained"), README, re.DOTALL)
}
STAND_IN = TOP / "demo/static/stand_in_tracker.js"
ORIGIN = "http://readme.test"

SOURCE = {
    "id": "source",
    "name": "site",
    "writeKey": "WRITE_KEY",
    "enabled": True,
    "workspaceId": "workspace",
    "config": {"statsCollection": {"errors": {"enabled": False}, "metrics": {"enabled": False}}},
    "destinations": [
        {
            "id": "DESTINATION_ID",
            "name": "Matomo",
            "enabled": True,
            "config": {},
            "destinationDefinition": {
                "name": "CUSTOM_DEVICE_MODE",
                "displayName": "Custom Device Mode",
            },
        }
    ],
}
"""What RudderStack's dashboard would say of the example's source."""


def test_each_example_has_commands() -> None:
    """An example without what it leads to would prove nothing."""
    assert len(EXAMPLES) > 0
    assert EXAMPLES.keys() == COMMANDS.keys() | EXPLAINED.keys()


def test_each_code_block_is_an_example() -> None:
    """No html, js or json block of the README escapes these tests."""
    blocks = re.findall(r"^```(html|js|json)$", README, re.MULTILINE)
    assert len(blocks) == len(EXAMPLES) + len(COMMANDS) + len(EXPLAINED)


@pytest.mark.parametrize("name", COMMANDS)
def test_example(name: str, open_page: Callable[..., Page], tmp_path: Path) -> None:
    """The example, pasted into a page, leads to the commands that the README shows."""
    page = open_page()
    page.route("**/*", lambda route: answer(route, name, tmp_path))
    page.expected.append("Failed to load resource")  # type: ignore[attr-defined]
    page.expected.append("Matomo's script is blocked")  # type: ignore[attr-defined]
    page.set_default_timeout(8000)
    page.goto(ORIGIN)
    page.wait_for_function("count => (window._paq || []).length >= count", arg=len(COMMANDS[name]))
    seen = page.evaluate("JSON.parse(JSON.stringify(window._paq))")
    assert seen == COMMANDS[name]


@pytest.mark.parametrize("name", EXPLAINED)
def test_explained(name: str, open_page: Callable[..., Page], tmp_path: Path) -> None:
    """The example, pasted into a page that Matomo answers, explains itself as the README shows."""
    page = open_page()
    page.route("**/*", lambda route: answer(route, name, tmp_path))
    page.route("**/piwik.js", lambda route: route.fulfill(path=STAND_IN))
    page.route("**/piwik.php*", lambda route: route.fulfill(status=204))
    page.goto(ORIGIN)
    page.wait_for_function("window._paq && !Array.isArray(_paq)", timeout=8000)
    seen = page.evaluate("JSON.parse(JSON.stringify(analytics.explain()))")
    assert seen == EXPLAINED[name]


def answer(route: Route, name: str, folder: Path) -> None:
    """Serve the page and our files; Matomo itself is out of reach."""
    url = route.request.url
    if url.startswith(f"{ORIGIN}/dist/"):
        route.fulfill(path=TOP / url.removeprefix(f"{ORIGIN}/"))
    elif url == f"{ORIGIN}/":
        route.fulfill(content_type="text/html", body=page_for(*EXAMPLES[name], folder))
    elif "/sourceConfig" in url:
        route.fulfill(json={"source": SOURCE}, headers={"access-control-allow-origin": "*"})
    else:
        route.abort()


def page_for(language: str, code: str, folder: Path) -> str:
    """Return the page that a reader would make of an example."""
    body = code if language == "html" else f"<script>{bundled(code, folder)}</script>"
    return f"<!doctype html><title>README</title><body>{body}"


def bundled(code: str, folder: Path) -> str:
    """Bundle a module as its reader would; the package's name leads to dist/ as when installed."""
    entry = folder / "example.js"
    entry.write_text(code, "utf-8")
    return host_script(entry, folder).read_text("utf-8").replace("</script", "<\\/script")
