"""Messages in Segment's common format."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge.flags import VERSION
from paqbridge.host import ZONE
from paqbridge.source.full_messages import context_of, handed_message, light_message
from tests.support.fake_page import EPOCH, FakePage

NOW = datetime(2027, 1, 15, 8, tzinfo=UTC)
LIBRARY = {"name": "paqbridge", "version": VERSION}
PAGE = {"path": None, "referrer": "https://shop.test/", "search": "", "title": "Shop", "url": None}


@pytest.fixture(autouse=True)
def _browser(fake: FakePage) -> None:
    """Have a browser that says something of itself."""
    fake.navigator = SimpleNamespace(userAgent="UA", language="fr", globalPrivacyControl=None)
    ZONE["name"] = "Europe/Paris"


def handed(kind: str, general: Any = None, **light: Any) -> Any:
    """Return the message of a call as it is handed out, and what is like in all left out."""
    call: Any = {"type": kind, "message": {"options": None, "context": {}, **light}}
    message = handed_message(call, "A", "u", general or {}, ["own"])
    assert (message.pop("type"), message.pop("anonymousId")) == (kind, "A")
    return message


def test_the_context_of_options() -> None:
    """What is no part of the message goes into its context, beside what is said under that name."""
    own = {"c": 1}
    top = dict.fromkeys(("integrations", "anonymousId", "timestamp", "userId", "messageId"), "x")
    assert context_of({**top, "context": own, "ip": "0"}) == {"c": 1, "ip": "0"}
    assert (context_of(None), own) == ({}, {"c": 1})


@pytest.mark.parametrize("is_described", [True, False])
def test_what_the_mapping_looks_at(fake: FakePage, is_described: bool) -> None:
    """It has browser and page only where somebody asks; the page's own context goes before."""
    fake.location.href = "https://shop.test/?utm_source=now"
    given: Any = {"event": "E", "options": {"timestamp": 5, "locale": "en"}}
    browser = {"userAgent": "UA", "library": LIBRARY, "campaign": {"source": "m"}}
    browser |= {"timezone": "Europe/Paris", "page": {**PAGE, "title": "Then"}}
    moment = {"t": "Then", "u": "https://shop.test/?utm_source=m"}
    assert light_message("track", given, "u", moment, is_described) == {
        **given,
        "userId": "u",
        "moment": moment,
        "timestamp": 5,
        "context": {**(browser if is_described else {}), "locale": "en"},
    }


@pytest.mark.parametrize(("kind", "path"), [("page", "/said"), ("screen", None), ("track", None)])
def test_what_a_call_says_of_the_page(kind: str, path: str | None) -> None:
    """A page call may say it, null too; dimensions have what functions of the page are told."""
    properties = {"path": "/said", "other": 1, "referrer": None}
    light: Any = {"options": {"page": {"title": "Mine"}}, "properties": properties, "event": "E"}
    light |= {"category": None, "name": None}
    message: Any = light_message(kind, light, "u", None, True)
    told = message["context"]["page"]
    said = {"referrer": None} if path else {}
    assert told == {**PAGE, **said, "path": path, "title": "Mine"}
    assert handed(kind, **message)["context"]["page"] == told


def test_a_track_call(fake: FakePage) -> None:
    """All that Segment's libraries say of it, with an id of its own."""
    properties = {"p": {"q": 1}}
    message = handed("track", {"All": True}, event="E", properties=properties)
    assert message.pop("messageId").startswith("paqbridge-")
    assert message == {
        "timestamp": NOW,
        "userId": "u",
        "integrations": {"All": True},
        "context": {
            "userAgent": "UA",
            "locale": "fr",
            "timezone": "Europe/Paris",
            "library": LIBRARY,
            "page": {**PAGE, "url": None},
        },
        "event": "E",
        "properties": properties,
    }
    assert message["properties"]["p"] is not properties["p"]
    assert handed("track", event="E", properties=None)["properties"] == {}


