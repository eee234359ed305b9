"""The helpers that lowered code calls, for packages that tests compile."""

from __future__ import annotations

from typing import Any

from paqbridge.native_support import js, js_value

HAS_OWN: Any = js_value("Object.prototype.hasOwnProperty", None)
BRACES: Any = js_value("'{0} {} ' + `${1 + 1}` + /[{}'\"\\n]/.source", "{0} {} 2[{}'\"\\n]")


@js("return HAS_OWN.call(table, key) ? table[key] : undefined")
def read(table: Any, key: Any) -> Any:
    """Return an entry of a table."""
    return table.get(key)


@js("return Object.keys(data)")
def keys(data: Any) -> list[str]:
    """Return the keys of a dict."""
    return list(data)


@js("items[items.length] = item")
def append(items: list[Any], item: Any) -> None:
    """Put an item at the end; a page may have replaced ``push``."""
    items.append(item)


@js("for (var i = 0; i < items.length; i++) visit(items[i], i)")
def loop(items: list[Any], visit: Any) -> None:
    """Call ``visit`` with each item and its place."""
    for place, item in enumerate(items):
        visit(item, place)


@js("for (var i = 0; i < items.length; i++) if (test(items[i])) return true; return false")
def some(items: list[Any], test: Any) -> bool:
    """Tell whether an item passes."""
    return any(test(item) for item in items)


@js("var a = []; loop(items, one => { if (test(one)) append(a, one) }); return a")
def chosen(items: list[Any], test: Any) -> list[Any]:
    """Return the items that pass."""
    return [item for item in items if test(item)]


@js("var a = []; loop(items, one => { append(a, made(one)) }); return a")
def mapped(items: list[Any], made: Any) -> list[Any]:
    """Return what is made of each item."""
    return [made(item) for item in items]


@js("return all.indexOf(one) >= 0")
def contains(all: Any, one: Any) -> bool:
    """Tell whether a list has an item."""
    return one in all


@js("return Object.assign({}, first, second)")
def merged(first: Any, second: Any) -> Any:
    """Return a dict with the entries of both."""
    return {**first, **second}


@js("return first.concat(second)")
def joined(first: list[Any], second: list[Any]) -> list[Any]:
    """Return a list with the items of both."""
    return [*first, *second]


@js("return Array.isArray(value)")
def is_list(value: Any) -> bool:
    """Tell a list."""
    return isinstance(value, list)


@js("return typeof value == 'object' && value != null && !Array.isArray(value)")
def is_dict(value: Any) -> bool:
    """Tell a dict."""
    return isinstance(value, dict)


@js(
    r"""
    // a body of several lines, with everything that could be mistaken for a format
    if (text == '{') {
      return { '{}': `${text}`, "quotes": '"\'', tab: '\t' }
    }

    throw { not: 'an error', text }
    """
)
def odd(text: str) -> Any:
    """Return a dict for a brace, throw what is no error for anything else."""
    if text == "{":
        return {"{}": "{", "quotes": "\"'", "tab": "\t"}
    raise ValueError(text)
