"""The vectors through the real analytics.js-core, where the host leaves the rule to us.

Every run plays the files in which the host has a say; ``EVERY_VECTOR=1`` plays all.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.classic_host import TOP, host_text
from tests.support.opt_in import EVERY_VECTOR
from tests.support.vectors import Outcome, by_file, complaints, load_vectors
from tests.support.vectors_in_chromium import run_in_chromium

FILES = by_file()
OF_HOSTS = (
    "arguments enablement goals hostile_keys identify logout options_for_destination page seed "
    "settings start track"
).split()
PLAYED = [name for name in FILES if EVERY_VECTOR or name[:-5] in OF_HOSTS]
LEFT_OUT = {
    "The host throws before it calls anybody (segment 8).": [
        "Text as track's options is not given and never throws.",
        "A list as track's options is not given and never throws.",
        "Text as traits and options of identify is not given and never throws.",
        "Lists as traits and options of identify are not given and never throw.",
        "Wrong shapes under the destination's name mean no options and never throw.",
        "Text as page's properties never throws.",
        "Text as page's options never throws.",
        "Lists as page's properties and options never throw.",
        "Properties that shadow an object's methods disturb no other.",
        "Integrations that shadow an object's methods disturb no switch.",
        "Options named like an object's machinery are not ours.",
        "Custom variables that shadow an object's methods disturb no other.",
        "Page properties named like an object's machinery do no harm.",
    ],
    "The host decides by the name Piwik, in this case, whether it starts or calls us.": [
        "initialize may name the destination Matomo, in any case, to switch it off.",
        "All switched off but Matomo on at initialize: it starts and stays on for calls.",
        "Piwik true goes before All false.",
        "Anything that is no boolean under Piwik switches it on, null excepted.",
    ],
    "The host moves nothing into integrations but what is called Piwik.": [
        "integrations.providers.Piwik goes before the general switch.",
    ],
    "The host looks for events in the plan along the prototype chain.": [
        "A disabled default stops such events too, for the plan does not know them.",
    ],
    "The host keeps user ids that we would not have stored.": [
        "A function as only argument is the callback and stores no id.",
        "A function as only argument pushes the stored id again.",
        "true is no id either.",
        "A list is no id.",
        "Blanks alone are no id.",
    ],
    "The host tells nobody of a logout: resetUserId goes out with the next call.": [
        "A logout forgets the user.",
        "A second logout says nothing.",
        "A login after a logout is a new identity, which a logout forgets again.",
        "Two identities before a logout need one resetUserId.",
        "Arguments of reset are not looked at.",
    ],
    "The host's dates do not say how the text that they were made of was written.": [
        "Category and label that look like dates stay text.",
    ],
    "The host copies settings without what is undefined.": [
        "An undefined goal id is refused and reported.",
    ],
}
NAMES_LEFT_OUT = [name for names in LEFT_OUT.values() for name in names]


@pytest.fixture(scope="module")
def host() -> str:
    """The host with the shipped classic.mjs."""
    return host_text()


def own_complaints(vector: dict, outcome: Outcome) -> list[str]:
    """Say what is wrong, but for the host's way to take apart the options of its callers."""
    theirs = [text for text in outcome.troubles if text.endswith("changed what it was given")]
    ours = [text for text in outcome.troubles if text not in theirs]
    return complaints(vector, Outcome(outcome.commands, outcome.warnings, ours))


@pytest.mark.parametrize("name", PLAYED)
def test_commands(name: str, page: Page, host: str) -> None:
    """The host's calls lead to the commands and warnings that the rule asks for."""
    outcomes = run_in_chromium(page, FILES[name], host)
    found = {v["name"]: own_complaints(v, o) for v, o in zip(FILES[name], outcomes, strict=True)}
    wrong = [text for name, texts in found.items() if name not in NAMES_LEFT_OUT for text in texts]
    assert "\n".join(wrong) == ""
    assert [name for name in NAMES_LEFT_OUT if found.get(name) == []] == []


def test_left_out_vectors_exist() -> None:
    """The table names each vector that is left out once, and none that is gone."""
    names = {vector["name"] for vector in load_vectors()}
    assert set(NAMES_LEFT_OUT) <= names
    assert len(set(NAMES_LEFT_OUT)) == len(NAMES_LEFT_OUT) <= len(names) / 10


def test_a_changed_module_is_noticed(open_page: Callable[..., Page], tmp_path: Path) -> None:
    """One changed word in classic.mjs makes vectors fail: they look at the shipped file."""
    shipped = (TOP / "dist/classic.mjs").read_text("utf-8")
    assert '"All"' in shipped
    changed = tmp_path / "classic.mjs"
    changed.write_text(shipped.replace('"All"', '"Any"'), "utf-8")
    vectors = FILES["track.json"]
    outcomes = run_in_chromium(open_page(), vectors, host_text(changed))
    pairs = zip(vectors, outcomes, strict=True)
    assert [text for vector, outcome in pairs for text in own_complaints(vector, outcome)] != []
