"""The whole of ``window.analytics``: calls, and who sees them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from paqbridge.flags import VERSION
from paqbridge.kits.full_standalone import FULL_STANDALONE, WHOLE
from paqbridge.native_support import BrokenPromise
from paqbridge.source.methods import create_whole
from tests.support.fake_page import FakePage

Methods = dict[str, Any]
SETTINGS = {"siteId": 1, "serverUrl": "https://m.example"}
START = 3


@pytest.fixture
def loaded(analytics: Methods) -> Methods:
    """Return the methods of an ``analytics`` that is loaded."""
    analytics["load"](SETTINGS)
    return analytics


def sent(fake: FakePage) -> list[Any]:
    """Return what has been pushed after the opening."""
    return fake.commands[START:]


def test_what_stands_there(analytics: Methods) -> None:
    """What Segment's snippets and tools look at."""
    names = ("VERSION", "invoked", "Integrations", "plugins", "failedInitializations")
    assert [analytics[name] for name in names] == [VERSION, True, {}, {}, []]
    assert analytics["initialized"] is False


@pytest.mark.parametrize("name", ["load", "initialize", "init"])
def test_three_names_of_the_start(fake: FakePage, analytics: Methods, name: str) -> None:
    """Segment has had each."""
    analytics[name](SETTINGS)
    assert fake.commands[0] == ["setSiteId", 1]


CALLS: list[tuple[str, list[Any], list[Any], list[Any]]] = [
    ("page", ["C", "N", {"p": 1}], ["C", "N", {"p": 1}, None], [["trackPageView"]]),
    ("screen", ["N"], [None, "N", {}, None], [["trackPageView"]]),
    ("track", ["E", {"p": 1}], ["E", {"p": 1}, None],
     [["trackEvent", "All", "E", None, None]]),
    ("identify", ["u", {"t": 1}], ["u", {"t": 1}, None], [["setUserId", "u"]]),
    ("group", ["g", {"t": 1}], ["g", {"t": 1}, None], []),
    ("alias", ["to", "from"], ["to", "from", None], []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "given", "heard", "commands"), CALLS)
def test_each_call(
    fake: FakePage, loaded: Methods, kind: str, given: Any, heard: Any, commands: Any
) -> None:
    """It reaches Matomo, and listeners hear what it said, as it was sorted out."""
    told: list[Any] = []
    loaded["on"](kind, lambda *said: told.append([*said]))
    loaded[kind](*given)
    (said,) = told
    if kind == "page":
        said[2] = {"p": said[2]["p"]}
    assert (said, sent(fake)) == (heard, commands)


@pytest.mark.parametrize(("kind", "given"), [call[:2] for call in CALLS])
def test_what_a_call_is_handed_out_as(loaded: Methods, kind: str, given: Any) -> None:
    """Middleware, callbacks and listeners of all calls see the same message."""
    seen: list[Any] = []

    def look(given: Any) -> None:
        seen.append(given["payload"]["obj"])
        given["next"](given["payload"])

    loaded["addSourceMiddleware"](look)
    loaded["on"]("invoke", seen.append)
    loaded["on"]("dispatch_start", lambda context: seen.append(context["event"]))
    loaded[kind](*given)
    assert [message["type"] for message in seen] == [kind] * 3
    user = {"identify": "u", "alias": "to"}.get(kind)
    assert {message["userId"] for message in seen} == {user}


def test_a_callback(fake: FakePage, loaded: Methods) -> None:
    """It gets the call's context, 300 ms later or when the page says."""
    seen: list[Any] = []
    for said, wait in (([], 300), ([None], 300), ([10], 10), ([None], 300), (["text"], 300)):
        for given in said:
            loaded["timeout"](given)
        loaded["track"]("E", {"p": 1}, lambda context: seen.append(context["event"]["properties"]))
        fake.run_timers(wait - 1)
        assert seen == []
        fake.run_timers(1)
        assert seen == [{"p": 1}]
        seen.clear()


