"""URL, title and referrer of page views, on a page that has them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.full_mapping import mapped

SHOP = "https://shop.test:8080"
LANDING: dict[str, str] = {
    "url": f"{SHOP}/",
    "title": "Shop",
    "referrer": "https://search.test/",
}
VIEW = ["trackPageView"]


def views(*calls: Any, **settings: Any) -> list[Any]:
    """Return the commands of page calls, each (facts of the page that differ, properties)."""
    commands: list[Any] = []
    state = None
    for here, properties in calls:
        now = {"own": LANDING, **here.get("now", {})}
        message = {"page": {**LANDING, **here}, "properties": properties, "now": now}
        more, state, _ = mapped("page", message, state, **settings)
        commands += more
    return commands


def test_landing() -> None:
    """The tracker knows the page that it was loaded in."""
    assert views(({}, {}), ({}, {})) == [VIEW, VIEW]


def test_a_route_with_a_hash() -> None:
    """Segment's libraries leave the hash out of a page call's URL: the page's own goes before."""
    here = {"url": f"{SHOP}/#/shirts", "title": "Shirts"}
    assert views(({}, {}), (here, {"url": f"{SHOP}/", "title": "Shirts"})) == [
        VIEW,
        ["setReferrerUrl", f"{SHOP}/"],
        ["setCustomUrl", f"{SHOP}/#/shirts"],
        ["setDocumentTitle", "Shirts"],
        VIEW,
    ]


def test_the_first_call_after_a_route() -> None:
    """Before the first page call the route has changed: the tracker would say where it was loaded.

    The referrer is the document's all the same, since no page was recorded before.
    """
    here = {"url": f"{SHOP}/a", "title": "A"}
    assert views((here, {})) == [
        ["setCustomUrl", f"{SHOP}/a"],
        ["setDocumentTitle", "A"],
        VIEW,
    ]


def test_only_the_title_that_the_tracker_has_is_not_told() -> None:
    """A page's own title is told where it is another one than the document's at the start."""
    assert views(({}, {"title": "Shop"})) == [VIEW]
    assert views(({}, {"title": "Sale"})) == [["setDocumentTitle", "Sale"], VIEW]


def test_a_title_that_has_changed_while_the_call_waited() -> None:
    """Hosts put the document's title into each call: once that is stale it is not the call's own.

    Both are compared as they would be sent, so a long one is stale as well.
    """
    here = {"stale": "Shop", "title": "Shirts"}
    told = [["setDocumentTitle", "Shirts"], VIEW]
    assert views(({}, {}), (here, {"title": "Shop"})) == [VIEW, *told]
    long = {"stale": "x" * 5000, "title": "Shirts"}
    assert views(({}, {}), (long, {"title": "x" * 5000})) == [VIEW, *told]
    assert views(({}, {}), (here, {"title": "Sale"})) == [VIEW, ["setDocumentTitle", "Sale"], VIEW]


def test_the_referrer_of_one_page_stays() -> None:
    """A page that is recorded twice was reached from the same page both times."""
    here = {"url": f"{SHOP}/a"}
    told = [["setReferrerUrl", f"{SHOP}/"], ["setCustomUrl", f"{SHOP}/a"]]
    assert views(({}, {}), (here, {}), (here, {})) == [VIEW, *told, VIEW, VIEW]


def test_paths_are_those_of_the_page() -> None:
    """A path from the root is made absolute: the tracker would lose the port."""
    assert views(({}, {"url": "/b?c", "referrer": "/a"})) == [
        ["setReferrerUrl", f"{SHOP}/a"],
        ["setCustomUrl", f"{SHOP}/b?c"],
        VIEW,
    ]


BLANK = {"own": {**LANDING, "url": "about:blank"}}


@pytest.mark.parametrize("path", ["/b", "b", "//other.test/b"])
def test_no_origin(path: str) -> None:
    """Where the page has no address, or the path no root, there is nothing to make it absolute."""
    assert views(({"url": "about:blank", "now": BLANK}, {"url": path})) == [VIEW]


