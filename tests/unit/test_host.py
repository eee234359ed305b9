"""The page as the rest sees it: what it forbids counts as absent."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from paqbridge import host
from tests.support.fake_page import FakePage


def test_attempt() -> None:
    """A look at the page that throws sees nothing, on CPython too: that is no fault of ours."""
    assert host.attempt(lambda: 5) == 5
    assert host.attempt(lambda: 1 / 0) is None


def test_there_may_be_no_page(fake: FakePage) -> None:
    """On a server there is none: nothing that is looked at there is found."""
    assert host.has_page()
    host.page = None
    assert not host.has_page()
    assert host.page_facts() == {"url": None, "title": None, "referrer": None}
    assert (host.hostname(), host.global_value("x"), host.read_cookie("x")) == ("", None, None)
    assert host.read_storage("x") is None
    host.each_script(lambda script, index: pytest.fail(index))
    assert host.inject_script("https://m.example/x.js", "", lambda: None) is None
    host.warn("nobody hears it", None)
    host.write_cookie("a", "1", "")
    host.write_storage("a", "1")
    host.tell("nobody hears it")
    assert not host.has_objected()
    host.on_leave(print)


def test_cookies(fake: FakePage) -> None:
    """A cookie has our path, a year, and Segment's scope; its text is escaped and found again."""
    written: list[str] = []
    fake.document = SimpleNamespace(cookie="")  # type: ignore[assignment]
    host.write_cookie("a", "x; y", "shop.test")
    written.append(fake.document.cookie)
    host.write_cookie("a", None, "")
    written.append(fake.document.cookie)
    scope = "; path=/; samesite=lax"
    assert written == [
        f"a=x%3B%20y; max-age=31536000{scope}; domain=shop.test",
        f"a=; max-age=0{scope}",
    ]
    fake.document.cookie = "ba=1; a=x%3B%20y; c=%"
    assert [host.read_cookie(name) for name in ("a", "b", "c")] == ["x; y", None, "%"]


def test_an_older_pages_storage(fake: FakePage) -> None:
    """A text is kept until it is taken away."""
    host.write_storage("a", "1")
    assert host.read_storage("a") == "1"
    host.write_storage("a", None)
    assert host.read_storage("a") is None


def test_a_full_storage(fake: FakePage, swallowing: None) -> None:
    """What finds no room leaves nothing older in its place."""
    host.write_storage("a", "1")
    fake.localStorage.setItem = lambda name, value: 1 / 0  # type: ignore[method-assign,assignment]
    host.write_storage("a", "2")
    assert host.read_storage("a") is None


def test_a_script(fake: FakePage) -> None:
    """It has a nonce only where there is one, and goes to the document itself without a head."""
    ended: list[str] = []
    script: Any = host.inject_script("https://m.example/x.js", "", lambda: ended.append("end"))
    assert (script.src, script.nonce, fake.document.scripts) == (
        "https://m.example/x.js", None, [script]
    )  # fmt: skip
    script.onload()
    script.onerror()
    assert ended == ["end", "end"]
    fake.document.head = None  # type: ignore[assignment]
    second: Any = host.inject_script("https://m.example/y.js", "n", lambda: None)
    assert (second.nonce, fake.document.scripts) == ("n", [script, second])


def test_trusted_types(fake: FakePage) -> None:
    """Where a page enforces them the URL goes through a policy of ours, and is not changed."""
    names: list[str] = []

    def create_policy(name: str, rules: Any) -> Any:
        names.append(name)
        return SimpleNamespace(
            createScriptURL=lambda text: ("trusted", rules["createScriptURL"](text))
        )

    fake.trustedTypes = SimpleNamespace(createPolicy=create_policy)
    script: Any = host.inject_script("https://m.example/x.js", "", lambda: None)
    assert (script.src, names) == (("trusted", "https://m.example/x.js"), ["paqbridge"])


def test_trusted_types_refused(fake: FakePage) -> None:
    """Without a policy of ours the URL itself is tried: the page may have a policy for that."""

    def refuse(name: str, rules: Any) -> Any:
        raise TypeError(name)

    fake.trustedTypes = SimpleNamespace(createPolicy=refuse)
    script: Any = host.inject_script("https://m.example/x.js", "", lambda: None)
    assert script.src == "https://m.example/x.js"


@pytest.mark.parametrize(
    ("user", "known"),
    [
        (SimpleNamespace(id=lambda: None), False),
        (SimpleNamespace(id=lambda: "u"), "u"),
        (None, None),
    ],
)
def test_a_hosts_user(user: Any, known: object) -> None:
    """Only a host that can tell has lost its user."""
    assert host.user_of(SimpleNamespace(user=lambda: user)) == known
    assert host.user_of(None) is None


def test_settings_of_an_element() -> None:
    """Its nonce is one, then come those of the address, then its own, which have the last word."""
    dataset = {"siteId": "7"}
    address = "https://cdn.example/analytics.min.js?siteId=8&nonce=n"
    seen: list[tuple[Any, str]] = []
    element = SimpleNamespace(dataset=dataset, src=address, nonce="own", text="")
    host.each_setting_of(element, lambda text, name: seen.append((text, name)))
    assert seen == [("own", "nonce"), ("8", "siteId"), ("n", "nonce"), ("7", "siteId")]


def test_each_script(fake: FakePage) -> None:
    """The running element comes first, where there is one."""
    seen: list[Any] = []
    fake.document.scripts = ["a", "b"]  # type: ignore[list-item]
    host.each_script(lambda script, index: seen.append(script))
    host.running = "b"
    host.each_script(lambda script, index: seen.append(script))
    assert seen == ["a", "b", "b", "a", "b"]


@pytest.mark.parametrize(("given", "used"), [("", "own"), ("given", "given")])
def test_the_nonce_of_the_running_element(fake: FakePage, given: str, used: str) -> None:
    """What runs may have a nonce, which Matomo's script gets where the page says no other."""
    host.running = SimpleNamespace(nonce="own")
    script: Any = host.inject_script("https://m.example/x.js", given, lambda: None)
    assert script.nonce == used


def test_a_callback_that_throws(fake: FakePage) -> None:
    """The page's developers see the error itself, and nobody else anything."""
    shown: list[Any] = []
    fake.console = SimpleNamespace(warn=lambda text, received: shown.append((text, received)))
    error = ValueError("mine")

    def throw(argument: Any) -> None:
        raise error

    host.run(throw, 1)
    assert shown == [("paqbridge: a callback threw, received", error)]


def test_global_privacy_control(fake: FakePage) -> None:
    """Only the browser's own true is a visitor's no."""
    seen = []
    for value in (True, False, None, "1"):
        fake.navigator.globalPrivacyControl = value
        seen.append(host.has_objected())
    assert seen == [True, False, False, False]


def test_the_address_of_a_call(fake: FakePage) -> None:
    """The document says it, unless an element is called ``URL``: the document then gives that."""
    fake.location.href = "https://shop.test/a"
    assert host.quick_address() == "https://shop.test/a"
    form: Any = SimpleNamespace(URL=SimpleNamespace(tag="form"))
    fake.document = form
    assert host.quick_address() == "https://shop.test/a"
