"""Where a visit has come from: what is found, kept and told, and what a next visit makes of it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paqbridge.native import url_encoded
from tests.tracker.own.heart import Jar
from tests.unit.tracker.sources import KEYWORDS, NAMES, source
from tests.unit.tracker.speaking import SECOND, SITE, Speaker, only

FROM = "http://from.test/a?b=c"


def visits(*pages: dict[str, Any], hours: float = 1) -> list[dict[str, str]]:
    """Return what the first hits of several visits say, each so many hours after the one before."""
    jar, told = Jar(), []
    for number, page in enumerate(pages):
        jar.kept = {key: one for key, one in jar.kept.items() if not key[0].startswith("_pk_ses")}
        speaker = Speaker(**page, jar=jar)
        speaker.wait(number * hours * 3600)
        speaker.say("ping")
        told.append(source(speaker.requests()[0]))
    return told


def test_it_is_kept() -> None:
    """The cookie has it as JSON, for half a year or as long as the page says."""
    speaker = Speaker(["ping"], url=SITE + "?pk_campaign=c&pk_kwd=k", referrer=FROM)
    assert json.loads(speaker.cookies()["_pk_ref"]) == ["c", "k", SECOND, FROM]
    lives = {name[:7]: one[1] for (name, *_), one in speaker.jar.kept.items()}
    assert lives["_pk_ref"] == 15768000
    assert "_pk_ref" not in Speaker(["ping"]).cookies()
    assert "_pk_ref" not in Speaker(["ping"], url=SITE + "?pk_kwd=k").cookies()


@pytest.mark.parametrize("name", ["ignore_referrer", "ignore_referer"])
def test_an_address_that_asks_not_to_be_looked_at(name: str) -> None:
    """Neither referrer nor campaign counts there: what is kept is told, as by ``matomo.js``."""
    first = {"url": SITE + "?pk_campaign=c"}
    asking = {"url": f"{SITE}?pk_campaign=d&pk_kwd=k&{name}=1", "referrer": FROM}
    assert visits(asking) == [{"_refts": "0"}]
    assert [one["_rcn"] for one in visits(first, asking, first)] == ["c"] * 3


def test_within_a_visit_nothing_is_looked_for() -> None:
    """What the visit began with is told, whatever page comes later."""
    first = Speaker(["ping"], url=SITE + "?pk_campaign=c", referrer=FROM)
    later = Speaker(["ping"], url=SITE + "?pk_campaign=d", referrer="http://b.test/", jar=first.jar)
    expected = {"_rcn": "c", "_refts": str(SECOND), "_ref": FROM}
    assert source(later.requests()[0]) == source(first.requests()[0]) == expected


CAMPAIGN: dict[str, Any] = {"url": SITE + "?pk_campaign=c&pk_kwd=k"}
REFERRED: dict[str, Any] = {"referrer": FROM}
KEYWORD: dict[str, Any] = {"url": SITE + "?pk_kwd=l"}
FIRST, LATER = str(SECOND), str(SECOND + 3600)


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (CAMPAIGN, {}, {"_rcn": "c", "_rck": "k", "_refts": FIRST}),
        (CAMPAIGN, {"referrer": SITE}, {"_rcn": "c", "_rck": "k", "_refts": FIRST}),
        (CAMPAIGN, KEYWORD, {"_rck": "l", "_refts": FIRST}),
        (REFERRED, KEYWORD, {"_rck": "l", "_refts": FIRST, "_ref": FROM}),
        (CAMPAIGN, REFERRED, {"_refts": LATER, "_ref": FROM}),
        (REFERRED, CAMPAIGN, {"_rcn": "c", "_rck": "k", "_refts": LATER, "_ref": FROM}),
        (REFERRED, {}, {"_refts": FIRST, "_ref": FROM}),
        (REFERRED, {"referrer": "http://b.test/"}, {"_refts": LATER, "_ref": "http://b.test/"}),
        ({}, {}, {"_refts": "0"}),
    ],
)
def test_the_next_visit(first: Any, second: Any, told: dict[str, str]) -> None:
    """A new source takes the place of the old one; a visit without one leaves it as it is."""
    assert visits(first, second)[1] == told
    if second in ({}, KEYWORD):
        assert visits(first, second, {})[2] == visits(first, {}, {})[1]


@pytest.mark.parametrize(
    ("commands", "referrer", "url", "told"),
    [
        ([], FROM, SITE, FROM),
        ([], "", SITE, None),
        ([], FROM, SITE + "?ignore_referrer=1", None),
        ([], FROM, SITE + "#ignore_referer=1", None),
        ([], FROM, SITE + "?ignore_referrer=0", FROM),
        ([["setReferrerUrl", "http://b.test/"]], FROM, SITE, "http://b.test/"),
        ([["setReferrerUrl", ""]], FROM, SITE, None),
        ([["setReferrerUrl", 5]], FROM, SITE, None),
        ([["setReferrerUrl"]], FROM, SITE, None),
        ([["setReferrerUrl", "notaurl"]], "", SITE, "notaurl"),
        ([], "http://b.test/?pk_vid=1&c=2", SITE, "http://b.test/?c=2"),
    ],
)
def test_referrers(commands: list[list[Any]], referrer: str, url: str, told: str | None) -> None:
    """One that is a text is told, as the page's and as the visit's, but not where it is ignored."""
    found = only(*commands, ["ping"], referrer=referrer, url=url)
    assert (found.get("urlref"), found.get("_ref")) == (told, told)


@pytest.mark.parametrize(
    ("domains", "referrer", "told"),
    [(None, SITE + "a", None), (["a.test"], "http://a.test/", None), (["a.test"], FROM, FROM)],
)
def test_the_sites_own_referrers(domains: Any, referrer: str, told: str | None) -> None:
    """A page of the site is where the visitor was, but not where the visit has come from."""
    commands: list[list[Any]] = [["setDomains", domains]] if domains else []
    found = only(*commands, ["ping"], referrer=referrer)
    assert (found["urlref"], found.get("_ref")) == (referrer, told)


def test_a_long_referrer() -> None:
    """1,024 characters of it are kept; the page's own referrer is told as it is."""
    referrer = FROM + "x" * 2000
    found = only(["ping"], referrer=referrer)
    assert (found["urlref"], found["_ref"]) == (referrer, referrer[:1024])