def test_an_event_without_a_name(fake: FakePage, loaded: Methods) -> None:
    """Nothing is sent; the page's developers are told, once."""
    (broken,) = loaded["track"]("")
    with pytest.raises(BrokenPromise, match=r"^Event missing$"):
        broken()
    loaded["track"](None)
    assert sent(fake) == []
    assert len(fake.warnings) == 1


def test_nothing_is_stored_before_the_start(fake: FakePage, analytics: Methods) -> None:
    """It is not known yet whether something may be."""
    analytics["identify"]("u")
    assert (fake.localStorage.items, fake.document.cookie) == ({}, "")
    analytics["load"](SETTINGS)
    assert fake.localStorage.items["ajs_user_id"] == '"u"'


def test_what_promises_have(loaded: Methods) -> None:
    """That of a call its context, in which all is as it was; others nothing."""
    (context,) = loaded["track"]("E", {"p": 1})
    assert context()["event"]["properties"] == {"p": 1}
    (nothing,) = loaded["addSourceMiddleware"](let_pass)
    assert nothing() is None


def test_what_a_snippet_has_noted(fake: FakePage, analytics: Methods) -> None:
    """The page of a call is that of then, whatever is free by now."""
    fake.location.href = "https://shop.test/now"
    analytics["load"](SETTINGS)
    note = {"__t": "bpc", "u": "https://shop.test/then", "t": "Then"}
    (context,) = analytics["page"]("N", note)
    assert context()["event"]["context"]["page"]["title"] == "Then"
    (context,) = analytics["page"]("N")
    assert context()["event"]["context"]["page"]["title"] == "Shop"


def test_what_a_snippet_has_noted_of_one_that_waits(fake: FakePage, analytics: Methods) -> None:
    """It is of then as well, in what is sent and in what middleware sees."""
    seen: list[str] = []

    def look(given: Any) -> None:
        seen.append(given["payload"]["obj"]["context"]["page"]["title"])
        given["next"](given["payload"])

    analytics["addSourceMiddleware"](look)
    analytics["page"]({"__t": "bpc", "u": "https://shop.test/then", "t": "Then"})
    analytics["load"](SETTINGS)
    assert seen == ["Then"]
    assert ["setDocumentTitle", "Then"] in fake.commands


def test_switches_of_the_start(fake: FakePage, analytics: Methods) -> None:
    """Each message has what ``load`` says of destinations, and what its own call says besides."""
    analytics["load"]("KEY", {"integrations": {"Piwik": SETTINGS, "Other": False}})
    (context,) = analytics["track"]("E", {}, {"integrations": {"Own": True}})
    assert context()["event"]["integrations"] == {"Piwik": True, "Other": False, "Own": True}


SLOW = {"name": "mine", "type": "before", "load": lambda *given: None}


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What is to be called when a plugin that is registered has loaded: it does not by itself."""
    done: list[Any] = []
    monkeypatch.setattr(
        "paqbridge.source.plugins.settled", lambda make, go_on, fail: done.append(go_on)
    )
    return done


def test_one_that_is_loading(fake: FakePage, loaded: Methods, later: list[Any]) -> None:
    """Calls wait for a plugin that may change them, and go on with it."""
    loaded["register"](SLOW)
    loaded["track"]("E")
    assert sent(fake) == []
    later[0](None)
    assert [one[2] for one in sent(fake)] == ["E"]


def test_plugins_of_load(fake: FakePage, analytics: Methods) -> None:
    """As analytics-next takes them: they see the calls of before, too."""
    seen: list[str] = []
    see = {"name": "mine", "type": "before", "isLoaded": lambda: True, "load": lambda *given: None}
    analytics["track"]("A")
    analytics["load"](
        {
            "writeKey": "K",
            "integrations": {"Matomo": SETTINGS},
            "plugins": [{**see, "track": lambda context: seen.append(context["event"]["event"])}],
        }
    )
    assert (seen, sent(fake)) == (["A"], [])


def test_what_is_lost(fake: FakePage) -> None:
    """Who explains calls is told of one that a function of the page has dropped."""
    lost: list[Any] = []
    kit: Any = {**WHOLE, "lost": lambda event, why: lost.append((event["type"], why))}
    analytics: Any = create_whole(FULL_STANDALONE, kit)["analytics"]
    analytics["load"](SETTINGS)
    analytics["addSourceMiddleware"](lambda given: None)
    analytics["track"]("E")
    assert lost == [("track", "a function of the page has dropped it")]


def test_an_anonymous_id_in_options(loaded: Methods) -> None:
    """It is the visitor's from then on."""
    loaded["track"]("E", {}, {"anonymousId": "A"})
    assert loaded["user"]()["anonymousId"]() == "A"


