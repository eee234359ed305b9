"""The cookies of a visitor: their names, and where and how they are kept."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.speaking import OTHER, SECOND, Speaker

ID = "0123456789abcdef"
KNOWN: list[Any] = ["setVisitorId", ID]
PING: list[Any] = ["ping"]
STRICT: list[Any] = ["setCookieSameSite", "Strict"]
HERE, BELOW, SUB = "14d5", "6c6a", "c7ea"
"""What stands in a name for www.shop.test/, for its folder /dir, and for .shop.test: measured."""


def written(*commands: list[Any], **page: Any) -> list[str]:
    """Return the last two cookies that commands lead to, as a page sets them."""
    texts: list[str] = Speaker(*commands, PING, **page).told("cookie")[-2:]
    return texts


def test_what_is_written() -> None:
    """Who the visitor is, for 13 months, and that a visit is on, for half an hour."""
    assert written(KNOWN) == [
        f"_pk_id.7.{HERE}={ID}.{SECOND}.;path=/;max-age=33955200;SameSite=lax",
        f"_pk_ses.7.{HERE}=1;path=/;max-age=1800;SameSite=lax",
    ]


@pytest.mark.parametrize(
    ("commands", "place", "rest"),
    [
        ([["setCookiePath", "/dir"]], BELOW, "path=/dir;max-age=1800;SameSite=lax"),
        ([["setCookiePath", ""]], HERE, "path=/;max-age=1800;SameSite=lax"),
        ([["$domain", ".shop.test"]], SUB, "path=/;max-age=1800;domain=.shop.test;SameSite=lax"),
        ([["setCookieSameSite", "strict"]], HERE, "path=/;max-age=1800;SameSite=strict"),
        ([["setCookieSameSite", "STRICT"], ["setCookieSameSite", "LAX"]], HERE,
         "path=/;max-age=1800;SameSite=lax"),
        ([["setSessionCookieTimeout", "60"]], HERE, "path=/;max-age=60;SameSite=lax"),
        ([["setSessionCookieTimeout", 60.5]], HERE, "path=/;max-age=60;SameSite=lax"),
    ],
)  # fmt: skip
def test_where_they_are_kept(commands: list[list[Any]], place: str, rest: str) -> None:
    """A place has a name of its own, four digits of SHA-1 over domain and path."""
    assert written(*commands)[1] == f"_pk_ses.7.{place}=1;{rest}"


def test_names() -> None:
    """They begin as the page says, and have its site."""
    assert [
        one.partition("=")[0] for one in written(["setCookieNamePrefix", "a_"], ["setSiteId", "b"])
    ] == [
        f"a_id.b.{HERE}",
        f"a_ses.b.{HERE}",
    ]


@pytest.mark.parametrize("domain", [".shop.test", "*.shop.test", "shop.test", "", "*"])
def test_a_domain_is_tried_first(domain: str) -> None:
    """The page is asked whether the browser takes it; it holds once that is so."""
    speaker = Speaker(["setCookieDomain", domain])
    assert (speaker.told("domain"), speaker.say("getCookieDomain")) == ([domain.lstrip("*")], "")


@pytest.mark.parametrize(
    ("commands", "is_secure", "rest", "refused"),
    [
        ([["setSecureCookie", True]], True, ";secure;SameSite=lax", 0),
        ([["setSecureCookie", True]], False, ";SameSite=lax", 1),
        ([["setSecureCookie", True], ["setSecureCookie", False]], True, ";SameSite=lax", 0),
        ([["setSecureCookie", False]], False, ";SameSite=lax", 0),
        ([["setCookieSameSite", "None"]], True, ";secure;SameSite=none", 0),
        ([["setCookieSameSite", "None"]], False, ";SameSite=lax", 1),
        ([STRICT, ["setCookieSameSite", "none"]], False, ";SameSite=lax", 1),
        ([STRICT, ["setCookieSameSite", "x"]], True, ";SameSite=strict", 1),
        ([STRICT, ["setCookieSameSite"]], True, ";SameSite=strict", 1),
    ],
)  # fmt: skip
def test_https(commands: list[list[Any]], is_secure: bool, rest: str, refused: int) -> None:
    """What needs https is refused without it; what is no policy changes none."""
    speaker = Speaker(*commands, PING, is_secure=is_secure)
    assert speaker.told("cookie")[-1].partition("max-age=1800")[2] == rest
    assert len(speaker.told("refuse")) == refused


def test_deleting_them() -> None:
    """All that the visitor has go, as ``matomo.js`` calls them, and no others."""
    speaker = Speaker(KNOWN, PING, referrer=OTHER)
    for name in (f"_pk_cvar.7.{HERE}", f"_pk_id.8.{HERE}", "other"):
        speaker.jar.set(f"{name}=x;path=/", 0)
    before = len(speaker.told("cookie"))
    speaker.say("deleteCookies")
    assert {name for name, *_ in speaker.jar.kept} == {f"_pk_id.8.{HERE}", "other"}
    gone = speaker.told("cookie")[before:]
    assert [text.partition(".")[0] for text in gone] == ["_pk_id", "_pk_ses", "_pk_cvar", "_pk_ref"]
    assert {text.partition("=")[2] for text in gone} == {";path=/;max-age=-1;SameSite=lax"}
    speaker.say("deleteCookies")
    assert len(speaker.told("cookie")) == before + 4
