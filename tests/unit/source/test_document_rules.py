"""What a settings document may say, and what it may not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from paqbridge.settings.explain_table import EXPLAIN_SETTINGS
from paqbridge.source.document_rules import FROM_HERE, STRICTER, merged_settings

NAMES = [row["name"] for row in EXPLAIN_SETTINGS]
DEFAULTS = {row["name"]: row.get("default") for row in EXPLAIN_SETTINGS}

FREE = {
    "htmlEvents",
    "autoPages",
    "siteId",
    "customVariableLimit",
    "goals",
    "trackerFile",
    "tracker",
    "offlineQueue",
    "loadScript",
    "linkTracking",
    "timeout",
    "pageFacts",
    "titleDelay",
    "pageTitle",
    "dedupePages",
    "ecommerce",
    "dimensions",
    "customVariablesAsDimensions",
    "clearCustomVariables",
    "siteSearchEvents",
    "linkEvents",
    "downloadEvents",
    "events",
    "groupDimension",
    "newVisitOnReset",
    "consentWithEvents",
    "cookiePath",
    "heartBeat",
    "performanceTracking",
    "contentTracking",
    "debug",
}
"""What any document may say: which calls become what, for the same Matomo."""

HERE, ELSEWHERE = True, False
PAGE = {"siteId": 1, "serverUrl": "https://m.example"}

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)
words = st.sampled_from(["none", "cookies", "NONE", "true", "false", "FALSE", "gpc", "None", "Lax"])
documents = st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=8), values | words)


def merged(own: Any, document: Any, is_here: bool = HERE) -> tuple[dict[str, Any], list[str]]:
    """Merge with the rows of all settings."""
    return merged_settings(own, document, is_here, EXPLAIN_SETTINGS)


def test_every_setting_has_its_rule() -> None:
    """Whoever adds a setting says whether a document may say it."""
    ruled = [*FROM_HERE, *STRICTER, *FREE]
    assert sorted(ruled) == sorted(NAMES)


def test_the_page_wins_whole() -> None:
    """A table of the page's gets nothing of the document's, nor does its alias of a setting."""
    own = {"siteId": 1, "url": "https://m.example", "goals": {"Paid": 1}, "ecommerce": False}
    document = {
        "serverUrl": "https://other.example",
        "goals": {"Left": 2},
        "ecommerce": True,
        "timeout": 9,
    }
    wanted = {
        "siteId": 1,
        "serverUrl": "https://m.example",
        "goals": {"Paid": 1},
        "ecommerce": False,
        "timeout": 9,
    }
    assert merged(own, document) == (wanted, [])


FORMS: list[dict[str, Any]] = [
    {"siteId": 3, "url": "https://m.example"},
    {"integrations": {"Piwik": {"siteId": 3, "serverUrl": "https://m.example"}}},
    {"integrations": {"Matomo": {"siteId": 3, "url": "https://m.example"}, "Other": {"siteId": 9}}},
]


@pytest.mark.parametrize("document", FORMS)
def test_both_forms(document: Any) -> None:
    """Segment's form and the settings alone say the same, with either name of the server's URL."""
    assert merged({}, document) == ({"siteId": 3, "serverUrl": "https://m.example"}, [])


def test_another_origin() -> None:
    """It never says where hits go, whose script runs, or to whom links tell the visitor's id."""
    document = {
        "siteId": 2,
        "url": "https://evil.example",
        "trackerUrl": "https://evil.example/p.php",
        "scriptUrl": "https://evil.example/p.js",
        "nonce": "n",
        "domains": ["evil.example"],
    }
    settings, refused = merged({"crossDomain": True}, document, ELSEWHERE)
    assert settings == {"crossDomain": True, "siteId": 2}
    assert sorted(refused) == sorted(FROM_HERE)
    assert merged({}, document)[1] == []


