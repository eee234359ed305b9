"""The two halves of the canonical encoding write the same, and lose nothing."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Page

from tests.support.canonical import SPECIAL, decode, encode, special

SCRIPT = Path(__file__).with_name("canonical.js")
RUN = "(text) => JSON.parse(text).map((value) => canonical(decodeSpecial(value)))"
EDGES: list[Any] = [
    *[{"$": name} for name in SPECIAL if name != "function"],
    *["", "\x00\x1f", "\x7f\x80", '"\\/', "\u2028", "\ud800", "\udc00\ud800", "\U0001f680"],
    *[0, -1, 0.1, 1e21, 1e-7, 123456789012345680000, 2**53, 5e-324, 1.7976931348623157e308],
    *[True, False, [], [[]], ["a", {"$": "undefined"}]],
]
texts = st.text(st.characters(max_codepoint=0x10FFFF), max_size=20)
numbers = st.one_of(st.floats(), st.integers(-(2**53), 2**53))
values = st.recursive(
    st.one_of(texts, numbers, st.booleans(), st.none()), lambda inner: st.lists(inner, max_size=3)
)

same_each_time = settings(database=None, deadline=None, derandomize=True)


def generated(count: int) -> list[Any]:
    """Return so many values, the same each time."""
    found: list[Any] = []

    @settings(
        same_each_time,
        max_examples=count,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(values)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    return found


def written(value: Any) -> Any:
    """Write a value as vectors do, so that JSON carries it over."""
    if isinstance(value, list):
        return [written(item) for item in value]
    is_plain = isinstance(value, str) or (value is not None and math.isfinite(value))
    return value if is_plain else json.loads(encode(value))


def in_browser(page: Page, values: list[Any]) -> list[str]:
    """Return what the browser's half makes of values that are written as vectors write them."""
    page.add_script_tag(path=SCRIPT)
    found: list[str] = page.evaluate(RUN, json.dumps(values))
    return found


def test_edges(page: Page) -> None:
    """Special values, odd text and numbers at the borders of their forms are written alike."""
    assert in_browser(page, EDGES) == [encode(decode(value)) for value in EDGES]


def test_generated_values(page: Page) -> None:
    """So are any texts, numbers and lists."""
    made = generated(1500)
    assert len(made) >= 1000
    assert in_browser(page, [written(value) for value in made]) == [encode(v) for v in made]


def test_kinds_are_told_apart(page: Page) -> None:
    """No two different values are written the same, in either language."""
    different = [*EDGES, "0", "true", "undefined", "null", ["0"], "[]"]
    here = [encode(decode(value)) for value in different]
    assert len(set(here)) == len(different)
    script = "[null, undefined, 'null', NaN, 0, -0, () => {}, Symbol(), 1n, {}].map(canonical)"
    page.add_script_tag(path=SCRIPT)
    assert len(set(page.evaluate(script))) == 10


@same_each_time
@given(numbers)
def test_numbers_come_back(number: float) -> None:
    """A number that is read back is the same one, the sign of zero included."""
    back = decode(json.loads(encode(number), parse_int=float))
    same_sign = math.copysign(1, back) == math.copysign(1, number)
    assert math.isnan(number) if math.isnan(back) else back == number and same_sign


@same_each_time
@given(texts)
def test_text_comes_back(text: str) -> None:
    """A text is written in ASCII and read back unchanged, but that two halves make a pair."""
    back = json.loads(encode(text))
    assert encode(text).isascii()
    assert back.encode("utf-16", "surrogatepass") == text.encode("utf-16", "surrogatepass")


def test_what_no_command_holds_is_refused() -> None:
    """A function or a stranger among the arguments of a command is an error, not a text."""
    for value in (lambda: None, [{"a": object()}], object()):
        with pytest.raises(TypeError):
            encode(value)


def test_special_values_are_decoded_anywhere() -> None:
    """A special value is found inside lists and objects; an object with more keys is none."""
    assert decode({"a": [{"$": "Infinity"}]}) == {"a": [math.inf]}
    assert decode({"$": "NaN", "b": 1}) == {"$": "NaN", "b": 1}
    assert special("NaN") == encode(math.nan)
