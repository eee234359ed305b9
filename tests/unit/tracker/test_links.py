"""Which clicks are told of, and what they say."""

from __future__ import annotations

from typing import Any

import pytest

from paqbridge.tracker.lean import LEAN
from tests.unit.tracker.speaking import ENDPOINT, OTHER, SITE, Speaker, own


def clicked(href: str, classes: str = "", *commands: list[Any], saved: bool = False) -> str:
    """Return what a click on a link leads to: what is its own in the request, or nothing."""
    return "".join(own(*commands, ["$clicked", href, classes, saved, None]))


@pytest.mark.parametrize(
    ("href", "kind"),
    [
        (OTHER, "link"),
        (SITE, ""),
        (SITE + "a", ""),
        (SITE + "a.pdf", "download"),
        (SITE + "A.PDF", "download"),
        (OTHER + "a.zip?x=1", "download"),
        (SITE + "?f=a.zip&x", "download"),
        (SITE + "a.7z#x", "download"),
        (SITE + "a.pdfx", ""),
        (SITE + "pdf", ""),
        (SITE + "a.pdf/", ""),
        *[(f"{scheme}script:x", "") for scheme in ("java", "vb", "j", "live", "ecma", "JAVA")],
        ("mocha:x", ""),
        ("mailto:a@b.test", ""),
        ("tel:1", ""),
        (OTHER + "?mailto:a@b.test", "link"),
        (ENDPOINT, ""),
        (ENDPOINT + "?a.pdf", ""),
        ("http://m.test/", "link"),
    ],
)
def test_kind_by_address(href: str, kind: str) -> None:
    """Files are downloads, other hosts links; scripts, mail and the tracker itself are neither."""
    assert clicked(href) == (kind and f"{kind}={href}")


@pytest.mark.parametrize("name", ["piwik", "matomo"])
@pytest.mark.parametrize("mark", ["_", "-"])
@pytest.mark.parametrize(
    ("purpose", "kinds"),
    [("link", ["link", "link"]), ("download", ["download", "download"]), ("ignore", ["", ""])],
)
def test_kind_by_class(name: str, mark: str, purpose: str, kinds: list[str]) -> None:
    """A class of Matomo's decides, on any host, whatever else the element has."""
    word = f"{name}{mark}{purpose}"
    for classes in (word, f"a {word}", f"{word} b", f"a\n{word.upper()}\tb"):
        found = [clicked(href, classes).partition("=")[0] for href in (SITE, OTHER)]
        assert found == kinds, classes
    for classes in ("x" + word, word + "x"):
        found = [clicked(href, classes).partition("=")[0] for href in (SITE, OTHER)]
        assert found == ["", "link"], classes


@pytest.mark.parametrize(
    ("command", "kind"),
    [("setLinkClasses", "link"), ("setDownloadClasses", "download"), ("setIgnoreClasses", "")],
)
def test_classes_of_the_page(command: str, kind: str) -> None:
    """The page may name classes of its own, one or several; Matomo's count as before."""
    for given, classes in [("own", "own"), (["a", "own"], "x own"), (["a", "own"], "a")]:
        address = OTHER if command == "setIgnoreClasses" else SITE
        assert clicked(address, classes, [command, given]) == (kind and f"{kind}={address}")
    assert clicked(SITE, "owner", [command, "own"]) == ""
    assert clicked(SITE, "matomo_link", [command, "own"]) == f"link={SITE}"


def test_which_class_wins() -> None:
    """To ignore comes first, then a link, then a download."""
    assert clicked(OTHER, "piwik_ignore piwik_link") == ""
    assert clicked(SITE, "piwik_download piwik_link") == f"link={SITE}"
    assert clicked(SITE + "a.pdf", "piwik_link") == f"link={SITE}a.pdf"


def test_a_link_that_saves_is_a_download() -> None:
    """The attribute ``download`` makes one of any address, unless a class says otherwise."""
    assert clicked(SITE, saved=True) == f"download={SITE}"
    assert clicked(SITE, "piwik_link", saved=True) == f"link={SITE}"
    assert clicked("mailto:a@b.test", saved=True) == ""


@pytest.mark.parametrize(
    ("commands", "downloads"),
    [
        ([["setDownloadExtensions", "abc|def"]], ["abc", "def"]),
        ([["setDownloadExtensions", ["abc", "def"]]], ["abc", "def"]),
        ([["addDownloadExtensions", "abc"]], ["pdf", "zip", "abc"]),
        ([["addDownloadExtensions", ["abc", "def"]]], ["pdf", "zip", "abc", "def"]),
        ([["removeDownloadExtensions", "pdf|exe"]], ["zip"]),
        ([["removeDownloadExtensions", ["zip"]]], ["pdf"]),
        ([["setDownloadExtensions", "abc"], ["addDownloadExtensions", "def"]], ["abc", "def"]),
    ],
)
def test_extensions(commands: list[list[Any]], downloads: list[str]) -> None:
    """What is a download is the page's to say: instead of, besides, or less than what is known."""
    names = ["pdf", "zip", "abc", "def"]
    assert [name for name in names if clicked(f"{SITE}a.{name}", "", *commands)] == downloads


def test_the_address_is_decoded_and_purified() -> None:
    """It is read as a person would, and loses what is the tracker's own."""
    address = OTHER + "Path%20x?b=%C3%A9&pk_vid=1&c=2#h"
    assert clicked(address) == f"link={OTHER}Path x?b=é&c=2#h"
    assert (
        clicked(OTHER + "?gone=1&c=2", "", ["setExcludedQueryParams", "gone"])
        == f"link={OTHER}?c=2"
    )


@pytest.mark.parametrize(
    ("href", "saved", "said"),
    [(OTHER, False, f"link={OTHER}"), (SITE, True, f"download={SITE}"), (SITE, False, "")],
)
def test_a_lean_tracker(href: str, saved: bool, said: str) -> None:
    """It tells of links and downloads, says nothing besides, and leaves addresses as they are."""
    speaker = Speaker(language=LEAN)
    assert speaker.say("$clicked", href, "", saved, None) == href
    assert "".join(speaker.own()) == said


def test_a_link_in_a_block() -> None:
    """A click in a content block says which one; its target is the link where it has none."""
    target = f"c_i=click&c_n=n&c_p=p&c_t={OTHER}&ca=1"
    found = own(["$clicked", OTHER, "", False, ["n", "p", ""]])
    assert found == [f"link={OTHER}&{target}"]
    found = own(["$clicked", OTHER, "", False, ["n", "p", "t"]])
    assert found == [f"link={OTHER}&c_i=click&c_n=n&c_p=p&c_t=t&ca=1"]
    assert own(["$clicked", SITE, "", False, ["n", "p", "t"]]) == []


def test_clicks_are_watched_once() -> None:
    """However often it is asked for, the page is watched once."""
    assert Speaker(["enableLinkTracking"], ["enableLinkTracking"]).told("links") == [None]
    assert Speaker().told("links") == []