LOOSE: list[tuple[str, Any]] = [
    ("consent", "none"),
    ("consent", "None"),
    ("consent", "all"),
    ("consent", ["tracking"]),
    ("doNotTrack", False),
    ("doNotTrack", "false"),
    ("disableCookies", False),
    ("disableCookies", "FALSE"),
    ("secureCookie", False),
    ("cookieSameSite", "none"),
    ("cookieDomain", "*.example.org"),
    ("rememberUser", True),
    ("rememberUser", "True"),
    ("aliasUserId", True),
    ("crossDomain", "true"),
    ("matomoVersion", "3.0"),
    ("settingsUrl", "https://m.example/more.json"),
]
STRICT: list[tuple[str, Any]] = [
    ("consent", "cookies"),
    ("consent", "Tracking"),
    ("consent", "load"),
    ("doNotTrack", True),
    ("doNotTrack", "gpc"),
    ("disableCookies", "true"),
    ("secureCookie", True),
    ("cookieSameSite", "strict"),
    ("rememberUser", False),
    ("aliasUserId", "false"),
    ("crossDomain", False),
    ("consentWithEvents", ["C0002"]),
]


@pytest.mark.parametrize("origin", [HERE, ELSEWHERE])
@pytest.mark.parametrize(("name", "value"), LOOSE)
def test_never_looser(name: str, value: Any, origin: bool) -> None:
    """Wherever it comes from, no document takes consent or privacy away."""
    assert merged(PAGE, {name: value}, origin) == (PAGE, [name])


@pytest.mark.parametrize("origin", [HERE, ELSEWHERE])
@pytest.mark.parametrize(("name", "value"), STRICT)
def test_stricter(name: str, value: Any, origin: bool) -> None:
    """A document may ask for more of it, where the page says nothing."""
    assert merged(PAGE, {name: value}, origin) == ({**PAGE, name: value}, [])
    own = {**PAGE, name: DEFAULTS[name]}
    assert merged(own, {name: value}, origin) == (own, [])


HOSTILE: list[Any] = [
    '{"__proto__": {"siteId": 9, "serverUrl": "https://evil.example"}}',
    '{"constructor": {"prototype": {"siteId": 9}}}',
    '{"integrations": {"__proto__": {"Piwik": {"siteId": 9}}}}',
    '{"integrations": {"Piwik": [9], "siteId": 9}}',
    '{"integrations": {"Piwik": true}}',
    '{"integrations": {"Piwik": "siteId"}}',
    '{"integrations": null, "settings": {"siteId": 9}}',
    '{"SITEID": 9, "site_id": 9, " siteId": 9}',
    '{"siteId": null, "goals": null}',
    "[]",
    '[{"siteId": 9}]',
    '"siteId"',
    "9",
    "null",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile(text: str) -> None:
    """Keys of prototypes, other shapes and nothing at all leave the page's settings as they are."""
    assert merged(PAGE, json.loads(text), HERE) == (PAGE, [])


def named_in(settings: dict[str, Any]) -> dict[str, Any]:
    """What is said of settings, each under its own name; ``url`` is another of ``serverUrl``."""
    under_own_names = {**settings}
    if under_own_names.get("serverUrl") is None:
        under_own_names["serverUrl"] = settings.get("url")
    return {name: it for name, it in under_own_names.items() if name in NAMES and it is not None}


@example(own={}, document={"url": "none"}, is_here=True)
@given(own=documents, document=documents, is_here=st.booleans())
def test_any_document(own: dict[str, Any], document: dict[str, Any], is_here: bool) -> None:
    """What the page says stays, what is added has a rule that allows it, the rest is named."""
    settings, refused = merged(own, document, is_here)
    said, told = named_in(own), named_in(document)
    assert {name: settings[name] for name in said} == said
    added = {name: value for name, value in settings.items() if name not in said}
    assert {name: told[name] for name in added} == added
    assert not is_here or not set(refused) & set(FROM_HERE)
    assert is_here or not set(added) & set(FROM_HERE)
    assert {"cookieDomain", "settingsUrl", "matomoVersion"} & set(added) == set()
    assert str(added.get("consent", "load")).lower() in ("cookies", "tracking", "load")
    assert set(refused) | set(added) | set(said) == set(said) | set(told)


def test_the_page_of_the_docs_has_each_rule() -> None:
    """docs/settings-document.md lists what is not free, and nothing else."""
    text = (Path(__file__).parents[3] / "docs/settings-document.md").read_text("utf-8")
    rules = text.partition("## What it may say")[2].partition("\n## ")[0]
    rows = [row.split("|")[1] for row in rules.splitlines() if row.startswith("| `")]
    named = [name for row in rows for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted({*FROM_HERE, *STRICTER} | {"consentWithEvents"})
