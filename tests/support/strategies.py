"""Generated settings and calls, as JSON with the special values of vectors."""

from __future__ import annotations

import sys
import unicodedata
from typing import Any

from hypothesis import strategies as st


def is_shared(text: str) -> bool:
    """Tell whether CPython's and the browser's Unicode agree on every character of a text.

    Browsers know newer Unicode: a code point that CPython takes for unassigned may be a letter
    or punctuation there. U+0130 and U+03A3 are lowercased by their neighbours.
    """
    return all(unicodedata.category(c) != "Cn" and c not in "\u0130\u03a3" for c in text)


def is_name(text: str) -> bool:
    """Tell whether an object may have this name: ``$`` alone stands for a special value."""
    return text != "$"


special = st.sampled_from(
    [{"$": name} for name in ("undefined", "NaN", "Infinity", "-Infinity", "-0", "function")]
)
plain_text = st.text(st.characters(max_codepoint=sys.maxunicode), max_size=12).filter(is_shared)
money = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", " ", "\u00a0"]),
    st.sampled_from(["", "-", "+"]),
    st.sampled_from(["", "$", "\u20ac", "\u00a3", "USD"]),
    st.sampled_from(["0", "30", "1,234.50", "12,5", ".5", "5.", "1e3", "1234567", "1,23", ""]),
    st.sampled_from(["", " ", "\n", " USD"]),
)
numbers = st.one_of(
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False, width=64),
    st.sampled_from([0, 1, 5, 20.5, 1e21, 1e-7]),
)
scalars = st.one_of(plain_text, money, numbers, st.booleans(), st.none(), special)
values = st.one_of(
    scalars,
    scalars,
    st.lists(scalars, max_size=2),
    st.dictionaries(plain_text.filter(is_name), scalars, max_size=2),
)

NAMES = [
    "Signed Up",
    "signed_up",
    "Paid",
    "Order Completed",
    "completedOrder",
    "Logged In",
    "constructor",
    "__proto__",
    "\u00c4rger",
    "  ",
]
events = st.one_of(st.sampled_from(NAMES), st.sampled_from(NAMES), plain_text, scalars)
spellings = st.sampled_from(
    "category Category label LABEL name value Value va_lue revenue Revenue- total other "
    "__proto__ constructor 12 1".split()
)
properties = st.one_of(st.none(), st.dictionaries(spellings, values, max_size=5), values)
variable = st.one_of(
    st.lists(scalars, min_size=2, max_size=2), st.tuples(plain_text, plain_text).map(list), values
)
variables = st.dictionaries(
    st.sampled_from(["1", "2", "3", "5", "6", "0", "01", "1.5", "x"]), variable, max_size=4
)
own_options = st.one_of(
    st.dictionaries(st.sampled_from(["customVars", "cvar", "other"]), variables, max_size=2),
    st.booleans(),
    values,
)
integrations = st.dictionaries(
    st.sampled_from(["Piwik", "piwik", "Matomo", "MATOMO", "All", "all", "Other", "providers"]),
    st.one_of(own_options, own_options, st.just(True)),
    max_size=2,
)
options = st.one_of(
    st.none(),
    st.none(),
    st.fixed_dictionaries(
        {},
        optional={
            "integrations": integrations,
            "context": integrations,
            "Piwik": own_options,
            "providers": integrations,
        },
    ),
    values,
)

tracks = st.tuples(st.just("track"), events, properties, options).map(list)
good_tracks = st.tuples(
    st.just("track"),
    st.sampled_from(NAMES[:6]),
    st.dictionaries(spellings, scalars, max_size=3),
    st.builds(
        lambda cvar: {"integrations": {"Piwik": {"cvar": cvar}}},
        st.dictionaries(
            st.sampled_from(["1", "2", "3"]),
            st.tuples(st.just("plan"), scalars).map(list),
            min_size=1,
        ),
    ),
).map(list)
visit = st.just([["identify", "u1"], ["track", "Signed Up"], ["reset"]])
identifies = st.one_of(
    st.tuples(st.just("identify"), scalars, properties, options).map(list),
    st.tuples(st.just("identify"), st.sampled_from(["u1", "u2", 7])).map(list),
)
pages = st.one_of(
    st.just(["page"]),
    st.tuples(st.just("page"), scalars, scalars, properties, options).map(list),
)
calls = st.one_of(tracks, good_tracks, good_tracks, identifies, pages, st.just(["reset"]))

goal_ids = st.one_of(st.integers(1, 99), st.just("7"), values)
good_goals = st.fixed_dictionaries(
    {name: st.integers(1, 9) for name in NAMES[:3]},
    optional={name: st.integers(1, 9) for name in NAMES[3:6]},
)
goals = st.one_of(
    good_goals,
    good_goals,
    good_goals,
    st.dictionaries(st.sampled_from(NAMES), goal_ids, min_size=1, max_size=4),
    st.lists(st.fixed_dictionaries({"key": st.sampled_from(NAMES), "value": goal_ids}), max_size=3),
    st.dictionaries(st.sampled_from(NAMES), st.lists(goal_ids, max_size=3), max_size=2),
    values,
)
settings = st.fixed_dictionaries(
    {"goals": goals},
    optional={
        "customVariableLimit": st.one_of(st.sampled_from([0, 1, 3, 6, "2"]), values),
        "trackerFile": st.sampled_from(["piwik", "matomo", "x"]),
        "linkTracking": st.one_of(st.booleans(), values),
    },
)


@st.composite
def vectors(draw: Any) -> dict[str, Any]:
    """A vector without expectations: what CPython and the browser make of it is compared."""
    first = draw(st.one_of(st.just([]), visit))
    return {
        "settings": draw(settings),
        "options": draw(options.filter(lambda o: o is None or isinstance(o, dict))),
        "calls": first + draw(st.lists(calls, min_size=1, max_size=4)),
        "start": True,
    }
