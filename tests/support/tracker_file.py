"""Matomo's script as a test's site serves it: at once, late, never, or something else instead."""

from __future__ import annotations

import os
import threading
from pathlib import Path

from flask import Response

from demo.matomo_double import STAND_IN

REAL = os.environ.get("MATOMO_JS")
TRACKER = Path(REAL or STAND_IN)
NAMES = ("piwik.js", "matomo.js")
PATIENCE = 10.0
SCRIPT = "text/javascript"
INSTEAD = {
    "missing": (404, "text/html", "<h1>Not found</h1>"),
    "failing": (500, "text/html", "sorry"),
    "html": (200, "text/html", "<!doctype html><title>Sign in to this network</title>"),
    "empty": (200, SCRIPT, ""),
    "comment": (200, SCRIPT, "/* a captive portal */"),
    "other": (200, SCRIPT, "window.other = 1"),
}
"""What comes instead of the script: status, type and body."""


class TrackerFile:
    """``does`` says what comes: ``live`` is the tracker, `late` is it once `release` was called."""

    def __init__(self) -> None:
        self.does = "live"
        self.asked: list[str] = []
        self.script = TRACKER.read_text("utf-8")
        self.released: set[str] = set()
        self.closed = False
        self.changed = threading.Condition()

    def answer(self, name: str) -> Response:
        """Answer a request for the script by one of its names."""
        with self.changed:
            self.asked.append(name)
            self.changed.notify_all()
            if self.does == "late":
                self.changed.wait_for(lambda: self.closed or name in self.released)
        status, kind, body = INSTEAD.get(self.does, (200, SCRIPT, self.script))
        return Response(body, status, mimetype=kind)

    def wait_for(self, count: int) -> None:
        """Wait until the script has been asked for so many times."""
        with self.changed:
            assert self.changed.wait_for(lambda: len(self.asked) >= count, PATIENCE), self.asked

    def release(self, *names: str) -> None:
        """Let the script come; only under these of its names, if there are any."""
        with self.changed:
            self.released |= set(names or NAMES)
            self.changed.notify_all()

    def close(self) -> None:
        """Answer what still waits."""
        with self.changed:
            self.closed = True
            self.changed.notify_all()
