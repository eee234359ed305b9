"""Which fields of an address name a campaign and its keyword."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.tracker.sources import KEYWORDS, NAMES, source
from tests.unit.tracker.speaking import SECOND, SITE, only


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("mark", ["?", "#", "?a=b&", "#?"])
def test_names_of_campaigns(name: str, mark: str) -> None:
    """Any of these fields names one, in the query or in the hash."""
    found = source(only(["ping"], url=f"{SITE}{mark}{name}=c"))
    assert found == {"_rcn": "c", "_refts": str(SECOND)}


@pytest.mark.parametrize("name", KEYWORDS)
def test_names_of_keywords(name: str) -> None:
    """Any of these fields names one; alone it is told, and has no time."""
    found = source(only(["ping"], url=f"{SITE}?{name}=k"))
    assert found == {"_rck": "k", "_refts": "0"}
    found = source(only(["ping"], url=f"{SITE}?pk_campaign=c&{name}=k"))
    assert found == {"_rcn": "c", "_rck": "k", "_refts": str(SECOND)}


@pytest.mark.parametrize("names", [NAMES, KEYWORDS])
def test_the_first_that_says_something(names: list[str]) -> None:
    """The names have an order, and an empty one counts for nothing."""
    first, *others = names
    fields = "&".join(f"{name}={number}" for number, name in enumerate(names))
    key = "_rcn" if names is NAMES else "_rck"
    assert only(["ping"], url=f"{SITE}?{fields}")[key] == "0"
    assert only(["ping"], url=f"{SITE}?{first}=&{others[0]}=x")[key] == "x"


def test_names_of_the_page() -> None:
    """The page may take other fields, one or several; the usual ones count no more."""
    url = f"{SITE}?pk_campaign=x&pk_kwd=y&own=c&word=k"
    found = only(
        ["setCampaignNameKey", "own"], ["setCampaignKeywordKey", ["a", "word"]], ["ping"], url=url
    )
    assert (found["_rcn"], found["_rck"]) == ("c", "k")


@pytest.mark.parametrize("name", [*NAMES, *KEYWORDS, "mtm_clid", "pk_placement", "utm_id"])
def test_none_is_told_of(name: str) -> None:
    """Where campaigns are disabled none is looked for, and no address tells of one; what only looks
    like its field stays, and so does what the page excludes out."""
    url = f"{SITE}?{name}=c&utm=1&xutm_id=2&own=3#{name}=d&b=4"
    disabled: list[list[Any]] = [["disableCampaignParameters"], ["setExcludedQueryParams", "own"]]
    for commands in (disabled, disabled[::-1]):
        found = only(*commands, ["trackLink", f"{url}&{name}=e", "link"], url=url, referrer=url)
        rest = f"{SITE}?utm=1&xutm_id=2#b=4"
        assert (found["link"], found["url"], found["urlref"]) == (rest, rest, rest)
        assert source(found) == {"_refts": "0"}


@pytest.mark.parametrize("first", [True, False])
def test_names_of_the_page_are_not_told_either(first: bool) -> None:
    """Nor are the fields of its own that a page has named, before or after."""
    url = f"{SITE}?own=c&word=k&a=1&ownx=2"
    disabled: list[list[Any]] = [["disableCampaignParameters"]]
    named: list[list[Any]] = [["setCampaignNameKey", "own"], ["setCampaignKeywordKey", ["word"]]]
    order = [*disabled, *named] if first else [*named, *disabled]
    found = only(*order, ["ping"], url=url)
    assert found["url"] == f"{SITE}?a=1&ownx=2"
    assert source(found) == {"_refts": "0"}


@pytest.mark.parametrize("first", [True, False])
def test_who_consents_is_told_of(first: bool) -> None:
    """Where consent is asked for, before or after, campaigns are told of."""
    url = f"{SITE}?pk_campaign=c"
    commands: list[list[Any]] = [["disableCampaignParameters"], ["requireConsent"]]
    found = only(*(commands if first else commands[::-1]), ["setConsentGiven"], ["ping"], url=url)
    assert (found["_rcn"], found["url"]) == ("c", url)
