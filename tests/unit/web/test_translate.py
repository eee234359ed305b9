from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from typing import Any

import pytest

from paqbridge import translate

SETTINGS = {"siteId": 1, "serverUrl": "https://m.example", "goals": {"Signed Up": 3}}
SIGNED_UP: dict[str, Any] = {"type": "track", "event": "Signed Up", "properties": {"revenue": 20}}
SHOP = {**SETTINGS, "ecommerce": True}
ADDED: dict[str, Any] = {
    "type": "track",
    "event": "Product Added",
    "properties": {"sku": "a", "name": "Cup", "price": 2, "category": ["x", "y"]},
}


def test_what_comes_out() -> None:
    """Commands, opening, outcome; nothing was left out."""
    said = translate(SETTINGS, SIGNED_UP)
    assert said.commands == [
        ["trackGoal", 3, 20],
        ["trackEvent", "All", "Signed Up", None, 20],
    ]
    assert [command[0] for command in said.opening] == [
        "setSiteId",
        "setTrackerUrl",
        "enableLinkTracking",
    ]
    assert (said.outcome, said.why, said.notes, said.warnings) == ("sent", "", [], [])


def test_notes_in_the_words_of_explain() -> None:
    """A value that finds no place is noted."""
    said = translate(SETTINGS, {**SIGNED_UP, "properties": {"label": {"plan": "pro"}}})
    assert said.notes == [
        {"what": "label", "why": "expected a text", "received": "an object with plan"}
    ]


@pytest.mark.parametrize(
    ("message", "why"),
    [
        ({"integrations": {"Piwik": False}}, "integrations switch this destination off"),
        ({"integrations": {"All": False}}, "integrations switch all destinations off"),
        ({"event": "Mouse Moved"}, 'not among the events to send, received "Mouse Moved"'),
        ({"event": " "}, 'event name, received " "'),
        ({"type": "reset"}, "nobody was logged in"),
    ],
)
def test_why_not(message: Any, why: str) -> None:
    """A call that says nothing to Matomo has the reason."""
    said = translate({**SETTINGS, "events": {"deny": ["Mouse Moved"]}}, {**SIGNED_UP, **message})
    assert (said.commands, said.outcome) == ([], "not sent")
    assert why in said.why


def test_wrong_settings_are_listed() -> None:
    """One that can be done without takes its default; without a site nothing is sent."""
    said = translate({**SETTINGS, "titleDelay": "soon"}, SIGNED_UP)
    assert said.warnings == [
        {"what": "titleDelay", "why": "expected a whole number", "received": '"soon"'}
    ]
    assert said.outcome == "sent"
    none = translate({"serverUrl": "https://m.example"}, SIGNED_UP)
    assert (none.commands, none.opening, none.outcome) == ([], [], "not sent")
    assert none.why == "the settings are not usable: the warnings say why"
    assert [one["what"] for one in none.warnings] == ["siteId"]


@pytest.mark.parametrize("build", ["full", "lean"])
def test_a_setting_that_there_is_not(build: Any) -> None:
    """A misspelt name is listed, with the one that is meant: a page would pass it over."""
    said = translate({**SETTINGS, "golas": {"A": 1}}, SIGNED_UP, build=build)
    why = "there is no such setting; is it goals?"
    assert said.warnings == [{"what": "golas", "why": why, "received": "an object with A"}]
    assert said.outcome == "sent"


def test_a_lean_build() -> None:
    """It says which settings and calls it lacks, and what of a page it leaves to the tracker."""
    said = translate(SHOP, {"type": "page", "properties": {"url": "/x"}}, build="lean")
    assert said.commands == [["trackPageView"]]
    full_only = "only a full build has it"
    assert said.warnings == [{"what": "ecommerce", "why": full_only, "received": "true"}]
    assert said.notes[0] == {
        "what": "url",
        "why": "only a full build sends it",
        "received": '"/x"',
    }
    group = translate(SETTINGS, {"type": "group", "groupId": "g"}, build="lean")
    assert (group.outcome, group.why) == ("not sent", "only a full build has this call")


def test_a_sequence() -> None:
    """The cart grows, and goes to the next page, whose tracker has to be told of all of it."""
    first = translate(SHOP, ADDED)
    second = translate(
        SHOP, {**ADDED, "properties": {"sku": "b", "price": 3}}, state=first.state.on_next_page()
    )
    items = [command for command in second.commands if command[0] == "addEcommerceItem"]
    assert [item[1] for item in items] == ["a", "b"]
    assert ["trackEcommerceCartUpdate", 5] in second.commands


