"""Sequences of calls, drawn from a seed: every overload, with values that pages do pass."""

from __future__ import annotations

from random import Random
from typing import Any

Call = list[Any]
"""The method, ``track`` or ``user.id``, and its arguments."""

UNDEFINED = {"$": "undefined"}
CALLBACK = {"$": "callback"}
NAN = {"$": "NaN"}
DATE = {"$": "Date"}

IDS = ["u", "v", "u", "v", "w w", 7, "7", "", None, UNDEFINED]
ODD_IDS = [0, True, False, ["x"], NAN]
OBJECTS = [
    {},
    {"a": 1},
    {"a": 2, "b": {"c": [1, None, "x"]}, "d": None},
    {"name": "N", "category": "K"},
    {
        "n": NAN,
        "u": UNDEFINED,
        "when": DATE,
        "own": {"$": "instance"},
        "list": [NAN, UNDEFINED, DATE],
    },
]
TRAITS = [*OBJECTS, {"email": "a@shop.example"}, {"since": "2020-01-02T03:04:05.000Z"}]
PAGES = [*OBJECTS, {"path": "/p"}, {"url": "/u?x", "title": "T"}, {"referrer": "", "search": "?s"}]
NOTHING = [None, UNDEFINED]
OPTIONS = [
    {},
    {"ip": "0.0.0.0"},
    {"context": {"page": {"path": "/own"}, "k": 1}},
    {"page": {"title": "Own"}},
    {"integrations": {"Other": False, "Third": {"k": [1]}}},
    {"integrations": {"Recorder": False}},
    {"integrations": {"All": False}},
    {"integrations": "Recorder"},
    {"integrations": ["Recorder"]},
    {"integrations": True},
    {"integrations": None},
    {"integrations": {"All": False, "Recorder": True}},
    {"All": False, "ip": "0.0.0.0"},
    {"providers": {"Recorder": False}},
    {"Recorder": False, "integrations": {"Recorder": True}},
    {"Recorder": False, "providers": {"Recorder": True}},
    {"anonymousId": "given"},
    {"timestamp": "2021-02-03T04:05:06.000Z"},
    {"timestamp": "2021-02-03"},
    {"timestamp": "2021 is no date"},
    {"timestamp": DATE},
    {"timestamp": 2021},
    {"timestamp": None},
    {"locale": "xx", "campaign": {"name": "own"}},
    {"traits": {"of": "context"}, "context": {"campaign": {"source": "own"}}},
]
NAMES = ["E", "Order Completed", "ü ;=,"]


def drawn(seed: int, count: int, burst: float) -> list[dict[str, Any]]:
    """Return sequences of 3 to 8 calls; ``burst`` is the share of those made without waiting."""
    random = Random(seed)
    return [
        {
            "calls": [call(random) for _ in range(random.randint(3, 8))],
            "burst": random.random() < burst,
        }
        for _ in range(count)
    ]


def call(random: Random) -> Call:
    """Draw a call."""
    kinds = [track, page, identify, group, alias, person, person, forgetting]
    return random.choice(kinds)(random)


def some(random: Random, *places: list[Any]) -> list[Any]:
    """Draw arguments from left to right, as many as the page likes, and perhaps a callback."""
    count = random.randint(0, len(places))
    given = [random.choice(place) for place in places[:count]]
    if random.random() < 0.15:
        return [*given, CALLBACK]
    if given and random.random() < 0.1:
        given[random.randrange(len(given))] = CALLBACK
    return given


def track(random: Random) -> Call:
    """``track``, with the name alone or in an object."""
    name = random.choice(NAMES)
    if random.random() < 0.2:
        first = {"event": name, "properties": random.choice(OBJECTS)}
        return ["track", first, *some(random, OPTIONS)]
    return ["track", name, *some(random, [*OBJECTS, *NOTHING], [*OPTIONS, *NOTHING])]


def page(random: Random) -> Call:
    """``page`` or ``screen``."""
    texts = ["C", "N", "", *NOTHING]
    properties, options = [*PAGES, *NOTHING], [*OPTIONS, *NOTHING]
    form = random.randrange(4)
    if form == 0:
        given = some(random, properties, options)
    elif form == 1:
        given = some(random, texts, properties, options)
    else:
        given = some(random, texts, texts, properties, options)
    return [random.choice(["page", "page", "page", "screen"]), *given]


def identify(random: Random) -> Call:
    """``identify``."""
    return ["identify", *identity(random)]


def group(random: Random) -> Call:
    """``group``, with arguments."""
    return ["group", *(identity(random) or ["g"])]


def identity(random: Random) -> list[Any]:
    """Draw what says who somebody is."""
    if random.random() < 0.25:
        return [random.choice(TRAITS), *some(random, [*OPTIONS, *NOTHING])]
    ids = IDS if random.random() < 0.85 else ODD_IDS
    return some(random, ids, [*TRAITS, *NOTHING, "text"], [*OPTIONS, *NOTHING])


def alias(random: Random) -> Call:
    """``alias``."""
    if random.random() < 0.3:
        return ["alias", random.choice(IDS), *some(random, OPTIONS)]
    return ["alias", *some(random, IDS, IDS, OPTIONS)]


def person(random: Random) -> Call:
    """What a page asks and says of a user or a group."""
    who = random.choice(["user", "user", "group"])
    what = random.choice(["id", "id", "traits", "traits", "anonymousId", "identify", "logout"])
    if what == "id":
        return [f"{who}.id", *random.choice([[], [], [random.choice([*IDS, *ODD_IDS])]])]
    if what == "traits":
        return [f"{who}.traits", *random.choice([[], [], [random.choice([*TRAITS, *NOTHING])]])]
    if what == "identify":
        return [f"{who}.identify", random.choice(IDS), random.choice(TRAITS)]
    if what == "anonymousId":
        given = [random.choice(["A", "B", 5, None, UNDEFINED])]
        return ["user.anonymousId", *random.choice([[], [], given])]
    return [f"{who}.logout"]


def forgetting(random: Random) -> Call:
    """Draw another anonymous id, or none."""
    return random.choice([["reset"], ["setAnonymousId", "S"], ["setAnonymousId", 5]])