def test_the_documents_referrer_says_no_more_than_the_page() -> None:
    """Segment's libraries put the document's referrer into every call; only another one wins."""
    here = {"url": f"{SHOP}/a"}
    document = {"referrer": LANDING["referrer"]}
    other = {"referrer": "https://other.test/"}
    told = ["setCustomUrl", f"{SHOP}/a"]
    assert views(({}, document), (here, document)) == [
        VIEW,
        ["setReferrerUrl", f"{SHOP}/"],
        told,
        VIEW,
    ]
    assert views(({}, {}), (here, other)) == [
        VIEW,
        ["setReferrerUrl", other["referrer"]],
        told,
        VIEW,
    ]


def test_always_tells_all_facts_of_the_page() -> None:
    """pageFacts always: what the tracker would use by itself is told as well."""
    assert views(({}, {}), pageFacts="always") == [
        ["setReferrerUrl", "https://search.test/"],
        ["setCustomUrl", f"{SHOP}/"],
        ["setDocumentTitle", "Shop"],
        VIEW,
    ]


def test_always_keeps_the_referrer_of_one_page() -> None:
    """pageFacts always: a page that is recorded twice has its referrer both times."""
    told = views(({}, {}), ({}, {}), pageFacts="always")
    assert [command for command in told if command[0] == "setReferrerUrl"] == [
        ["setReferrerUrl", "https://search.test/"],
        ["setReferrerUrl", "https://search.test/"],
    ]


@pytest.mark.parametrize("name", ["url", "href"])
def test_a_link_within_the_page(name: str) -> None:
    """A path is one of the page's host, with its port, under either name."""
    message = {"event": "Clicked", "page": LANDING, "properties": {name: "/a"}}
    commands, _, _ = mapped("track", message, None, linkEvents=["Clicked"])
    assert commands == [["trackLink", f"{SHOP}/a", "link"]]


@pytest.mark.parametrize(
    ("now", "title"),
    [
        ({}, "Now"),
        ({"url": f"{SHOP}/b"}, "Then"),
        ({"route": "/other"}, "Then"),
        ({"url": f"{SHOP}/b", "route": "/other"}, "Then"),
    ],
)
def test_whose_title_it_is(now: dict[str, str], title: str) -> None:
    """That of now, which may have come late, or of the call where the page is another since."""
    here = {"url": f"{SHOP}/a", "title": "Then", "route": "/route"}
    told = views(
        ({**here, "now": {"url": f"{SHOP}/a", "title": "Now", "route": "/route", **now}}, {})
    )
    assert ["setDocumentTitle", title] in told


def test_a_title_of_the_calls_moment() -> None:
    """Hosts put it into each call: it is not the call's own."""
    here = {"title": "Then", "now": {"title": "Now"}}
    assert ["setDocumentTitle", "Now"] in views((here, {"title": "Then"}))


def test_a_url_that_cannot_be_used() -> None:
    """It is warned of, with what was given; one from the root can be, where the page has one."""
    message: Any = {"page": {**LANDING}, "properties": {"url": "b"}}
    _, _, notes = mapped("page", message)
    assert notes == [
        {"text": "url: expected an absolute URL or a path from the root", "received": "b"}
    ]
    message["properties"]["url"] = "/root"
    assert mapped("page", message)[2] == []


def test_back_to_the_title_of_the_start() -> None:
    """It is told, since the tracker has been told of another."""
    told = views(({}, {"title": "A"}), ({}, {}))
    assert told == [["setDocumentTitle", "A"], VIEW, ["setDocumentTitle", "Shop"], VIEW]


@pytest.mark.parametrize(
    ("document", "said", "told"),
    [("https://search.test/?q=secret", "", [["setReferrerUrl", ""]]), ("", "", [])],
)
def test_a_referrer_that_is_emptied(document: str, said: str, told: list[Any]) -> None:
    """Middleware takes it out: it is not told. Where the document has none it says nothing."""
    here = {"referrer": document}
    own = {**LANDING, **here}
    assert views(({**here, "now": {"own": own}}, {"referrer": said})) == [*told, VIEW]
