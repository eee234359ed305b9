"""The CPython half of native.py; the vectors hold the browser's half against it."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paqbridge import native
from paqbridge.native_support import js_number


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (0.1, "0.1"), (1e21, "1e+21"), (1e20, "1" + "0" * 20), (1e-7, "1e-7"),
     (1.5e-9, "1.5e-9"), (0.00001234, "0.00001234"), (-5, "-5"), (-0.0, "0"), (5e-324, "5e-324"),
     (float("nan"), "NaN"), (float("-inf"), "-Infinity")],
)  # fmt: skip
def test_numbers_as_javascript_writes_them(value: float, written: str) -> None:
    """Numbers are written as ECMAScript's Number::toString does."""
    assert js_number(value) == written


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_written_numbers_read_back(value: float) -> None:
    """Writing a number loses nothing."""
    assert float(js_number(value)) == value


@pytest.mark.parametrize(
    ("text", "amount"),
    [("$1,234.50", 1234.5), (" 30 ", 30), ("12,5", 12.5), ("30 USD", 30), (".5", 0.5), ("5.", 5),
     ("-$5", -5), ("$-5", -5), ("1e3", None), ("", None), ("\u20ac20", 20), ("1,23", 1.23),
     ("9" * 400, None), (True, None), (float("nan"), None), (-0.0, 0)],
)  # fmt: skip
def test_number(text: Any, amount: float | None) -> None:
    """Number slots take finite numbers and money as people write it (spec: Number slots)."""
    assert native.number(text) == amount


@given(st.text())
def test_clean_text_is_well_formed(text: str) -> None:
    """No text that leaves has a lone surrogate, and none is longer than its slot."""
    written = native.any_text(text, 5)
    assert written is not None
    assert len(written.encode("utf-16-le")) <= 10
    written.encode("utf-8")


def test_cut_splits_no_pair() -> None:
    """A pair of surrogates at the cap is left out as a whole."""
    assert native.any_text("abcd\U0001f600", 5) == "abcd"


@pytest.mark.parametrize("name", ["Signed Up", "signed_up", "signedUp", "SIGNED-UP", " signed.up "])
def test_folded(name: str) -> None:
    """The case styles of one name are one."""
    assert native.folded(name) == "signedup"


def test_folded_keeps_letters_of_all_languages() -> None:
    """Unicode letters survive, and a name of nothing but marks stays itself."""
    assert native.folded("Größe ändern!") == "größeändern"
    assert native.folded("!!!") == "!!!"


def test_keys_in_javascripts_order() -> None:
    """Whole numbers come first, by size, then the other keys as written."""
    assert native.keys({"b": 1, "10": 1, "a": 1, "2": 1, "01": 1}) == ["2", "10", "b", "a", "01"]
    assert native.keys(["x", "y"]) == ["0", "1"]
    assert native.keys("text") == []


def test_read_is_for_own_properties() -> None:
    """What has no such property, or no properties at all, reads as None."""
    assert native.read({"a": 1}, "a") == 1
    assert native.read(["x"], "0") == "x"
    for data in (None, 5, "text", {}, [], ["x"]):
        assert native.read(data, "1") is None


def test_each_has_an_end() -> None:
    """Of a huge object only the first 10,000 properties are visited."""
    seen: list[str] = []
    native.each({f"k{i}": i for i in range(10_010)}, lambda value, key: seen.append(key))
    assert len(seen) == 10_000


def test_date_text() -> None:
    """A date becomes its ISO text, midnight the day alone."""
    assert native.date_text(datetime(2020, 1, 1, tzinfo=UTC)) == "2020-01-01"
    assert native.date_text(datetime(2020, 1, 1, 10, tzinfo=UTC)) == "2020-01-01T10:00:00.000Z"


def test_type_names() -> None:
    """Types have JavaScript's names."""
    values = [True, 1, "a", None, {}, print]
    names = ["boolean", "number", "string", "undefined", "object", "function"]
    assert [native.type_name(value) for value in values] == names


