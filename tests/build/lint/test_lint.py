"""The lint: each refused construct has a message that says what to write instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint.__main__ import main
from tests.build.small_build import complaints

HEAD = "from __future__ import annotations\nfrom typing import Any\n"

REFUSED = [
    ("class A: pass", "write `@final` above it"),
    ("def f(x):\n    with x: pass", "call the two functions"),
    ("def f():\n    raise ValueError", "nothing of ours may throw"),
    ("def f(x):\n    assert x", "test it in tests/"),
    ("def f(x):\n    del x['a']", "set the entry to None"),
    ("X = 1\ndef f():\n    global X\n    X = 2", "keep the value in a dict"),
    ("def f(x):\n    match x:\n        case 1: pass", "write if and elif"),
    ("def f(x):\n    if (y := x): return y\n    return 0", "a line of its own"),
    ("def f():\n    yield 1", "return a list"),
    ("async def f(): pass", "pass a callback"),
    ("def f():\n    return {1, 2}", "a dict of True"),
    ("def f(x):\n    return g(x for x in x)\ndef g(x): return x", "stand in any(... for ...)"),
    ("def f(x):\n    return len([y + 1 for y in x if y])", "assign it to a name"),
    ("def f(x):\n    return x % 2", "f-string for text"),
    ("def f(x):\n    return x // 2", "a helper in native.py"),
    ("def f(x):\n    return x ** 2", "multiply"),
    ("def f(x):\n    return x | 2", "32 bits"),
    ("def f(x):\n    return ~x", "32 bits"),
    ("def f(x):\n    return +x", "leave it out"),
    ("def f(x):\n    return str(x)", "a helper of native.py"),
    ("def f(x):\n    return sorted(x)", "sorts by text"),
    ("def f(x):\n    return max(x, 1)", "write `a if a > b else b`"),
    ("def f(x):\n    print(x)", "host.py speaks to the console"),
    ("def type(x): return x\nY = type(1)", "write isinstance"),
    ("def f(x):\n    return range(x)", "write the loop"),
    ("def f(x, y=1): return x", "write `=None`"),
    ("def f(x): return f(x=1)", "pass it by position"),
    ("def f(*args): return args", "name each parameter"),
    ("def f(x, *, y): return x", "name each parameter"),
    ("def f(x, /): return x", "name each parameter"),
    ("def g(x): return x\n@g\ndef f(x): return x", "call the function where you need it"),
    ("from paqbridge.native_support import js\n@js('')\ndef f(x): return x", "write Python here"),
    ("from paqbridge.native_support import js_value\nX = js_value('1', 1)", "write Python here"),
    ("def f(xs):\n    for x in xs: pass\n    else: pass", "keep the flag yourself"),
    ("def f(x):\n    while x: pass\n    else: pass", "keep the flag yourself"),
    ("for x in [1]: pass", "write a function"),
    ("if 1: X = 2", "write a function"),
    ("def f(): pass\nf()", "write a function"),
    ("X = {}\nX['a'] = 1", "write a function"),
    ("def f():\n    a = b = 1\n    return a + b", "one assignment a line"),
    ("def f(x):\n    a, *b = x\n    return b", "a tuple of names"),
    ("def f(x):\n    x[0:1] = []", "build a new list"),
    ("def f():\n    try: f()\n    except ValueError: pass", "except Exception:"),
    ("def f():\n    try: f()\n    except: pass", "except Exception:"),
    ("def f():\n    try: f()\n    except Exception as e: f(e)", "except Exception:"),
    ("def f():\n    try: f()\n    finally: pass", "except Exception:"),
    ("def f(x):\n    x == 1", "delete it or use its value"),
    ("def f(x):\n    for x['a'] in [1]: pass", "use a name"),
    ("def f(n):\n    for i in range(0, 9, n): pass", "a whole number written out"),
    ("def f(x):\n    for i, y in enumerate(x, 1): pass", "without a start"),
    ("def f(x):\n    for y in x.items(): pass", "for k, v in d.items()"),
    ("def f(x):\n    return 0 < f(x) < 2", "give it a name"),
    ("def f(x, y):\n    return x is y", "write =="),
    ("def f(x):\n    return x == None", "write `is None`"),
    ("def f(x):\n    return f(x) in f(x)", "name one first"),
    ("def f(x):\n    return x.a", "write d['name']"),
    ("def f(x):\n    return x.run()", "write d['name'](...)"),
    ("def f(x):\n    return x.replace('a', 'b')", "only the first match"),
    ("def f(x):\n    return x.sort()", "sorts by text"),
    ("def f(x):\n    return x.split()", "1 argument expected"),
    ("def f(x):\n    return x.join(x)", "', '.join(xs)"),
    ("def f(x):\n    return x.append(1)", "a line of its own"),
    ("def f(x):\n    return x.items()", "loop over it"),
    ("def f(x):\n    return x.get('a', 1)", "test `is None` afterwards"),
    ("def f(x):\n    return isinstance(x, set)", "only str, bool, list, dict"),
    ("def f(x):\n    return isinstance(x, int)", "write (int, float)"),
    ("def f(x):\n    return isinstance(x, (int, float))", "test isinstance(x, bool) first"),
    ("def f(x):\n    return isinstance(x['a'], (str, bool))", "give it a name"),
    ("def f(x):\n    return x[::2]", "write a loop"),
    ("def f(x):\n    return f(x)[-1]", "give it a name"),
    ("def f(x, n):\n    return x[-n]", "use len"),
    ("def f(x):\n    return x[1, 2]", "text or whole numbers"),
    ("def f(k):\n    return {k: 1}", "write d[key] = value"),
    ("X = {'__proto__': 1}", "rename it"),
    ("def f(x):\n    return f'{x:.2f}'", "write the plain value"),
    ("def f(x):\n    return x + [1]", "write [*a, *b]"),
    ("def f(x):\n    return 'ab' * x", "write it out"),
    ("from paqbridge.native import pattern\nX = pattern(Y)", "with one plain text"),
    ("from paqbridge.native import pattern\ndef f():\n    x = pattern('a')", "with one plain text"),
    ("X = b'a'", "only text, numbers"),
    ("X = 9007199254740993", "2**53"),
    ("X = 1e999", "2**53"),
    ("def f(x):\n    y = [lambda: z for z in x]\n    return y", "write a loop"),
    ("def f(x):\n    return any(y for y in range(x))", "take d.keys() first"),
    ("def f(x: list[int]):\n    return 1 if x else 2", "len(x) > 0"),
    ("def f(x: dict[str, int] | None):\n    return x or 1", "len(x) > 0"),
    ("def f():\n    x = []\n    while not x: pass", "len(x) > 0"),
    ("def g() -> list[int]: return []\ndef f():\n    return 1 if g() else 2", "len(x) > 0"),
    ("def f(x: list[int], y):\n    return x == y", "compares identity"),
    ("def f(x):\n    return x == [1]", "compares identity"),
    ("def f(x: list[int], y):\n    return x + y", "write [*a, *b]"),
    ("def f(x: list[int], y):\n    x += y", "write [*a, *b]"),
    ("def f(x: dict[str, int]):\n    for k in x: pass", "for k in d.keys()"),
    ("def f(x: str):\n    for c in x: pass", "halves of characters"),
    ("def f(x: str):\n    return 'a' in x", "text.find(part) >= 0"),
    ("def f(x: dict[str, int]):\n    return 'a' in x", "d.get(key) is not None"),
    ("def f():\n    x = {}\n    return 'a' not in x", "d.get(key) is not None"),
    ("def f(x: list[int]):\n    x.extend([1])", "[*xs, *ys]"),
    ("def f(x: dict[str, int]):\n    return len(x)", "len(d.keys())"),
    ("def f(x: list[int]):\n    return f'{x}'", "write them differently"),
    ("def f():\n    return window", "only host.py may say it"),
    ("def f():\n    return missing", "define or import it"),
    ("def f():\n    return hasattr(1, 'a')", "through native.py"),
    ("def f(new): return new", "choose another"),
    ("def f():\n    public = 1\n    return public", "choose another"),
    ("__all__ = ['a']", "rename it"),
    ("größe = 1", "in plain letters"),
    ("from paqbridge.native import *", "name what you need"),
    ("import json", "from paqbridge.x import name"),
    ("from os import path", "use native.py"),
    ("def f():\n    from paqbridge.native import own\n    return own", "move it there"),
    ("from paqbridge.native import nothing", "check the spelling"),
    ("from paqbridge.nowhere import x", "check the spelling"),
    ("from paqbridge import nothing", "check the spelling"),
    ("def f(:", "Python cannot read it"),
    ("def f():\n    nonlocal x", "Python cannot read it"),
]


@pytest.mark.parametrize(("text", "advice"), REFUSED, ids=[text for text, _ in REFUSED])
def test_refused(tmp_path: Path, text: str, advice: str) -> None:
    """A construct outside the language is refused, with advice, and with its place."""
    found = complaints(tmp_path, {"module": HEAD + text})
    assert [one for one in found if advice in one], found
    assert found[0].startswith("module.py:")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (r"/^(a)\1/u", 1),
        (r"/^(?<x>a)\k<x>/giu", 1),
        (r"/[/](a)\1/u", 1),
        (r"/^(a)\1/gi", 0),
        (r"/(\.)\d\u0031/u", 0),
        ("text.replace(/(a)/u, '$1') / 2", 0),
    ],
)
def test_backreferences(tmp_path: Path, text: str, count: int) -> None:
    """A pattern with u refers back to no group: WebKit loses what stands behind it."""
    imports = "from paqbridge.native_support import js, js_value\n"
    value = f'X: Any = js_value(r"{text}", None)\n'
    function = f'@js(r"return {text}")\ndef f(text: str) -> Any:\n    return text\n'
    found = complaints(tmp_path, {"host": HEAD + imports + value + function})
    assert len([one for one in found if "leave out u, or the group" in one]) == 2 * count, found


def test_place_of_a_complaint(tmp_path: Path) -> None:
    """A complaint names file, line and column."""
    found = complaints(tmp_path, {"module": "def f(x):\n    return 1 + x % 2\n"})
    assert [one.split(" ")[0] for one in found] == ["module.py:2:16:"]


def test_clean_package_has_no_complaints(tmp_path: Path) -> None:
    """The package that other tests build upon is in the language."""
    assert complaints(tmp_path, {}) == []


@pytest.mark.parametrize(
    "text",
    [
        "def f(x):\n    '''Only a docstring.'''",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from os import path",
        "from typing import cast\ndef f(x: Any) -> int:\n    return cast(int, x)",
        "def f(x: set[bytes]) -> dict[int, set[str]]: return x",
        "X: dict[str, int] = {'a': 1}",
        "def f(x):\n    a, b = x\n    a, b = b, a\n    return a",
        "def f(x, y: list[int] | None = None):\n    return 1 if y is None else len(y)",
        "def f(keys, name, type, get, default_value): return [keys, name, type, get]",
        "def min(a, b): return a if a < b else b\ndef f(x): return min(x, 1)",
        "def f(x):\n    if isinstance(x, bool): return 0\n    return isinstance(x, (int, float))",
        "from paqbridge import native\ndef f(x): return native.own(x, 'a')",
    ],
)
def test_accepted(tmp_path: Path, text: str) -> None:
    """What means the same in both languages, or nothing to a browser, passes."""
    assert complaints(tmp_path, {"module": HEAD + text}) == []


def test_circle_of_imports(tmp_path: Path) -> None:
    """Modules that import each other are refused, with the circle written out."""
    found = complaints(
        tmp_path,
        {
            "a": "from paqbridge.b import g\ndef f(x): return g(x)",
            "b": "from paqbridge.c import h\ndef g(x): return h(x)",
            "c": "from paqbridge.a import f\ndef h(x): return f(x)",
        },
    )
    assert len(found) == 1
    assert "paqbridge.a -> paqbridge.b -> paqbridge.c -> paqbridge.a" in found[0]


def test_types_may_be_imported_in_a_circle(tmp_path: Path) -> None:
    """An import for type checkers only closes no circle."""
    guard = "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from paqbridge.a import f\n"
    found = complaints(
        tmp_path,
        {
            "a": "from paqbridge.b import g\ndef f(x): return g(x)",
            "b": guard + "def g(x): return x",
        },
    )
    assert found == []


def test_page_names_belong_to_host(tmp_path: Path) -> None:
    """host.py may name the page, and ask its objects."""
    text = "def f():\n    return window.document.createElement('a')\n"
    assert complaints(tmp_path, {"host": text}) == []


def test_aliases_of_lists_are_lists(tmp_path: Path) -> None:
    """A name that types.py gives to a list counts as a list."""
    modules = {
        "types": "from typing import Any\nCommand = list[Any]\n",
        "module": "from paqbridge.types import Command\n"
        "def f(x: Command):\n    return 1 if x else 2\n",
    }
    assert ["len(x) > 0" in one for one in complaints(tmp_path, modules)] == [True]


def test_lists_from_other_modules_are_lists(tmp_path: Path) -> None:
    """What an imported function says it returns counts, unless a local name hides it."""
    text = (
        "from paqbridge.native import keys\n"
        "def f(x):\n    return 1 if keys(x) else 2\n"
        "def g(keys):\n    return 1 if keys(1) else 2\n"
    )
    assert [one.split(" ")[0] for one in complaints(tmp_path, {"module": text})] == [
        "module.py:3:17:"
    ]


def test_tables_of_other_modules_are_dicts(tmp_path: Path) -> None:
    """A constant of another module is what its literal says there."""
    modules = {
        "table": 'TABLE = {"a": 1}\nWORDS = ("a", "b")\n',
        "module": "from paqbridge.table import TABLE, WORDS\n"
        "def f(x):\n    return x in TABLE\n"
        "def g(x):\n    return x in WORDS\n",
    }
    found = complaints(tmp_path, modules)
    assert [one.split(" ")[0] for one in found] == ["module.py:3:12:"]
    assert "in, on a dict" in found[0]


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints the complaints about the paths it is given, and fails if there are any."""
    complaints(tmp_path, {"good": "X = 1\n", "bad": "class A: pass\n"})
    package = tmp_path / "integration" / "paqbridge"
    assert main([str(package / "good.py")]) == 0
    assert capsys.readouterr().out == ""
    assert main([str(package)]) == 1
    assert "bad.py:1:1: a class" in capsys.readouterr().out


def test_a_checkout_of_the_packages_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`git clone` makes a folder of that name: what lies in it is not the package for that."""
    checkout = tmp_path / "paqbridge"
    complaints(checkout, {"good": "from paqbridge.other import X\n\nY = X\n", "other": "X = 1\n"})
    assert main([str(checkout / "integration")]) == 0
    assert capsys.readouterr().out == ""
