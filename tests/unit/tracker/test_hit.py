"""What every request says, and how: its order, its escapes, and which addresses it tells."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paqbridge.native import url_encoded
from tests.unit.tracker.speaking import SITE, Speaker, only, parameters

PING: list[Any] = ["ping"]
UNTOLD = ["pk_vid", "ignore_referrer", "ignore_referer"]


def test_its_parameters_in_their_order() -> None:
    """As ``matomo.js`` has them."""
    speaker = Speaker(
        ["setVisitorId", "0123456789abcdef"],
        ["setUserId", "u"],
        ["setCustomVariable", 1, "n", "v", "page"],
        ["setCustomVariable", 1, "n", "v", "event"],
        ["setCustomVariable", 1, "n", "v", "visit"],
        ["setCustomDimension", 1, "one"],
        ["setEcommerceView", "s", "n", "c", 1],
        ["appendToTrackingUrl", "own=1"],
        ["requireConsent"],
        ["setConsentGiven"],
        ["trackEvent", "C", "A", "n", 1, {"dimension2": "two", "k": 1}],
        url=SITE + "?pk_campaign=c&pk_kwd=k",
        referrer="http://a.test/",
        charset="windows-1252",
    )
    assert " ".join(speaker.requests()[0]) == (
        "e_c e_a e_n e_v ca idsite rec r h m s url urlref uid _id _idn cs send_image "
        "_rcn _rck _refts _ref dimension2 _pkc _pkp _pks _pkn dimension1 data cvar e_cvar _cvar "
        "own consent uadata cookie res"
    )


def test_what_each_says() -> None:
    """The site, that it is recorded, the visitor's time, and no image, please."""
    found = only(["setSiteId", "3 x"], PING)
    said = {name: found[name] for name in ("idsite", "rec", "h", "m", "s", "send_image")}
    assert said == {"idsite": "3 x", "rec": "1", "h": "9", "m": "5", "s": "0", "send_image": "0"}
    assert "cs" not in found
    assert only(PING, charset="windows-1252")["cs"] == "windows-1252"


@pytest.mark.parametrize(("drawn", "said"), [(0, "0"), (0.25, "250000"), (0.9999999, "999999")])
def test_a_number_against_caches(drawn: float, said: str) -> None:
    """It has six digits at most."""
    speaker = Speaker()
    speaker.facts["random"] = lambda: drawn
    speaker.say("ping")
    assert speaker.requests()[0]["r"] == said


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("", ""),
        ("?", "?"),
        ("#", "#"),
        ("?a=b", "?a=b"),
        ("?pk_vid=1", ""),
        ("#pk_vid=1", ""),
        ("?a=b&pk_vid=1", "?a=b"),
        ("?pk_vid=1&a=b#c", "?a=b#c"),
        ("?a#b=c&ignore_referrer=1", "?a#b=c"),
        ("?pk_vid", "?pk_vid"),
        ("?pk_vid=", ""),
        ("?xpk_vid=1&pk_vidx=1", "?xpk_vid=1&pk_vidx=1"),
        ("?a=pk_vid=1", "?a=pk_vid=1"),
        ("?a&&b", "?a&&b"),
        ("#a?pk_vid=1", "#a?pk_vid=1"),
        ("#?gone=1", ""),
        ("#?gone=1&a=2", "#?a=2"),
        ("?b#?a&pk_vid=1", "?b#?a"),
        ("#?", "#?"),
        ("??gone=1", "??gone=1"),
        ("?gone=1&own=2&a=3", "?a=3"),
    ],
)
def test_fields_that_are_not_told(fields: str, told: str) -> None:
    """What is the tracker's own or excluded goes, in query and hash, with its mark if it is all."""
    set_up: list[Any] = ["setExcludedQueryParams", ["gone", "own"]]
    assert only(set_up, PING, url=SITE + fields)["url"] == SITE + told


def test_a_hash_that_is_not_told() -> None:
    """The page may leave it out, and take it back."""
    for wish, told in [(True, "?a"), (False, "?a#b")]:
        assert only(["discardHashTag", wish], PING, url=SITE + "?a#b")["url"] == SITE + told


FIELDS = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "gone", "gonex", *UNTOLD]),
        st.sampled_from(["", "=", "=1", "=?"]),
    ),
    max_size=5,
)


@given(FIELDS, FIELDS)
def test_any_address_is_purified(
    query: list[tuple[str, str]], anchor: list[tuple[str, str]]
) -> None:
    """No unwanted field with a value is told; all others are, as they were, in their order."""
    marks = [("?", query), ("#", anchor)]
    address = SITE + "".join(m + "&".join(map("".join, fields)) for m, fields in marks if fields)
    expected = SITE
    for mark, fields in marks:
        kept = [n + v for n, v in fields if not (v and n in ["gone", *UNTOLD])]
        expected += mark + "&".join(kept) if kept else ""
    excluded: list[Any] = ["setExcludedQueryParams", "gone"]
    assert only(excluded, PING, url=address)["url"] == expected
    assert only(excluded, PING, url=expected)["url"] == expected


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1), st.text(min_size=1))
def test_any_text_arrives(text: str, other: str) -> None:
    """Whatever a page says, the server reads it as it was, and nothing of it is taken for more."""
    speaker = Speaker(["setUserId", text], ["trackEvent", text, other, text])
    (query,) = speaker.queries()
    found = parameters(query)
    assert (found["e_c"], found["e_n"], found["uid"]) == (text, text, text)
    assert found["e_a"] == "".join(
        "\ufffd" if "\ud800" <= one <= "\udfff" else one for one in other
    )
    assert query.isascii()
    assert " " not in query
    assert len(found) == len(only(["setUserId", "u"], ["trackEvent", "C", "A", "n"]))


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_any_address_arrives(text: str) -> None:
    """What stands in an address escaped is told as the browser means it."""
    url = f"{SITE}{url_encoded(text).replace('%', '%25')}"
    assert only(PING, url=url)["url"] == SITE + url_encoded(text)
