"""Whatever a page says, what it says later is followed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paqbridge.tracker.lean import LEAN
from paqbridge.tracker.whole import FIRST, LATER, WHOLE
from tests.unit.tracker.speaking import OTHER, SECOND, SITE, Speaker

PATTERNS = ("Classes", "Extensions", "Key")
"""What takes parts of regular expressions, as in ``matomo.js``, which fails where they are none."""

METHODS = sorted(
    name for name in (*FIRST, *LATER) if name[0] != "$" and not name.endswith(PATTERNS)
)
URL = f"{SITE}?pk_campaign=c&pk_vid={'0' * 16}{SECOND}{'0' * 6}#a=b"
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-9, 999),
    st.floats(),
    st.text(max_size=9),
    st.sampled_from(["", "/", "*", "?", "(", "[", "\\", ".a.test/b*", "POST", "visit", "1"]),
    st.lists(st.one_of(st.text(max_size=3), st.none(), st.integers()), max_size=2),
    st.dictionaries(st.text(max_size=5), st.integers(), max_size=2),
)
COMMANDS = st.lists(
    st.builds(
        lambda name, given: [name, *given], st.sampled_from(METHODS), st.lists(VALUES, max_size=6)
    ),
    max_size=3,
)
USUAL: list[list[Any]] = [
    ["setConsentGiven"],
    ["trackPageView"],
    ["trackEcommerceCartUpdate", 1],
    ["$clicked", OTHER, "a", False, None],
    ["$shown", [["n", "p", ""]]],
    ["getAttributionInfo"],
    ["getMatomoUrl"],
    ["$left"],
]


@pytest.mark.parametrize("language", [WHOLE, LEAN], ids=["whole", "lean"])
@given(COMMANDS)
def test_anything(language: Any, commands: list[list[Any]]) -> None:
    """Nothing throws, in what comes first or in what a page usually does after it."""
    speaker = Speaker(["enableCrossDomainLinking"], *commands, *USUAL, url=URL, language=language)
    for hit in speaker.hits():
        assert isinstance(hit["address"] + hit["body"], str)
