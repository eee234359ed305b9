# mypy: ignore-errors
# ruff: noqa: the oddities are the point
"""Names that Transcrypt, or JavaScript, would like to have for itself."""


def name(keys, values, items):
    """Names that Transcrypt renames unless told otherwise."""
    type, get, sort, update, copy = 1, 2, 3, 4, 5
    pop, split, replace, clear, selector = 6, 7, 8, 9, 10
    return [keys, values, items, type, get, sort, update, copy, pop, split, replace, clear, selector]


def case_aliases():
    """Names and keys come out as they went in."""
    table = {"name": 1, "type": 2, "keys": 3, "get": 4, "default": 5, "items": 6, "is": 7, "new": 8}
    return [name(1, 2, 3), table, table["default"], table["type"], table.get("get")]


def case_page_names():
    """Names that mean something in a page can be local."""

    def inner(window, document, event, length):
        location = window + document
        return [location, event, length]

    return inner(1, 2, 3, 4)


def case_helpers_are_hidden():
    """The helpers that lowering calls do not clash with names of ours."""
    own, keys, contains, merged = 1, 2, 3, 4
    d = {**{"own": own}, "keys": keys}
    out = [k for k in d.keys()]
    return [d.get("own"), d.get("keys"), contains, merged, out]


def case_annotations():
    """Types say nothing to a browser."""
    x: int = 1
    y: str
    y = "a"

    def typed(a: int, b: str | None = None) -> list[int]:
        """With a docstring."""
        z: list[int] = [a]
        return z

    return [x, y, typed(x)]
