"""The environment of Jinja2 templates: the recipe of the docs, as it stands there."""

from __future__ import annotations

from typing import Any

from jinja2 import Environment

from tests.docs.pages import named

SCOPE: dict[str, Any] = {}
exec(named("django")["jinja"].code, SCOPE)


def environment(**options: Any) -> Environment:
    """Return what the recipe makes."""
    made: Environment = SCOPE["environment"](**options)
    return made