def test_a_page_without_calls() -> None:
    """The cart is in the browser: a page that does not ask for it leaves it to the next."""
    first = translate(SHOP, ADDED)
    after = first.state.on_next_page().on_next_page()
    removed = translate(SHOP, {**ADDED, "event": "Product Removed"}, state=after)
    assert ["trackEcommerceCartUpdate", 0] in removed.commands
    assert after == first.state.on_next_page()


def test_a_view_that_follows_another() -> None:
    """The second view of a single-page application says its address, and where it came from."""
    home = translate(SETTINGS, {"type": "page"}, page={"url": "https://s.example/"})
    next_page: Any = {"url": "https://s.example/cart", "title": "Cart"}
    said = translate(SETTINGS, {"type": "page"}, state=home.state, page=next_page)
    assert home.commands == [["trackPageView"]]
    assert said.commands == [
        ["setReferrerUrl", "https://s.example/"],
        ["setCustomUrl", "https://s.example/cart"],
        ["setDocumentTitle", "Cart"],
        ["trackPageView"],
    ]


def test_a_user_whom_the_messages_name() -> None:
    """The user of a message is told first, once; a logout is told, too."""
    first = translate(SETTINGS, {**SIGNED_UP, "userId": "u7"})
    again = translate(SETTINGS, {**SIGNED_UP, "userId": "u7"}, state=first.state)
    gone = translate(SETTINGS, {"type": "reset"}, state=again.state)
    assert first.commands[0] == ["setUserId", "u7"]
    assert again.commands == first.commands[1:]
    assert ["resetUserId"] in gone.commands


@pytest.mark.parametrize(
    ("mode", "answer", "outcome", "opening"),
    [
        ("tracking", "given", "sent", "requireConsent"),
        ("tracking", "pending", "held", "requireConsent"),
        ("load", "pending", "held", None),
        ("cookies", "pending", "sent", "requireCookieConsent"),
        ("none", "pending", "sent", "setSiteId"),
        ("none", "refused", "not sent", "setSiteId"),
    ],
)
def test_consent(mode: str, answer: Any, outcome: str, opening: str | None) -> None:
    """What leaves with which answer; what is held says for what."""
    said = translate({**SETTINGS, "consent": mode}, SIGNED_UP, consent=answer)
    assert said.outcome == outcome
    assert (outcome == "sent") == (said.why == "")
    assert (said.opening[0][0] if said.opening else None) == opening


def test_no_user_before_consent_to_cookies() -> None:
    """While cookies wait for an answer Matomo hears of no user, and of the event alone."""
    settings = {**SETTINGS, "consent": "cookies"}
    said = translate(settings, {**SIGNED_UP, "userId": "u7"}, consent="pending")
    assert [command[0] for command in said.commands] == ["trackGoal", "trackEvent"]


def test_nothing_of_the_caller_changes() -> None:
    """Settings, message and state stay as they are, and no command holds a part of them."""
    settings, message = deepcopy(SHOP), deepcopy(ADDED)
    said = translate(settings, message)
    kept = repr(said.state)
    for command in said.commands:
        for argument in command:
            if isinstance(argument, list):
                argument.append("z")
    again = translate(settings, message, state=said.state)
    assert (settings, message, repr(said.state)) == (SHOP, ADDED, kept)
    assert again.commands != said.commands


def test_values_of_python() -> None:
    """Money is read, other keys and sequences count, and what JSON cannot say is noted."""
    properties = {"revenue": Decimal("12.50"), 7: (1, 2), "label": object()}
    said = translate(SETTINGS, {**SIGNED_UP, "properties": properties})
    assert said.commands[0] == ["trackGoal", 3, 12.5]
    assert [one["what"] for one in said.notes] == ["label"]
    json.dumps([said.commands, said.notes])


def test_a_message_that_holds_itself() -> None:
    """It is cut off, and the call goes on."""
    message = {**SIGNED_UP, "traits": {}}
    message["traits"]["again"] = message
    assert translate(SETTINGS, message).outcome == "sent"


@pytest.mark.parametrize(
    ("given", "error", "said"),
    [
        ({"message": ["track"]}, TypeError, "message: expected a mapping, received a list of 1"),
        ({"settings": None}, TypeError, "settings: expected a mapping, received nothing"),
        ({"message": {"type": "click"}}, ValueError, 'type: expected page or .*received "click"'),
        ({"message": {}}, ValueError, "type: expected page or .*received nothing"),
        ({"build": "tiny"}, ValueError, 'build: expected lean or full, received "tiny"'),
        ({"consent": "yes"}, ValueError, 'consent: expected given .*received "yes"'),
    ],
)
def test_what_a_program_gets_wrong(given: Any, error: Any, said: str) -> None:
    """What no data can excuse is an error that says what was expected."""
    with pytest.raises(error, match=said):
        translate(**{"settings": SETTINGS, "message": SIGNED_UP, **given})
