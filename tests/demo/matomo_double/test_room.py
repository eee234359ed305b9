from __future__ import annotations

import re

import demo.matomo_double

IMPORTED = re.compile(r"^(?:from|import) (demo\S*)", re.MULTILINE)


def test_the_double_needs_nothing_of_the_demo() -> None:
    """Tests use it without the demo's page: none of its modules imports from outside the room."""
    modules = sorted(demo.matomo_double.STAND_IN.parent.glob("*.py"))
    names = [name for path in modules for name in IMPORTED.findall(path.read_text("utf-8"))]
    assert len(names) > 10
    assert [name for name in names if not name.startswith("demo.matomo_double")] == []
