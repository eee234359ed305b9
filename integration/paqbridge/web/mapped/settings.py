"""Settings as a page gives them: what of them counts, and what is wrong with the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from paqbridge.commands.grammar import fitting
from paqbridge.explain.shown import shown
from paqbridge.explain.wording import expected
from paqbridge.settings.validate import validate
from paqbridge.settings.whole_table import WHOLE_SETTINGS
from paqbridge.web.checked import names_of, no_such
from paqbridge.web.mapped.builds import BUILDS
from paqbridge.web.mapped.plain import plain

if TYPE_CHECKING:
    from paqbridge.types.explain import Remark
    from paqbridge.types.settings import FullSettings, Named
    from paqbridge.web.mapped.builds import Build

KNOWN = names_of("explain")
"""The names that some build knows: in Python nobody else adds keys."""

FULL_ONLY = "only a full build has it"


@dataclass(frozen=True)
class Accepted:
    """Settings that count, those of the full build's by their defaults in a lean one.

    ``opening`` are the commands that come first, ``warnings`` what is wrong; without ``is_able``
    this build does not start with them.
    """

    build: Build
    settings: FullSettings
    opening: list[list[object]]
    warnings: list[Remark]
    is_able: bool


def accepted(given: object, name: str) -> Accepted:
    """Return what counts of settings in a build."""
    build = BUILDS[name]
    warnings: list[Remark] = []

    def refuse(row: Named, at: str, received: object) -> None:
        is_foreign = name == "lean" and "kind" not in row
        why = FULL_ONLY if is_foreign else f"expected {expected(row)}"
        warnings.append({"what": row["name"] + at, "why": why, "received": shown(received)})

    # The defaults are those of a page that says nothing: of the rest nobody complains twice.
    settings: Any = {}
    validate(None, WHOLE_SETTINGS, {}, settings, lambda row, at, received: None)
    data = cast("dict[str, object]", plain(given))
    is_whole = validate(data, build.rows, {}, settings, refuse)
    is_able = build.kit["suits"](data, settings, refuse) and is_whole
    commands = fitting(build.kit["opening"](settings), build.kit["grammar"]) if is_able else []
    warnings += [
        {"what": one, "why": no_such(one, KNOWN), "received": shown(data[one])}
        for one in data
        if one not in KNOWN
    ]
    return Accepted(build, cast("FullSettings", settings), commands, warnings, is_able)
