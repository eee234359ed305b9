"""What is specialized in a bundle, what is left alone, and that neither changes what it does."""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).with_name("specialize.mjs")

GONE = {
    "a parameter that is always the same constant": (
        (
            "var kit = {a: [1]}; var f = function (k, x) { log(k); return x; };"
            "log(f(kit, 1)); log(f(kit, 2));"
        ),
        "(k,",
    ),
    "a record of the module that is asked by key": (
        "var kit = {one: function () { return 1; }, two: 2}; log(kit.one()); log(kit['two']);",
        "kit.",
    ),
    "records of the module that take each other's place": (
        (
            "var gone = 1; var b = {x: 5, y: 6}; log(b.x);"
            "var a = {x: 1, y: 2}; log(a.y);"
            "b = a; log(b.x + a.y);"
        ),
        "a.y",
    ),
    "a record in a function": (
        (
            "var f = function (a) {"
            "var o = {get: function () { return a; }, set: function (b) { a = b; }};"
            "o.set(a + 1); log(o.get()); log(o.get()); }; f(1); f(5);"
        ),
        "o.get",
    ),
    "an object that a function makes at one place": (
        (
            "var Box = function (limit) { var held = []; var put = function (x) {"
            "if (held.length < limit) held.push(x); return held.length; };"
            "return {put: put, count: function () { return held.length; }}; };"
            "var box = Box(2); log(box.put(1)); log(box.put(2)); log(box.put(3)); log(box.count());"
        ),
        "Box",
    ),
    "a function with early returns at one place": (
        (
            "var sign = function (x) { if (x > 0) { return 'plus'; }"
            "if (x < 0) { return 'minus'; } return 'zero'; }; var f = function (x) { var s = sign(x); log(s); }; f(1); f(-1); f(0);"
        ),
        "sign",
    ),
    "a pair that a function returns": (
        (
            "var pair = function (x) { if (x) { return [x, 'some']; } return [0, 'none']; };"
            "var f = function (x) { var p = pair(x); log(p[0]); log(p[1]); }; f(0); f(7);"
        ),
        "p[0]",
    ),
    "an expression of a function that is called once": (
        "var twice = function (x) { return x + x; }; var f = function (y) { log(twice(y)); }; f(2); f(3);",
        "twice",
    ),
    "what nobody reads": (
        "var lost = function () { return 1; }; var also = {a: 1}; log(2);",
        "lost",
    ),
    "the end of a function, without a value": (
        (
            "var five = function (x) { if (x) { return 5; } log('on'); }; var g = function (x) {"
            "var y = five(x); log(y === undefined); }; g(0); g(1);"
        ),
        "five",
    ),
    "a function that only returns a variable": (
        (
            "var x = 1; var now = function () { return x; }; var o = {now: now};"
            "log(now()); x = 2; log(now()); log(o.now()); log(JSON.stringify(o));"
        ),
        "log(now())",
    ),
    "a function that only calls another": (
        (
            "var g = function (a, b) { log(a); return b; }; var f = function (a, b) { return g(a, b); };"
            "log(f(1, 2)); log(f(3, 4)); [5].forEach(f); log(g(6, 7));"
        ),
        "log(f(",
    ),
    "a variable that is declared as undefined": (
        (
            "var f = function () { var x = void 0; var set = function () { x = (x || 0) + 1; };"
            "set(); set(); return x; }; log(f()); log(f());"
        ),
        "void 0",
    ),
}
"""What goes: a script, and a text of it that is gone afterwards."""