@pytest.mark.parametrize("broken", ["", "no json", "{}", "5", "null", '["a","b",1]', '"text"'])
def test_a_cookie_that_is_broken(broken: str) -> None:
    """It counts as none."""
    speaker = Speaker()
    for base, value in (("ref", url_encoded(broken)), ("ses", "1")):
        speaker.jar.set(f"_pk_{base}.7.14d5={value};path=/", 0)
    speaker.say("ping")
    assert source(speaker.requests()[0]) == {"_refts": "0"}


@pytest.mark.parametrize("commands", [[["disableCookies"]], [["requireCookieConsent"]]])
def test_without_cookies(commands: list[list[Any]]) -> None:
    """Each hit looks anew, nothing is kept, and what another page has kept is not read."""
    jar = Speaker(["ping"], url=SITE + "?pk_campaign=c").jar
    kept = dict(jar.kept)
    speaker = Speaker(*commands, ["ping"], ["ping"], referrer=FROM)
    assert [source(one) for one in speaker.requests()] == [{"_refts": FIRST, "_ref": FROM}] * 2
    assert speaker.cookies() == {}
    held = Speaker(["requireConsent"], jar=jar)
    assert held.say("getAttributionInfo") == ["", "", 0, ""]
    assert jar.kept == kept


TEXTS = st.text(
    alphabet=st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20
)


@given(TEXTS, st.sampled_from(NAMES), TEXTS, st.sampled_from(KEYWORDS), st.sampled_from("?#"))
def test_any_campaign(name: str, field: str, keyword: str, other: str, mark: str) -> None:
    """Name and keyword are told as the address says them, in this visit and in the next."""
    fields = f"{field}={twice(name)}&{other}={twice(keyword)}"
    first, second = visits({"url": f"{SITE}{mark}{fields}"}, {})
    assert first == second == {"_rcn": name, "_rck": keyword, "_refts": FIRST}


def twice(text: str) -> str:
    """Escape a text so that it is still escaped in an address that was decoded as a whole."""
    return url_encoded(url_encoded(text))


@given(st.lists(st.sampled_from(["c1", "c2", "r1", "r2", "own", "none"]), min_size=1, max_size=6))
def test_any_row_of_visits(kinds: list[str]) -> None:
    """Each visit is told the last source up to its own, with the second when that was found."""
    pages = {
        "own": {"referrer": SITE},
        "none": {},
        **{kind: {"url": f"{SITE}?pk_campaign={kind}"} for kind in ("c1", "c2")},
        **{kind: {"referrer": f"http://{kind}.test/"} for kind in ("r1", "r2")},
    }
    for number, told in enumerate(visits(*[pages[kind] for kind in kinds])):
        sources = [(at, kind) for at, kind in enumerate(kinds[: number + 1]) if len(kind) == 2]
        at, kind = sources[-1] if sources else (-1, "")
        assert told.get("_rcn") == (kind if kind[:1] == "c" else None)
        assert told["_refts"] == (str(SECOND + at * 3600) if kind else "0")
        referrers = [kind for _, kind in sources if kind[0] == "r"]
        assert told.get("_ref") == (f"http://{referrers[-1]}.test/" if referrers else None)
