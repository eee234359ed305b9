"""The built files, copied into a folder of a site: what is somebody else's there stays."""

from __future__ import annotations

import json
from errno import EEXIST
from pathlib import Path

from paqbridge.web.static import MANIFEST, SCRIPTS, data_of, names, sum_of


def copy_to(target: Path, *, force: bool = False) -> list[Path]:
    """Copy the built files into a folder, which is made; return what is there now.

    What is the same stays untouched, as caches go by a file's date. A file of the same name that is
    none of ours, of this version or an earlier one, is a ``FileExistsError``, before anything is
    written; ``force`` replaces it.
    """
    target.mkdir(parents=True, exist_ok=True)
    places = [target / name for name in names()]
    there = {place: place.read_bytes() for place in places if place.exists()}
    changed = [place for place in places if there.get(place) != data_of(place.name)]
    known = {} if force else sums_in(target)
    for place in changed:
        if place in there and not force and not is_ours(place.name, there[place], known):
            raise FileExistsError(EEXIST, "it is none of paqbridge's; --force replaces it", place)
    for place in sorted(changed, key=lambda place: place.name == MANIFEST):
        # The sums come last: those of before speak for what an interrupted copy has left.
        place.write_bytes(data_of(place.name))
    return places


def sums_in(target: Path) -> dict[str, str]:
    """Return the sums that an earlier copy has left in a folder; {} where there was none."""
    try:
        said = json.loads((target / MANIFEST).read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return said if isinstance(said, dict) and SCRIPTS["lean"] in said else {}


def is_ours(name: str, data: bytes, known: dict[str, str]) -> bool:
    """Tell whether a file is as an earlier copy has left it; its sums say nothing of themselves."""
    return bool(known) if name == MANIFEST else known.get(name) == sum_of(data)
