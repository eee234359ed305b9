"""The walk of one call through the rooms of the house, seen by CPython's profiler."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

import paqbridge

TOP = str(Path(paqbridge.__file__).parent) + "/"
ASKED_BY_ANY = ("read", "native", "host")
"""Rooms that are no station of a call: whoever needs them asks them."""

UNSEEN = "native_support.py"
"""Stands for what a browser has; no bundle has it."""


@dataclass
class Step:
    """One function that was called from another file, and how often it asked the rooms of all."""

    depth: int
    place: str
    asked: Counter[str] = field(default_factory=Counter)

    def __str__(self) -> str:
        asked = ", ".join(f"{room} {count}" for room, count in self.asked.items())
        return "  " * self.depth + self.place + (f"  ({asked})" if asked else "")


class Walk:
    """What is touched while ``run`` runs: files, calls from one file to another, rooms entered."""

    def __init__(self, run: Callable[[], Any]) -> None:
        self.files: set[str] = set()
        self.edges: Counter[tuple[str, str]] = Counter()
        self.rooms: list[str] = []
        self.steps: list[Step] = []
        # The step that each function which has not returned yet is a part of.
        self._open: list[Step] = []
        sys.setprofile(self._see)
        try:
            run()
        finally:
            sys.setprofile(None)

    @property
    def crossings(self) -> int:
        """How many calls crossed a file."""
        return sum(self.edges.values())

    def _see(self, frame: FrameType, event: str, argument: Any) -> None:
        file = file_of(frame)
        if file and event == "return":
            self._open.pop()
        if file and event == "call":
            self.files.add(file)
            self._open.append(self._enter(file, frame))

    def _enter(self, file: str, frame: FrameType) -> Step:
        caller = file_of(frame.f_back)
        room = room_of(file)
        if caller and caller != file:
            self.edges[caller, file] += 1
        if self._open and (room in ASKED_BY_ANY or caller == file):
            if caller != file:
                self._open[-1].asked[room] += 1
            return self._open[-1]
        if room not in ASKED_BY_ANY:
            if asking_room(frame.f_back) != room:
                self.rooms.append(room)
            step = Step(self._open[-1].depth + 1 if self._open else 0, place_of(file, frame))
            self.steps.append(step)
            return step
        return Step(-1, file)

    def __str__(self) -> str:
        counts = f"{len(self.files)} files, {self.crossings} calls that cross a file"
        edges = [f"{count:4}  {a} -> {b}" for (a, b), count in self.edges.most_common(12)]
        walk = " -> ".join(self.rooms)
        return "\n".join([counts, walk, *map(str, self.steps), "most frequent:", *edges])


def file_of(frame: FrameType | None) -> str:
    """Return a frame's file inside the package, nothing for any other."""
    path = frame.f_code.co_filename if frame else ""
    return path.removeprefix(TOP) if path.startswith(TOP) and UNSEEN not in path else ""


def place_of(file: str, frame: FrameType) -> str:
    """Return what a person looks for: the file and the function."""
    return f"{file} {frame.f_code.co_name}"


def room_of(file: str) -> str:
    """Return the first folder of a file, or the name of a module that stands in none."""
    return file.split("/")[0].removesuffix(".py")


def asking_room(frame: FrameType | None) -> str:
    """Return the room that a call comes from, through those that are asked by any."""
    while frame:
        room = room_of(file_of(frame))
        if room and room not in ASKED_BY_ANY:
            return room
        frame = frame.f_back
    return ""