def test_what_options_say() -> None:
    """Id, user, time, integrations and context are the call's own where it gives them."""
    options = {"messageId": "m", "userId": "v", "timestamp": EPOCH - 1000}
    own = {"integrations": {"Own": False}}
    context = {"page": {"title": "Own"}, "locale": "en"}
    given = {"options": {**options, **own}, "context": context}
    message = handed("track", {"All": True, "Own": True}, event="E", properties=None, **given)
    assert (message["messageId"], message["userId"]) == ("m", "u")
    assert message["timestamp"] == EPOCH - 1000
    assert message["integrations"] == {"All": True, "Own": False}
    assert message["context"]["locale"] == "en"
    assert message["context"]["page"] == {**PAGE, "title": "Own"}


def test_the_user_of_options() -> None:
    """It is the call's where nobody is known."""
    light = {"event": "E", "properties": None, "context": {}, "options": {"userId": "v"}}
    call: Any = {"type": "track", "message": light}
    message = handed_message(call, "A", None, {}, [])
    assert message["userId"] == "v"


def test_what_is_handed_out_is_not_the_pages() -> None:
    """It is another at each depth, nine deep."""
    light = {"category": None, "name": None, "groupId": "g", "event": "E"}
    for kind, place in (("track", "properties"), ("page", "properties"), ("group", "traits")):
        given: Any = {"n": 9}
        for _ in range(8):
            given = {"in": given}
        message = handed(kind, **{**light, place: given, "context": given})
        for passed in (message[place], message["context"]):
            copy, own = passed["in"], given["in"]
            for _ in range(7):
                assert copy is not own
                copy, own = copy["in"], own["in"]
            assert copy == own
            assert copy is not own


def test_the_moment_of_a_call() -> None:
    """A call that has waited is of the page and the time of then."""
    moment = {"t": "Then", "r": "before", "d": EPOCH - 2000}
    message = handed("track", event="E", properties=None, moment=moment)
    assert message["timestamp"] == NOW - timedelta(seconds=2)
    page = message["context"]["page"]
    assert (page["title"], page["referrer"]) == ("Then", "before")


@pytest.mark.parametrize(
    ("category", "name", "names"),
    [
        (None, None, {}),
        ("C", "N", {"category": "C", "name": "N"}),
        ("", "", {"category": ""}),
        (None, "N", {"name": "N"}),
    ],
)
def test_a_page_call(category: Any, name: Any, names: Any) -> None:
    """Its properties have the page's facts, but for its own, and its names, but for a blank one."""
    own = {"title": "Own", "p": 1}
    message = handed("page", properties=own, category=category, name=name)
    shown = {**PAGE, "title": "Own"}
    assert message["properties"] == {**shown, "p": 1, **names}
    assert message["context"]["page"] == shown
    given = {key: one for key, one in (("category", category), ("name", name)) if one is not None}
    assert {key: message[key] for key in ("category", "name") if key in message} == given


def test_a_screen_call() -> None:
    """Its properties are its own alone."""
    message = handed("screen", properties={"p": 1}, category=None, name="N")
    assert (message["properties"], message["name"]) == ({"p": 1}, "N")
    assert message["context"]["page"] == PAGE
    assert handed("screen", properties=None, category=None, name=None)["properties"] == {}


def test_calls_about_the_visitor() -> None:
    """An alias has both ids, a login its traits, a group its id besides."""
    alias = handed("alias", id="to", **{"from": "before"})
    assert (alias["userId"], alias["previousId"]) == ("to", "before")
    traits = {"t": [1]}
    login = handed("identify", traits=traits, options={"userId": "other"})
    assert (login["userId"], login["traits"], "groupId" in login) == ("u", traits, False)
    assert login["traits"]["t"] is not traits["t"]
    both = ["messageId", "timestamp", "userId", "integrations", "context", "traits"]
    assert sorted(login) == sorted(both)
    group = handed("group", traits=traits, groupId="g")
    assert (group["groupId"], group["traits"], group["userId"]) == ("g", traits, "u")
