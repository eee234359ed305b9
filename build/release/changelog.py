"""What the change log says of a version: the notes of its release."""

from __future__ import annotations

import re

SECTION = re.compile(r"^## \[(?P<name>[^\]]+)\](?: - (?P<date>\S+))?$", re.MULTILINE)
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
UNRELEASED = "Unreleased"


def sections(text: str) -> dict[str, tuple[str, str]]:
    """Return each version's date, '' for none, and what is said of it."""
    heads = list(SECTION.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    return {
        head["name"]: (head["date"] or "", text[head.end() : end].strip())
        for head, end in zip(heads, ends, strict=True)
    }


def notes_of(text: str, version: str) -> str:
    """Return what is said of a version, as a page of its own."""
    date, said = sections(text)[version]
    return f"# {version}{' - ' * bool(date)}{date}\n\n{said}\n"


def complaints(text: str, version: str) -> list[str]:
    """Return what is wrong with the change log of a version that is to be released."""
    said = sections(text)
    date, entry = said.get(version, ("", ""))
    left = said.get(UNRELEASED, ("", ""))[1]
    wrong = {
        f"CHANGELOG.md has no entry for {version}: ## [{version}] - its date": not entry,
        f"CHANGELOG.md dates {version} {date or 'nowhere'}, not as 2026-12-31": bool(entry)
        and not DATE.fullmatch(date),
        f"CHANGELOG.md has entries under {UNRELEASED}, which {version} would have untold": bool(
            left
        ),
    }
    return [sentence for sentence, is_wrong in wrong.items() if is_wrong]