def test_middleware(fake: FakePage, loaded: Methods) -> None:
    """What it has made of a call is sent, to whom it lets it go."""

    def change(given: Any) -> None:
        message = given["payload"]["obj"]
        message["event"] += "!"
        message["integrations"]["Piwik"] = message["properties"]["for_us"]
        given["next"](given["payload"])

    loaded["addSourceMiddleware"](change)
    for for_us in (True, False):
        loaded["track"]("E", {"for_us": for_us})
    assert [one[2] for one in sent(fake)] == ["E!"]


def test_middleware_for_us(fake: FakePage, loaded: Methods) -> None:
    """It sees what we get; that of another destination does not."""

    def mark(sign: str) -> Any:
        def change(given: Any) -> None:
            given["payload"]["obj"]["event"] += sign
            given["next"](given["payload"])

        return change

    loaded["addDestinationMiddleware"]("Piwik", mark("1"), mark("2"))
    loaded["addDestinationMiddleware"]("Other", mark("3"))
    loaded["track"]("E")
    assert [one[2] for one in sent(fake)] == ["E12"]


def test_older_middleware(fake: FakePage, loaded: Methods) -> None:
    """It has Segment's older form, and counts for our destination."""
    names: list[str] = []

    def look(payload: Any, integration: str, following: Any) -> None:
        names.append(integration)
        following(payload)

    loaded["addIntegrationMiddleware"](look)
    loaded["track"]("E")
    assert (len(names), len(sent(fake))) == (1, 1)


def test_plugins(fake: FakePage, loaded: Methods) -> None:
    """One that is registered sees each call till it is deregistered."""
    seen: list[Any] = []

    def see(context: Any) -> Any:
        seen.append(context["event"]["event"])
        return context

    loaded["register"](
        {
            "name": "mine",
            "type": "before",
            "load": lambda context, own: seen.append(context["event"]),
            "isLoaded": lambda: True,
            "track": see,
        }
    )
    loaded["track"]("A")
    loaded["deregister"]("mine")
    loaded["track"]("B")
    assert (seen, [one[2] for one in sent(fake)]) == ([{}, "A"], ["A", "B"])


def test_a_reset(fake: FakePage, loaded: Methods) -> None:
    """Visitor and group are forgotten, Matomo and listeners are told."""
    told: list[str] = []
    loaded["on"]("reset", lambda: told.append("reset"))
    loaded["identify"]("u")
    loaded["group"]("g")
    loaded["reset"]()
    assert (loaded["user"]()["id"](), loaded["group"]()["id"](), told) == (None, None, ["reset"])
    assert sent(fake)[-1] == ["resetUserId"]


def test_a_login_of_an_earlier_page(fake: FakePage, analytics: Methods) -> None:
    """A logout says who it was, whom this page's Matomo has not heard of; once."""
    fake.document.cookie = "ajs_user_id=u"
    analytics["load"]({**SETTINGS, "rememberUser": False})
    for _ in range(2):
        analytics["reset"]()
        assert sent(fake) == [["resetUserId"]]