STAY = {
    "a parameter that is written": (
        "var one = 1; var f = function (x) { x += 1; log(x); }; f(one); f(one);",
        "x+=1",
    ),
    "a function that is handed on": (
        "var one = 1; var f = function (x) { log(x); }; f(one); [2, 3].forEach(f);",
        "forEach(f)",
    ),
    "a record that is handed on": (
        "var o = {a: 1}; log(JSON.stringify(o)); log(o.a);",
        "stringify(o)",
    ),
    "a record that is asked by a key of the moment": (
        "var o = {a: 1, b: 2}; ['a', 'b'].forEach(function (k) { log(o[k]); }); log(o.a);",
        "o[k]",
    ),
    "a record that is asked for what it has not": (
        "var o = {a: 1}; log(o.a); log(typeof o.toString);",
        "o.toString",
    ),
    "a record that is spread or deleted from": (
        "var o = {a: 1}; var p = Object.assign({}, o); delete o.a; log(p.a); log(o.a);",
        "delete o.a",
    ),
    "a getter": ("var o = {get a() { return log(1); }}; log(o.a); log(o.a);", "get a()"),
    "a prototype": ("var o = {'__proto__': {b: 2}, a: 1}; log(o.a); log(o.b);", "__proto__"),
    "this": ("var o = {a: 1, f: function () { return this.a; }}; log(o.f());", "this.a"),
    "an object that is made anew in a loop": (
        (
            "var make = function (n) { var held = n; return {get: function () { return held; }}; };"
            "var all = []; for (var i = 0; i < 3; i++) { var m = make(i); all.push(m.get); }"
            "all.forEach(function (get) { log(get()); });"
        ),
        "make",
    ),
    "a function that calls itself": (
        "var f = function (n) { return n ? n + f(n - 1) : 0; }; log(f(4));",
        "f(",
    ),
    "arguments": ("var f = function () { return arguments.length; }; log(f(1, 2));", "arguments"),
    "a record with two forms": (
        "var f = function (x) { var r; if (x) { r = {a: 1}; } else { r = {b: 2}; } log(r.a); }; f(1); f(0);",
        "r.a",
    ),
    "a return within a loop": (
        (
            "var find = function (xs) { for (var i = 0; i < xs.length; i++) { if (xs[i] > 1) { return i; } }"
            "return -1; }; var f = function (xs) { var at = find(xs); log(at); }; f([1, 2]); f([]);"
        ),
        "find",
    ),
    "a function that calls another, and tells nobody its value": (
        (
            "var g = function (a) { return log(a); }; var f = function (a) { g(a); };"
            "log(f(1) === undefined); log(f(2) === undefined); g(3);"
        ),
        "f(1)",
    ),
    "a function that calls another with what has changed": (
        (
            "var g = function (a) { log(a); return a; }; var f = function (a) { a += 1; return g(a); };"
            "log(f(1)); log(f(2)); log(g(3));"
        ),
        "f(1)",
    ),
    "a function that calls one which changes": (
        (
            "var g = function () { log(1); }; var f = function () { return g(); };"
            "f(); g = function () { log(2); }; f(); g();"
        ),
        "f()",
    ),
    "a function that returns a variable of its own": (
        "var f = function () { var x = log(1); return x; }; log(f()); log(f());",
        "f()",
    ),
    "undefined for each round of a loop": (
        (
            "for (var i = 0; i < 3; i++) { var x = void 0; if (i === 1) { x = 5; } log(x === undefined); }"
        ),
        "void 0",
    ),
    "undefined after a value": (
        "var f = function () { x = 1; log(x); var x = void 0; log(x === undefined); }; f();",
        "void 0",
    ),
    "undefined after a function that is called ahead": (
        "set(); var x = void 0; log(x === undefined); function set() { x = 1; log(x); }",
        "void 0",
    ),
}
"""What stays: a script, and a text of it that is still there."""

ORDER = {
    "arguments are evaluated first, in their order": (
        "var f = function (a, b) { log('body'); return [b, a]; }; var r = f(log(1), log(2)); log(r);"
    ),
    "entries are evaluated in their order": (
        "var o = {a: log(1), b: log(2)}; log(o.b); log(o.a); var p = {x: log(3), y: o.a}; log(p.x);"
    ),
    "a value of the moment is that of the moment": (
        "var n = 1; var f = function (x) { n = 5; return x; }; var r = f(n); log(r); log(n);"
    ),
    "what stands before a call is evaluated before it": (
        "var f = function () { return log('f'); }; var g = function () {"
        "var r = [log('a'), f()]; log(r); }; g();"
    ),
    "a test is evaluated once": (
        "var f = function (x) { if (log(x)) { return 'yes'; } return 'no'; };"
        "var g = function (x) { log(f(x) + '!'); }; g(1); g(0);"
    ),
    "what is never reached is never evaluated": (
        "var f = function () { return log('f'); }; var g = function (x) { x && f(); log(x); }; g(0); g(1);"
    ),
    "two calls of a function have variables of their own": (
        "var make = function (n) { var box = {n: n}; return function () { box.n += 1; return box.n; }; };"
        "var a = make(1), b = make(10); log(a()); log(b()); log(a()); log(b());"
    ),
    "names that hide others": (
        "var x = 'outer'; var f = function (y) { var x = y; return {get: function () { return x; }}; };"
        "var o = f('inner'); log(o.get()); log(x);"
    ),
    "a record that is written and read by closures": (
        "var f = function () { var s = {n: 0}; var up = function () { s.n += 1; }; up(); up(); log(s.n); };"
        "f(); f();"
    ),
    "a copy of a record": (
        "var f = function (x) { var a = {n: x, m: 2}; var b = a; log(b.n + b.m); }; f(1); f(2);"
    ),
    "swapped records": (
        "var a = {n: 1}; var b = {n: 2}; var f = function () { var t = a; a = b; b = t; };"
        "f(); log(a.n); log(b.n);"
    ),
}
"""Scripts in which it matters what is evaluated when."""


@cache
def outcomes() -> dict[str, Any]:
    """Run every script as it is and as it is left, in one Node."""
    scripts = {
        **{name: script for name, (script, _) in {**GONE, **STAY}.items()},
        **ORDER,
    }
    given = json.dumps(list(scripts.values()))
    done = subprocess.run(["node", SCRIPT], input=given, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return dict(zip(scripts, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize("name", [*GONE, *STAY, *ORDER])
def test_it_does_the_same(name: str) -> None:
    """A script does and says the same, in the same order."""
    one = outcomes()[name]
    assert one["before"] != []
    assert one["after"] == one["before"], one["code"]


@pytest.mark.parametrize("name", GONE)
def test_what_goes(name: str) -> None:
    """What a bundle has once is not asked for any more."""
    assert GONE[name][1] not in outcomes()[name]["code"]


@pytest.mark.parametrize("name", STAY)
def test_what_stays(name: str) -> None:
    """Where a rule does not apply the code stays as it is."""
    assert STAY[name][1] in outcomes()[name]["code"]


def test_names_are_known() -> None:
    """Where a rule has changed something, looking there alone finds what looking everywhere does."""
    assert {name: one["wrong"] for name, one in outcomes().items() if one["wrong"]} == {}
