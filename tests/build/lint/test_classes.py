"""The lint of classes: what no function with inner functions could mean is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.build.small_build import complaints

HEAD = "from __future__ import annotations\nfrom typing import Any, final\n"

CLASS = """
@final
class Box:
    '''Keeps one thing.'''

    def __init__(self, thing: Any, limit: Any = None) -> None:
        self._thing = thing
        self._limit: Any = limit
        self._count = 0

    def take(self, other: Any) -> Any:
        self._count += 1
        return self._kept(other)

    def _kept(self, other: Any) -> Any:
        return [self._thing, other, self._count, self.take]
"""

REFUSED = [
    ("class A:\n    def m(self): return 1", "write `@final` above it"),
    ("@final\nclass A(Box):\n    def m(self): return 1", "nothing in parentheses"),
    ("@final\nclass A(metaclass=type):\n    def m(self): return 1", "nothing in parentheses"),
    ("@final\n@final\nclass A:\n    def m(self): return 1", "write `@final` above it"),
    ("def f():\n    @final\n    class A:\n        def m(self): return 1", "to the top level"),
    ("@final\nclass A:\n    class B: pass", "move it to the top level"),
    ("@final\nclass A:\n    x = 1", "assign fields in __init__"),
    ("@final\nclass A:\n    x: int", "assign fields in __init__"),
    ("@final\nclass A: pass", "assign fields in __init__"),
    ("@final\nclass A:\n    async def m(self): pass", "assign fields in __init__"),
    ("@final\nclass A:\n    @property\n    def m(self): return 1", "a method that is called"),
    ("@final\nclass A:\n    @staticmethod\n    def m(): return 1", "a function of the module"),
    ("@final\nclass A:\n    def __len__(self): return 1", "name the method, and call it"),
    ("@final\nclass A:\n    def get(self): return 1", "rename the method"),
    ("@final\nclass A:\n    def strip(self): return 1", "rename the method"),
    ("@final\nclass A:\n    def sort(self): return 1", "rename the method"),
    ("@final\nclass A:\n    def delete(self): return 1", "rename the method"),
    ("@final\nclass A:\n    def m(this): return 1", "its calls leave that one out"),
    ("@final\nclass A:\n    def m(): return 1", "its calls leave that one out"),
    ("@final\nclass A:\n    def m(self): return self", "only stand before a dot"),
    ("@final\nclass A:\n    def m(self):\n        self = 1", "only stand before a dot"),
    ("@final\nclass A:\n    def m(self): return lambda self: 1", "only stand before a dot"),
    ("@final\nclass A:\n    def m(self, x):\n        for self._x in x: pass", "a loop's target"),
    ("@final\nclass A:\n    def m(self, x):\n        return [1 for self._x in x]", "loop's target"),
    ("@final\nclass A:\n    def __init__(self):\n        if 1: return", "write if"),
    ("@final\nclass A:\n    def m(self): return self._x", "neither a method nor a field"),
    ("@final\nclass A:\n    def m(self):\n        self._x = 1", "neither a method nor a field"),
    ("@final\nclass A:\n    def m(self):\n        self.m = 1", "it is never assigned"),
    ("@final\nclass A:\n    def __init__(self):\n        self.x = 1", "begin it with one"),
    ("@final\nclass A:\n    def __init__(self):\n        self.__x = 1", "with one underscore"),
    ("@final\nclass A:\n    def m(self, x=1): return x", "write `=None`"),
    ("@final\nclass A:\n    def m(self, *x): return x", "name each parameter"),
    ("@final\nclass A:\n    def m(self): return missing", "define or import it"),
    ("def f(box): return box._thing", "give its class a method"),
    ("def f(box):\n    box._thing = 1", "give its class a method"),
    ("def f(box): return box._kept(1)", "write d['name'](...)"),
    ("def f(box): return box.other", "write d['name']"),
    ("def f(box): return box.other(1)", "write d['name'](...)"),
    ("def f(box):\n    box.take = 1", "write d['name']"),
    ("def f(box): return box.take(other=1)", "pass it by position"),
    ("@final\nclass A:\n    def m(self, box): return box._thing", "give its class a method"),
]


@pytest.mark.parametrize(("text", "advice"), REFUSED, ids=[text for text, _ in REFUSED])
def test_refused(tmp_path: Path, text: str, advice: str) -> None:
    """What has no counterpart among closures is refused, with advice."""
    found = complaints(tmp_path, {"module": HEAD + CLASS + text})
    assert [one for one in found if advice in one], found


@pytest.mark.parametrize(
    "text",
    [
        "def f(): return Box(1).take(2)",
        "def f(box): return [box.take, box.take(1)]",
        (
            "@final\nclass A:\n    def __init__(self, box): self._box = box\n"
            "    def take(self): return self._box.take(1)"
        ),
        (
            "@final\nclass A:\n    def __init__(self): self._x: list[int] = []\n"
            "    def m(self): return 1 if len(self._x) > 0 else 2"
        ),
    ],
)
def test_accepted(tmp_path: Path, text: str) -> None:
    """A class that closures can stand for passes, and so does what its methods are asked for."""
    assert complaints(tmp_path, {"module": HEAD + CLASS + text}) == []


def test_methods_of_other_modules(tmp_path: Path) -> None:
    """A public method may follow a dot in every module of the package."""
    user = "def f(box): return box.take(1)"
    assert complaints(tmp_path, {"boxes": HEAD + CLASS, "user": user}) == []


@pytest.mark.parametrize("types", ["types", "types.parts"])
def test_methods_of_protocols(tmp_path: Path, types: str) -> None:
    """A method of a Protocol in the types may follow a dot; what no method may be called, not."""
    protocol = (
        "from typing import Protocol\n\n\nclass Transport(Protocol):\n"
        "    def dispatch(self, x: int) -> None: ...\n    def sort(self) -> None: ...\n"
    )
    user = (
        f"from typing import TYPE_CHECKING\nfrom paqbridge.{types} import Transport\n"
        "def f(transport: Transport):\n    transport.dispatch(1)\n    transport.sort()\n"
    )
    found = complaints(tmp_path, {types: protocol, "user": user})
    assert [one.split(" ")[0] for one in found] == ["user.py:5:5:"]


def test_fields_have_kinds(tmp_path: Path) -> None:
    """The truth of a field that holds a list is refused, whether annotated or a parameter."""
    text = (
        "@final\nclass A:\n    def __init__(self, xs: list[int]) -> None:\n"
        "        self._xs = xs\n        self._ys: dict[str, int] = {}\n"
        "    def m(self) -> Any:\n        return 1 if self._xs else 2\n"
        "    def n(self) -> Any:\n        return self._ys or 2\n"
    )
    found = complaints(tmp_path, {"module": HEAD + text})
    assert [one.split(":")[1] for one in found] == ["9", "11"]
    assert all("len(x) > 0" in one for one in found)


def test_place_of_a_complaint_in_a_method(tmp_path: Path) -> None:
    """A complaint about what a method says names its line and column."""
    text = "@final\nclass A:\n    def m(self, x):\n        y = self.m(x)\n        return y % 2\n"
    found = complaints(tmp_path, {"module": HEAD + text})
    assert [one.split(" ")[0] for one in found] == ["module.py:7:16:"]


def test_objects_of_the_page(tmp_path: Path) -> None:
    """The transport that pushes onto the page's queue may say so; it may hold no JavaScript."""
    push = "def f(queue, command):\n    queue.push(command)\n"
    assert complaints(tmp_path / "a", {"transports.paq": push}) == []
    assert "write d['name'](...)" in complaints(tmp_path / "b", {"transports.other": push})[0]
    script = "from paqbridge.native_support import js\n@js('')\ndef f(x): return x\n"
    assert "write Python here" in complaints(tmp_path / "c", {"transports.paq": script})[0]


def test_web_is_for_servers(tmp_path: Path) -> None:
    """What lies in web/ may be any Python, and nothing outside it may import it."""
    server = "import json\nclass Page(dict):\n    pass\n"
    modules = {
        "web.__init__": "",
        "web.flask": server,
        "web.cli": "from paqbridge.web import flask",
    }
    assert complaints(tmp_path / "a", modules) == []
    uses = [
        "from paqbridge.web import flask\n",
        "from paqbridge import web\n",
        "def f():\n    from paqbridge.web.cli import main\n    return main\n",
        "import paqbridge.web.flask\n",
    ]
    for number, text in enumerate(uses):
        for module in ("module", "types.event"):
            folder = tmp_path / f"{number}{module}"
            found = complaints(folder, {**modules, module: text})
            assert any("turn the dependency round" in one for one in found), (text, module)