def test_calls_before_load_say_who_it_was(fake: FakePage, analytics: Methods) -> None:
    """They wait with what was true of their moment."""
    seen: list[Any] = []

    def look(given: Any) -> None:
        message = given["payload"]["obj"]
        page = message["context"]["page"]
        seen.append((message["userId"], message["anonymousId"], page["title"]))
        given["next"](given["payload"])

    analytics["addSourceMiddleware"](look)
    analytics["setAnonymousId"]("first")
    fake.document.title = "Then"
    analytics["page"]()
    fake.document.title = "Now"
    analytics["setAnonymousId"]("second")
    analytics["identify"]("u")
    analytics["load"](SETTINGS)
    assert seen == [(None, "first", "Then"), ("u", "second", "Now")]
    assert [one[0] for one in sent(fake)] == ["trackPageView", "setUserId"]


def let_pass(given: Any) -> None:
    """Let a call go on as it is."""
    given["next"](given["payload"])


@pytest.mark.parametrize("is_seen", [True, False])
@pytest.mark.parametrize(("kind", "given"), [("page", []), ("screen", ["N"]), ("track", ["E"])])
def test_a_logout_in_another_tab(
    fake: FakePage, loaded: Methods, kind: str, given: Any, is_seen: bool
) -> None:
    """Matomo is told of it with the next call, whether functions of the page see that or not."""
    loaded["identify"]("u")
    if is_seen:
        loaded["addSourceMiddleware"](let_pass)
    fake.document.cookies.jar.clear()
    fake.localStorage.items.clear()
    loaded[kind](*given)
    assert [one[0] for one in sent(fake)][:2] == ["setUserId", "resetUserId"]


@pytest.mark.parametrize("is_seen", [True, False])
def test_an_alias(fake: FakePage, analytics: Methods, is_seen: bool) -> None:
    """Its first id may be the user's, where the setting says so."""
    analytics["load"]({**SETTINGS, "aliasUserId": True})
    if is_seen:
        analytics["addSourceMiddleware"](let_pass)
    analytics["alias"]("to")
    assert sent(fake) == [["setUserId", "to"]]


@pytest.mark.parametrize(("name", "place"), [("invoke", "event"), ("dispatch_start", "id")])
def test_either_listener_of_all_calls(loaded: Methods, name: str, place: str) -> None:
    """One hears the message, the other the context."""
    heard: list[Any] = []
    loaded["on"](name, heard.append)
    loaded["track"]("E")
    assert len(heard) == 1
    assert heard[0][place]


@pytest.mark.parametrize("is_early", [True, False])
def test_dates_stay_dates(analytics: Methods, is_early: bool) -> None:
    """Whoever looks at a call that has waited may ask a date for its time."""
    seen: list[Any] = []

    def look(given: Any) -> None:
        message = given["payload"]["obj"]
        seen.extend([message["timestamp"], message["properties"]["since"]])

    moment = datetime(2026, 1, 2, tzinfo=UTC)
    analytics["addSourceMiddleware"](look)
    if not is_early:
        analytics["load"](SETTINGS)
    analytics["track"]("E", {"since": moment}, {"timestamp": moment})
    if is_early:
        analytics["load"](SETTINGS)
    assert seen == [moment, moment]


def test_what_a_call_says_stays(fake: FakePage, analytics: Methods) -> None:
    """A page may use its object again before the call can leave."""
    properties = {"label": "Then"}
    (context,) = analytics["track"]("E", properties)
    assert context()["event"]["properties"] == {"label": "Then"}
    properties["label"] = "Now"
    analytics["load"](SETTINGS)
    assert sent(fake) == [["trackEvent", "All", "E", "Then", None]]


@pytest.mark.parametrize("is_seen", [True, False])
def test_nobody_gets_an_id_without_need(fake: FakePage, analytics: Methods, is_seen: bool) -> None:
    """An anonymous id is made where a function of the page sees a call, which a logout is not."""
    if is_seen:
        analytics["addSourceMiddleware"](let_pass)
    else:
        analytics["track"]("E")
    analytics["reset"]()
    analytics["load"](SETTINGS)
    assert "ajs_anonymous_id" not in {*fake.localStorage.items, *fake.document.cookies.jar}


