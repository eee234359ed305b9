"""The URL of a page call: the caller's words count, a host's defaults do not."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.mapping.full.called_url import called_url, given_url
from paqbridge.read.facade import fields
from tests.support.full_mapping import event_of

SHOP = "https://shop.test:8080"
HERE = f"{SHOP}/shirts?size=m#blue"
RELATIVE = ["rel/p", f"{SHOP}/rel/p"]
ROOT = ["/", f"{SHOP}/"]
BASED = ["rel/p", f"{SHOP}/base/rel/p"]
NESTED = ["/a/b?next=/x/y", f"{SHOP}/a/b?next=/x/y"]
ASKED = ["/a?next=/x/y", f"{SHOP}/a?next=/x/y"]
SEARCH = ["/p?a=1", f"{SHOP}/p?a=1"]


def called(properties: Any, canonical: Any = (), **facts: Any) -> tuple[str | None, Any]:
    """Return the URL of a page call, and what the caller gave that is none of a host's."""
    own = facts.pop("page", {})
    page = {"url": HERE, "title": "Shirts", "referrer": "", "canonical": [*canonical], **own}
    now = {"url": HERE, "title": "Shirts", **facts}
    event = event_of("page", {"page": page, "now": now, "properties": properties})
    return called_url(event, fields(properties)), given_url(event, fields(properties))


@pytest.mark.parametrize(
    ("canonical", "properties"),
    [
        ([], {"url": f"{SHOP}/shirts?size=m", "path": "/shirts", "search": "?size=m"}),
        ([], {}),
        ([], {"url": None, "path": None}),
        ([], {"url": ""}),
        (ROOT, {"url": "/?size=m", "path": "/", "search": "?size=m"}),
        (ROOT, {"url": f"{SHOP}/?size=m", "path": "/"}),
        (SEARCH, {"url": "/p?a=1", "path": "/p?a=1"}),
        (SEARCH, {"url": f"{SHOP}/p?a=1", "path": "/p"}),
        (RELATIVE, {"url": "rel/p?size=m", "path": "/rel/p"}),
        (RELATIVE, {"url": "rel/p?size=m", "path": "rel/p"}),
        (RELATIVE, {"url": "rel/p?size=m", "path": "/p"}),
        (BASED, {"url": "rel/p?size=m", "path": "/rel/p"}),
        (NESTED, {"url": "/a/b?next=/x/y", "path": "/b"}),
        (NESTED, {"url": "/a/b?next=/x/y", "path": "/a/b?next=/x/y"}),
        (ASKED, {"url": "/a?next=/x/y", "path": "/x/y"}),
    ],
)
def test_what_hosts_put_there(canonical: list[str], properties: Any) -> None:
    """The canonical link as it is written or absolute, or the address without its hash.

    A host may make another path of it: getanalytics takes "a/" for the host of "/a/b".
    """
    assert called(properties, canonical) == (None, None)


@pytest.mark.parametrize(
    ("properties", "url"),
    [
        ({"url": f"{SHOP}/a"}, f"{SHOP}/a"),
        ({"url": "/a?b#c"}, f"{SHOP}/a?b#c"),
        ({"url": "https://other.test/"}, "https://other.test/"),
        ({"url": f"{SHOP}/?other=1"}, f"{SHOP}/?other=1"),
        ({"path": "/cart"}, f"{SHOP}/cart"),
        ({"path": "/cart?a=1"}, f"{SHOP}/cart?a=1"),
        ({"path": "/cart", "search": "?a=1#b"}, f"{SHOP}/cart?a=1"),
        ({"path": "/cart", "search": "?size=m"}, f"{SHOP}/cart?size=m"),
        ({"path": "/cart", "search": ""}, f"{SHOP}/cart"),
        ({"path": "/cart", "search": "a=1"}, f"{SHOP}/cart"),
        ({"path": "/cart?a=1#b", "search": "?a=1"}, f"{SHOP}/cart?a=1"),
        ({"path": "/cart#b", "search": "?a=1"}, f"{SHOP}/cart?a=1"),
        ({"path": "/cart", "url": "/a"}, f"{SHOP}/a"),
        ({"path": "/cart", "url": "/?size=m", "search": "?size=m"}, f"{SHOP}/cart"),
        ({"path": "/cart", "url": "/?size=m", "search": "?step=2"}, f"{SHOP}/cart?step=2"),
    ],
)
def test_what_the_caller_says(properties: Any, url: str) -> None:
    """Any other URL, and a path; of searches that of the address may be a host's."""
    assert called(properties, ROOT)[0] == url


