"""The vectors are well-formed, agree with each other, and leave no rule without one."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parent.glob("*.json"))
REQUIRED = {"name": str, "rule": str, "calls": list, "commands": list}
OPTIONAL = {"settings": dict, "options": dict, "start": bool, "warnings": list}
SPECIALS = {"undefined", "NaN", "Infinity", "-Infinity", "-0", "function"}
METHODS = {"page", "identify", "track", "reset"}
START = ("setSiteId", "setTrackerUrl", "enableLinkTracking")
NONE = {"$": "undefined"}
TEXT = (str,)
SLOTS: dict[str, list[tuple]] = {
    "setSiteId": [(str, int, float)],
    "setTrackerUrl": [TEXT],
    "enableLinkTracking": [],
    "trackPageView": [],
    "setUserId": [TEXT],
    "resetUserId": [],
    "setCustomVariable": [TEXT, TEXT, TEXT, TEXT],
    "trackGoal": [(str, int, float), (int, float, str, None)],
    "trackEvent": [TEXT, TEXT, (str, None), (int, float, None)],
}
SEGMENT_RULES = [f"segment {number}" for number in range(1, 31)]
MATOMO_ROWS = [
    f"matomo: {row}"
    for row in """
trackPageView
trackEvent All, Logged In, undefined, 30
trackEvent with a label and 30
name and value undefined
name and value null
value '30'
value '$30'
value 'abc'
value '30 USD'
value ' 30 '
value '1,234.50'
value true
value NaN
value '12,5'
value '1e3'
value -5
value ''
value 0
value '0'
empty category
undefined category
null category
empty action
undefined action
null action
action of blanks only
text over 4096 characters
trackGoal 1, 20
trackGoal '1', '20'
revenue '$20'
revenue 'abc'
revenue '20 USD'
revenue '1,234.5'
revenue 0
revenue null
revenue NaN
revenue absent
revenue 20.999
revenue -5
revenue '0' (text)
goal 99
goal ''
goal undefined
goal null
goal 'abc'
goal -1
goal 1.7
goal 0
goal allowed once per visit, twice
setUserId 'u'
setUserId ''
setUserId null
setUserId undefined
setUserId false
setUserId {}
setUserId 0
setUserId over 200 characters
another user id mid-visit
setCustomVariable 1 or '1', page
index 6
index 0, -1, 'x'
index 1.5
variable value undefined
variable value null
variable value 42
variable value over 200 characters
scope visit
scope event
lone surrogate in an event action
arrays are shifted
logout by resetUserId
""".strip().splitlines()
]
ELSEWHERE = {
    "matomo: custom dimensions, ecommerce, site search": "their calls are not mapped yet",
    "matomo: transport": "what leaves the page is checked in the browser",
    "matomo: single-page apps": "page facts are not mapped yet",
    "matomo: replay order": "when a command is delivered is not what it is",
    "matomo: older trackers": "the setting that names the version comes later",
    "segment: ajs_ query": "the query of the page's address is read by a later source",
    "segment: callback after 300 ms": "vectors have no clock; the browser tests do",
    "segment: statics of an integration": "a host reads them, no call does",
}


def no_duplicate_keys(pairs):
    """Build one JSON object; refuse a key that is written twice."""
    twice = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    if twice:
        raise ValueError(f"keys written twice: {twice}")
    return dict(pairs)


def read(path):
    """Read the vectors of one file."""
    return json.loads(path.read_text(encoding="utf-8"), object_pairs_hook=no_duplicate_keys)


BY_FILE = [read(path) for path in FILES]
VECTORS = [vector for vectors in BY_FILE for vector in vectors]
each_file = pytest.mark.parametrize("vectors", BY_FILE, ids=[path.stem for path in FILES])


def walk(value):
    """Yield a JSON value and every value inside it."""
    yield value
    if isinstance(value, dict):
        value = list(value.values())
    for inner in value if isinstance(value, list) else ():
        yield from walk(inner)


def fits(value, kind):
    """Tell whether an argument of a command is of a type that its slot takes."""
    if value == NONE:
        return None in kind
    return type(value) in kind


@each_file
def test_fields_are_known_and_of_their_type(vectors):
    """A vector has the four required fields, no unknown one, each of its type."""
    known = REQUIRED | OPTIONAL
    for vector in vectors:
        assert REQUIRED.keys() <= vector.keys() <= known.keys(), vector["name"]
        assert all(isinstance(value, known[key]) for key, value in vector.items()), vector["name"]


@each_file
def test_name_is_a_sentence(vectors):
    """A name is a sentence of some length that ends with a full stop."""
    for vector in vectors:
        assert re.fullmatch(r"\S.{8,}\.", vector["name"]), vector["name"]


@each_file
def test_rule_is_a_known_one(vectors):
    """A rule names one of Segment's, one of Matomo's rows, or a document."""
    for rule in (vector["rule"] for vector in vectors):
        document = re.match(r"(spec|seed|reliability): \S", rule)
        assert document or rule in SEGMENT_RULES + MATOMO_ROWS, rule


@each_file
def test_special_values_are_known(vectors):
    """An object whose only key is a dollar sign is one of the special values."""
    for value in walk(vectors):
        if isinstance(value, dict) and value.keys() == {"$"}:
            assert value["$"] in SPECIALS


@each_file
def test_integers_are_exact_on_both_sides(vectors):
    """No integer is beyond what a JavaScript number holds exactly."""
    assert all(abs(value) <= 2**53 for value in walk(vectors) if type(value) is int)


@each_file
def test_calls_name_a_public_method(vectors):
    """A call is a list that begins with a method of the public interface."""
    for vector in vectors:
        for call in vector["calls"]:
            assert isinstance(call, list), vector["name"]
            assert call[0] in METHODS, vector["name"]


@each_file
def test_commands_fit_their_grammar(vectors):
    """A command has a known name, Segment's arity, and whole text in its text slots."""
    for name, *arguments in (command for vector in vectors for command in vector["commands"]):
        assert len(arguments) == len(SLOTS[name]), name
        pairs = zip(arguments, SLOTS[name], strict=True)
        assert all(fits(value, kind) for value, kind in pairs), arguments
        texts = [value for value in arguments if isinstance(value, str)]
        assert not re.search("[\ud800-\udfff]", "".join(texts)), name


