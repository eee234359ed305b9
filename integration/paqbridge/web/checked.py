"""Settings, checked before a page has them: by the tables and kinds that the browser's half has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, TypeAlias, cast

from paqbridge.destination.consent_ability import suits_full
from paqbridge.explain.misspelt import UNKNOWN
from paqbridge.explain.wording import expected
from paqbridge.settings.explain_table import EXPLAIN_SETTINGS
from paqbridge.settings.lean_table import LEAN_SETTINGS
from paqbridge.settings.validate import validate
from paqbridge.settings.whole_table import WHOLE_SETTINGS
from paqbridge.web.literal import NoPlainValue, Plain, plain, plain_text

if TYPE_CHECKING:
    from paqbridge.types.page import Untrusted
    from paqbridge.types.settings import Named, Row, Settings

Build: TypeAlias = Literal["lean", "full", "explain", "solo", "full.solo"]

ROWS: dict[Build, list[Row]] = {
    "lean": LEAN_SETTINGS,
    "full": WHOLE_SETTINGS,
    "explain": EXPLAIN_SETTINGS,
    "solo": LEAN_SETTINGS,
    "full.solo": WHOLE_SETTINGS,
}
OPTIONS = ("plan", "initialPageview")
"""What ``load`` of a full build takes besides settings, and JSON can say: docs/analytics.md."""

DOCS = "docs/settings.md"

LONGEST = 60
"""So much of a name or a value stands in a complaint."""


class SettingsError(ValueError):
    """Settings are wrong; ``complaints`` has a sentence for each, with the setting's name."""

    def __init__(self, complaints: list[str]) -> None:
        self.complaints = [one_line(one) for one in complaints]
        super().__init__("; ".join(self.complaints))


def checked(settings: Mapping[str, object], build: Build) -> dict[str, Plain]:
    """Return settings as JSON has them, or raise ``SettingsError``, which says all that is wrong.

    What is None counts as not said. Other than in a browser, a name that no build has is an error:
    in Python nobody else adds keys.
    """
    if build not in tuple(ROWS):  # compared, not looked up: a list has no hash
        raise SettingsError([f"build: expected {' or '.join(ROWS)}, received {shown(build)}"])
    if not isinstance(settings, Mapping):
        raise SettingsError([f"settings: expected a dict, received a {type(settings).__name__}"])
    said: dict[str, Plain] = {}
    wrong: list[str] = []
    for name, value in settings.items():
        key = plain_text(name) if isinstance(name, str) else str(name)
        try:
            found = plain(value, key)
        except NoPlainValue as error:
            wrong.append(str(error))
        else:
            if found is not None:
                said[key] = found
    wrong += [*strangers(said, build), *refused(said, build, wrong)]
    if wrong:
        raise SettingsError([f"{one}, see {DOCS}" for one in wrong])
    return said


def names_of(build: Build) -> set[str]:
    """Return what a build takes: its settings, their other names, and the options of a full one."""
    rows = ROWS[build]
    named = {row["name"] for row in rows} | {row["alias"] for row in rows if "alias" in row}
    return named if is_lean(build) else {*named, *OPTIONS}


def is_lean(build: Build) -> bool:
    """Tell whether a build has the settings of a lean one."""
    return ROWS[build] is LEAN_SETTINGS


def strangers(said: Mapping[str, Plain], build: Build) -> Iterator[str]:
    """Yield a complaint for each name that this build does not have."""
    known, all_names = names_of(build), names_of("explain")
    for name in said:
        if name in all_names - known:
            larger = "full" if name in names_of("full") else "explain"
            yield f"{name}: the {build} build does not have it, the {larger} one does"
        elif name not in known:
            yield f"{short(name)}: {no_such(name, known)}"


def no_such(name: str, known: set[str]) -> str:
    """Return that there is no setting of a name, and which is meant, if one is like it."""
    bare = {one.casefold(): one for one in sorted(known)}
    close = get_close_matches(name[:LONGEST].replace("_", "").casefold(), bare, 1, 0.7)
    return UNKNOWN + (f"; is it {bare[close[0]]}?" if close else "")


def refused(said: dict[str, Plain], build: Build, before: list[str]) -> list[str]:
    """Return what the checks of the browser's half say of values; ``before`` is known already."""
    found: list[str] = []
    known = {one.partition(":")[0].partition(".")[0] for one in before}

    def refuse(named: Named, at: str, received: Untrusted) -> None:
        name = named["name"]
        if name not in known:
            what = "nothing" if received is None else shown(received)
            found.append(f"{name}{at}: expected {expected(named)}, received {what}")

    settings = cast("Settings", {})
    is_complete = validate(said, ROWS[build], {}, settings, refuse)
    if is_complete and not is_lean(build) and not found:
        suits_full(said, settings, refuse)
    return found


def shown(value: object) -> str:
    """Return a value as a complaint shows it."""
    return short(repr(value))


def short(text: str) -> str:
    """Return a text, not whole where it is long."""
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def one_line(text: str) -> str:
    """Return a complaint that stays one line of a log, whatever the names in it are made of."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