def pairs_in_query(address: str) -> list[tuple[object, str]]:
    """Return what a visitor of a URL's query gets."""
    found: list[tuple[object, str]] = []
    native.each_in_query(address, lambda value, name: found.append((value, name)))
    return found


def test_small_helpers() -> None:
    """The helpers that lowering calls do on CPython what Python does."""
    assert native.joined([1], [2]) == [1, 2]
    assert native.merged({"a": 1}, {"b": 2}) == {"a": 1, "b": 2}
    assert native.contains("abc", "b")
    assert native.parsed('{"a": 1}') == {"a": 1}
    assert native.parsed("{") is None
    assert native.cookie_in("k=" + native.url_encoded("a b;ü"), "k") == "a b;ü"
    assert pairs_in_query("https://x.example/?siteId=7&a=%20") == [("7", "siteId"), (" ", "a")]
    assert pairs_in_query("") == []
    assert math.isinf(float("inf"))


def raising(*given: Any) -> Any:
    """Throw."""
    raise ArithmeticError(given)


def test_guards_let_exceptions_through_on_cpython() -> None:
    """A guard would hide what is wrong with us from every test; a test that wants that asks."""
    with pytest.raises(ArithmeticError):
        native.guard(raising)
    with pytest.raises(ArithmeticError):
        native.guarded(raising)(1)


@pytest.mark.usefixtures("swallowing")
def test_guards_swallow_where_a_test_asks() -> None:
    """As in a browser, the answer is then None."""
    assert native.guard(raising) is None
    assert native.guarded(raising)(1) is None


def test_guards_answer() -> None:
    """What does not throw has its own answer; of five arguments a function gets what it takes."""
    assert native.guard(lambda: 5) == 5
    assert native.guarded(lambda a, b: [a, b])("a", "b", "c") == ["a", "b"]
    assert native.guarded(lambda a, b: [a, b])() == [None, None]
    assert native.guarded(lambda: 5)("a") == 5


def test_loop() -> None:
    """What ``for`` is lowered to visits each item in its order."""
    seen: list[tuple[int, int]] = []
    native.loop([7, 8], lambda item, index: seen.append((item, index)))
    assert seen == [(7, 0), (8, 1)]


def test_lists() -> None:
    """What comprehensions, ``any``, ``all`` and ``append`` are lowered to."""
    items = [1, 2]
    native.append(items, 3)
    assert items == [1, 2, 3]
    assert native.chosen(items, lambda item: item > 1) == [2, 3]
    assert native.mapped(items, lambda item: item * 2) == [2, 4, 6]
    assert [native.some(items, lambda item: item > 2), native.some([], bool)] == [True, False]


def test_a_url_that_was_never_escaped() -> None:
    """What decodeURI would throw at stays as it is."""
    for url in ("https://a.test/%", "https://a.test/%ff", None):
        assert native.readable_url(url, 100) == url
    assert native.readable_url("https://a.test/%C3%BC%26", 100) == "https://a.test/\u00fc%26"


@pytest.mark.parametrize(
    ("value", "written"),
    [({"b": 1, "10": 2, "9": 3}, '{"9":3,"10":2,"b":1}'),
     ({"f": len, "a": [len, "x"]}, '{"a":[null,"x"]}'),
     ([float("nan"), float("-inf"), 0.5], "[null,null,0.5]"), ({"a": {"f": len}}, '{"a":{}}')],
)  # fmt: skip
def test_json_as_javascript_writes_it(value: Any, written: str) -> None:
    """What JSON does not have is left out, or null, as ECMAScript's JSON.stringify does."""
    assert native.json_text(value) == written


def test_fields_within_quotes() -> None:
    """What JSON would escape is escaped as URLs do it, and all else stays."""
    assert native.within_quotes('a="\\\n\x01\u00fc%20') == "a=%22%5C%0A%01\u00fc%20"