@each_file
def test_start_commands_appear_only_where_asked_for(vectors):
    """The start is at the beginning where it is asked for, and nowhere else."""
    for vector in vectors:
        names = [command[0] for command in vector["commands"]]
        started = [name for name in names if name in START]
        assert started == names[: len(started)], vector["name"]
        assert vector.get("start") or not started, vector["name"]


@each_file
def test_warnings_are_fragments_of_text(vectors):
    """A vector that lists warnings lists at least one, each a piece of text."""
    for vector in vectors:
        warnings = vector.get("warnings", ["none expected"])
        assert len(warnings) > 0, vector["name"]
        assert all(isinstance(text, str) and text.strip() for text in warnings), vector["name"]


def test_names_are_unique():
    """No two vectors have the same name, so a failure points at one."""
    counts = Counter(vector["name"] for vector in VECTORS)
    assert [name for name, count in counts.items() if count > 1] == []


def test_vectors_do_not_contradict_each_other():
    """The same input has the same output wherever it is written."""
    outputs: dict[str, list] = {}
    for vector in VECTORS:
        given = json.dumps([vector.get(key) for key in ("start", "settings", "options", "calls")])
        expected = [vector["commands"], vector.get("warnings")]
        assert outputs.setdefault(given, expected) == expected, vector["name"]


@pytest.mark.parametrize("rule", SEGMENT_RULES + MATOMO_ROWS)
def test_every_rule_has_a_vector_or_a_reason(rule):
    """A rule is named by a vector, or the table says why it is tested elsewhere, not both."""
    named = any(vector["rule"] == rule for vector in VECTORS)
    assert named != (rule in ELSEWHERE)