@pytest.mark.parametrize("url", ["four", "javascript:0", "//other.test/", 5, {}, "?a=1", "#b"])
def test_what_cannot_be_used(url: Any) -> None:
    """It is known to be the caller's, so that it can be told."""
    assert called({"url": url}, ROOT) == (None, url)


@pytest.mark.parametrize("path", [{}, "", None])
def test_a_path_that_is_none(path: Any) -> None:
    """What is no text says nothing."""
    assert called({"path": path}, ROOT) == (None, None)


@pytest.mark.parametrize("path", ["cart", "//other.test/", 5])
def test_a_path_that_cannot_be_used(path: Any) -> None:
    """A path begins at the root; another is known to be the caller's, so that it can be told."""
    assert called({"path": path}, ROOT) == (None, path)


def test_a_page_without_an_origin() -> None:
    """What a host makes of the address of a frame that has no file is its own."""
    page = {"url": "about:srcdoc"}
    given = {"url": "about:srcdoc", "path": "srcdoc"}
    assert called(given, [], page=page, url="about:srcdoc") == (None, None)


def test_a_call_that_has_waited() -> None:
    """What was a host's default when it was made is none of the caller's, either."""
    page = {"url": f"{SHOP}/then?b#c"}
    assert called({"url": f"{SHOP}/then?b", "path": "/then"}, [], page=page) == (None, None)
    assert called({"url": "/?b"}, ROOT, page=page) == (None, None)
    # Of one that a host has kept, it is all that says where it was made.
    kept = {"url": f"{SHOP}/then", "path": "/then", "search": "?b"}
    assert called(kept)[0] == f"{SHOP}/then"


def test_a_search_of_the_address() -> None:
    """A host has put it there: a path of the call's has none."""
    given = {"url": f"{SHOP}/shirts?size=m", "path": "/other", "search": "?size=m"}
    assert called(given)[0] == f"{SHOP}/other"
    assert called({**given, "search": "?c=3"})[0] == f"{SHOP}/other?c=3"


@pytest.mark.parametrize(
    "given",
    [
        {"path": "/cart", "search": "?b=2"},
        {"url": f"{SHOP}/shirts?size=m", "path": "/cart", "search": "?b=2"},
        {"url": f"{SHOP}/cart?b=2"},
        {"url": f"{SHOP}/cart?b=2", "path": "/shirts", "search": "?size=m"},
    ],
)
def test_a_route_that_comes_after_its_call(given: dict[str, str]) -> None:
    """The caller says an address that is the page's by the time the call is mapped."""
    assert called(given, url=f"{SHOP}/cart?b=2#c")[0] == f"{SHOP}/cart?b=2"


def test_a_canonical_link_with_a_hash() -> None:
    """Hosts leave it out."""
    link = ["/p#x", f"{SHOP}/p#x"]
    assert called({"url": f"{SHOP}/p?size=m"}, link) == (None, None)


@pytest.mark.parametrize("url", ["/", f"{SHOP}/"])
def test_a_canonical_link_without_the_search(url: str) -> None:
    """Middleware of the page's has taken the search away, so that it is not sent."""
    given = {"url": url, "path": "/", "search": ""}
    assert called(given, ROOT) == (f"{SHOP}/shirts", None)
    # Of an address without a search, and of a link with one, it is what hosts say.
    there = {"page": {"url": f"{SHOP}/a#b"}, "url": f"{SHOP}/a#b"}
    assert called({"url": url, "path": "/"}, ROOT, **there) == (None, None)


def test_a_path_that_only_looks_like_a_hosts() -> None:
    """What getanalytics makes of a canonical link counts as that beside the link alone."""
    link = ["/shop/socks", f"{SHOP}/shop/socks"]
    assert called({"path": "/socks"}, link)[0] == f"{SHOP}/socks"
    assert called({"url": "/shop/socks?size=m", "path": "/socks"}, link)[0] is None


@pytest.mark.parametrize("link", ["http://[", "http://x:99999/a", "rel/p", "my-app://a/b"])
def test_a_canonical_link_that_is_no_url(link: str) -> None:
    """analytics-next has all of it as the path as well: neither is the call's own."""
    for path in (link, "/" + link):
        assert called({"url": link + "?size=m", "path": path}, [link]) == (None, None)