def test_what_is_handed_out(loaded: Methods) -> None:
    """A call has its visitor, all traits, and the switches that stand at the top of its options."""
    loaded["identify"]("u", {"a": 1})
    (context,) = loaded["identify"]("u", {"b": 2}, {"Piwik": False})
    message = context()["event"]
    assert message["traits"] == {"a": 1, "b": 2}
    assert message["integrations"] == {"Piwik": False}
    assert message["anonymousId"] == loaded["user"]()["anonymousId"]()


def test_listeners_hear_options(loaded: Methods) -> None:
    """As the page has passed them."""
    told: list[Any] = []
    loaded["on"]("track", lambda *said: told.append(said))
    loaded["track"]("E", {}, {"o": 1})
    assert told == [("E", {}, {"o": 1})]


@pytest.mark.parametrize(
    ("becomes", "users"), [(None, ["u"]), ("mine", ["u", "mine"]), ("other", ["u"])]
)
def test_a_user_in_options(fake: FakePage, loaded: Methods, becomes: Any, users: Any) -> None:
    """It is not Matomo's; one that a function of the page says is, but for that."""

    def change(given: Any) -> None:
        if becomes:
            given["payload"]["obj"]["userId"] = becomes
        given["next"](given["payload"])

    fake.tracker_arrives()
    loaded["identify"]("u")
    loaded["addSourceMiddleware"](change)
    loaded["track"]("E", {}, {"userId": "other"})
    assert [one[1] for one in sent(fake) if "UserId" in one[0]] == users


def test_options_of_a_call_that_is_seen(fake: FakePage, loaded: Methods) -> None:
    """They count as without a function that sees it."""
    loaded["addSourceMiddleware"](let_pass)
    loaded["track"]("E", {}, {"integrations": {"Piwik": {"category": "C"}, "All": False}})
    loaded["track"]("E", {}, {"integrations": {"Piwik": False}})
    assert len(sent(fake)) == 1


def test_a_no_that_middleware_forgets(fake: FakePage, loaded: Methods) -> None:
    """What a call itself switches off stays off where a function passes on another message."""

    def forget(given: Any) -> None:
        given["next"]({"obj": {**given["payload"]["obj"], "integrations": {}}})

    loaded["addSourceMiddleware"](forget)
    loaded["track"]("E", {}, {"integrations": {"Piwik": False}})
    loaded["track"]("F")
    assert [one[2] for one in sent(fake)] == ["F"]


def test_traits_alone_log_nobody_out(fake: FakePage, loaded: Methods) -> None:
    """Whom another tab has logged out is told with the next page or event."""
    loaded["addSourceMiddleware"](let_pass)
    loaded["identify"]("u")
    fake.document.cookies.jar.clear()
    fake.localStorage.items.clear()
    loaded["identify"]({"t": 1})
    assert [one[0] for one in sent(fake)] == ["setUserId"]


def test_middleware_that_stamps_calls(fake: FakePage, analytics: Methods) -> None:
    """What it says of consent counts for the call, whatever it has said of those before."""

    def stamp(given: Any) -> None:
        message = given["payload"]["obj"]
        said = message["properties"]["said"]
        message["context"]["consent"] = {"categoryPreferences": {"C1": said}}
        given["next"](given["payload"])

    analytics["addSourceMiddleware"](stamp)
    analytics["load"]({**SETTINGS, "consentWithEvents": ["C1"]})
    for _ in range(2):
        for said in (None, False, True):
            analytics["track"](f"{said}", {"said": said})
        fake.tracker_arrives()
    assert [one[2] for one in fake.commands if one[0] == "trackEvent"] == ["True", "True"]


def test_a_call_of_before_a_no(fake: FakePage, analytics: Methods, later: list[Any]) -> None:
    """It never leaves, however long a plugin keeps it."""
    analytics["load"]({**SETTINGS, "consent": "load"})
    analytics["register"](SLOW)
    analytics["track"]("Before")
    analytics["consent"]["withdraw"]()
    analytics["consent"]["give"]()
    analytics["track"]("After")
    later[0](None)
    fake.tracker_arrives()
    events = [one[2] for one in fake.commands if one[0] == "trackEvent"]
    assert events == ["After"]
