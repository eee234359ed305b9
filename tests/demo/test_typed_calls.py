from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

READ = """async (text) => {
  const { parseCalls } = await import('/static/js/typed_calls.js');
  try {
    return parseCalls(text).map(({ method, args }) => [method, ...args]);
  } catch ({ name, message, line, column }) {
    return { name, message, at: [line, column] };
  }
}"""


@pytest.fixture
def read(address: str, page: Page) -> Callable[[str], Any]:
    """The page's reader of typed calls: a list of [method, ...arguments], or what is wrong."""
    page.goto(f"{address}/static/missing.html")
    return lambda text: page.evaluate(READ, text)


def test_calls_are_read_as_javascript_would(read: Callable[[str], Any]) -> None:
    """Every literal that the documents use in a call is understood, without eval."""
    cases: list[tuple[str, list[Any]]] = [
        ("analytics.page()", ["page"]),
        ("  analytics . reset ( ) ;", ["reset"]),
        ("analytics.track('Logged In');", ["track", "Logged In"]),
        ('analytics.track("it\'s", {value: 30,})', ["track", "it's", {"value": 30}]),
        ("analytics.track(`two\nlines`)", ["track", "two\nlines"]),
        (r"analytics.track('a\'b\n\x41\u00e9\u{1F600}\q')", ["track", "a'b\nAé😀q"]),
        (
            "analytics.track('a', [1, -2.5, .5, 1e3, 0x1F, [], {}])",
            ["track", "a", [1, -2.5, 0.5, 1000, 31, [], {}]],
        ),
        ("analytics.identify(true, false, null)", ["identify", True, False, None]),
        (
            "analytics.page({1: ['a', 'b'], 'x y': 1, $a_é: 2})",
            ["page", {"1": ["a", "b"], "x y": 1, "$a_é": 2}],
        ),
        ("// why\nanalytics.page(/* x */ 'a') // end", ["page", "a"]),
    ]
    assert [read(text) for text, _ in cases] == [[call] for _, call in cases]


def test_several_calls_are_read_in_order(read: Callable[[str], Any]) -> None:
    """A person may type a whole visit, with or without semicolons."""
    text = "analytics.page();;\nanalytics.identify('u')\nanalytics.reset()"
    assert read(text) == [["page"], ["identify", "u"], ["reset"]]


def test_a_prototype_key_is_an_ordinary_property(address: str, page: Page) -> None:
    """A typed __proto__ reaches the bundle as data and changes no object."""
    page.goto(f"{address}/static/missing.html")
    keys = """async () => {
      const { parseCalls } = await import('/static/js/typed_calls.js');
      const [{ args }] = parseCalls("analytics.track('x', { __proto__: { a: 1 } })");
      return [Object.keys(args[1]), args[1].a === undefined];
    }"""
    assert page.evaluate(keys) == [["__proto__"], True]


def test_what_is_wrong_is_said_with_its_place(read: Callable[[str], Any]) -> None:
    """Each mistake has a message of its own and points at the character."""
    cases = [
        ("", "Write a call", [1, 1]),
        (" ; ", "Write a call", [1, 4]),
        ("alert(1)", "begins with analytics", [1, 1]),
        ("analytics.load({})", "page, identify, track, reset", [1, 11]),
        ("analytics.constructor('x')", "page, identify, track, reset", [1, 11]),
        ("analytics track", "Expected . after analytics", [1, 11]),
        ("analytics.track 'x'", "Expected ( after track", [1, 17]),
        ("analytics.track('x'", "a comma or )", [1, 20]),
        ("analytics.track('x',\n  name)", "name is a variable", [2, 3]),
        ("analytics.track('x', {\n  value 30 })", "Expected : after the property value", [2, 9]),
        ("analytics.track('x', { [1]: 2 })", "a property name", [1, 24]),
        ("analytics.track('x', [1 2])", "a comma or ]", [1, 25]),
        ("analytics.track('x)", "no closing '", [1, 17]),
        ("analytics.track(`a${b}`)", "is not understood", [1, 19]),
        ("analytics.track(1px)", "not a number", [1, 17]),
        ("analytics.track(,)", "Expected a value", [1, 17]),
        ("analytics.track('x', function () {})", "Callbacks cannot", [1, 22]),
        ("analytics.track('x', () => 1)", "Callbacks cannot", [1, 22]),
        (r"analytics.track('\u{110000}')", "no such character", [1, 18]),
        ("analytics.", "the name of a call", [1, 11]),
        ("analytics", "Expected . after analytics", [1, 10]),
        ("analytics['track']('x')", "Expected . after analytics", [1, 10]),
        ("analytics.track;", "Expected ( after track", [1, 16]),
        ("analytics.page() 'x'", "; or a new line", [1, 18]),
        (")", "begins with analytics", [1, 1]),
        ("analytics.track(`a)", "no closing `", [1, 17]),
        ("analytics.track('x', { a: })", "Expected a value", [1, 27]),
        ("analytics.track('x', { a: 1 b: 2 })", "a comma or }", [1, 29]),
        ("analytics.track('x', { ...y })", "a property name", [1, 24]),
        ("analytics.track(/x/)", "Expected a value", [1, 17]),
        ("analytics.track(-'x')", "not a number", [1, 17]),
        ("analytics.track(“x”)", "Unexpected character '“'", [1, 17]),
    ]
    for text, fragment, at in cases:
        told = read(text)
        assert fragment in told["message"], text
        assert (told["name"], told["at"]) == ("CallError", at), text
