"""Hits kept in SQLite, for any number of threads."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from demo.matomo_double.verdict import Verdict

TABLE = """
CREATE TABLE IF NOT EXISTS hits (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    method TEXT NOT NULL,
    path TEXT NOT NULL,
    carrier TEXT NOT NULL,
    status INTEGER NOT NULL,
    parameters TEXT NOT NULL,
    verdict TEXT NOT NULL
)
"""

INSERT = """
INSERT INTO hits (at, method, path, carrier, status, parameters, verdict)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
JSON_COLUMNS = ("parameters", "verdict")


@dataclass(frozen=True)
class Hit:
    """One tracking request as it arrived.

    `carrier` is where its parameters were (url, body or bulk), `status` what was answered, and
    `verdict` what became of it: that depends on what was known when it arrived.
    """

    id: int
    at: str
    method: str
    path: str
    carrier: str
    status: int
    parameters: dict[str, str]
    verdict: Verdict


class HitStore:
    """Hits in the order of arrival. One connection under one lock, so `:memory:` is shared too."""

    def __init__(self, database: str | Path = ":memory:") -> None:
        """Open or create the database file; `:memory:` keeps the hits in this process."""
        self._connection = sqlite3.connect(str(database), check_same_thread=False)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute(TABLE)
        self._connection.commit()
        self._changed = threading.Condition()
        self._closed = False

    @property
    def closed(self) -> bool:
        """Whether `close` was called; readers that wait use it to stop."""
        return self._closed

    def add(
        self,
        method: str,
        path: str,
        carrier: str,
        status: int,
        parameters: dict[str, str],
        verdict: Verdict,
    ) -> int:
        """Store one request and wake whoever waits; returns its number, which only ever grows."""
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        texts = (json.dumps(parameters), json.dumps(verdict))
        row = (now, method, path, carrier, status, *texts)
        with self._changed, self._connection:
            number = self._connection.execute(INSERT, row).lastrowid
            self._changed.notify_all()
        assert number is not None
        return number

    def since(self, number: int = 0) -> list[Hit]:
        """The hits that arrived after the one of this number, oldest first."""
        with self._changed:
            return self._rows(number)

    def last(self) -> int:
        """The highest number that was ever given, 0 before the first hit."""
        query = "SELECT seq FROM sqlite_sequence WHERE name = 'hits'"
        with self._changed:
            row = None if self._closed else self._connection.execute(query).fetchone()
        return row[0] if row else 0

    def wait(
        self, number: int, seconds: float, enough: Callable[[list[Hit]], Any] = bool
    ) -> list[Hit]:
        """The hits after this number, as soon as `enough` holds for them or the time is over."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or enough(self._rows(number)), seconds)
            return self._rows(number)

    def clear(self) -> None:
        """Forget all hits; numbers go on from where they were."""
        with self._changed, self._connection:
            self._connection.execute("DELETE FROM hits")

    def close(self) -> None:
        """Close the database and end every wait."""
        with self._changed:
            if not self._closed:
                self._closed = True
                self._connection.close()
            self._changed.notify_all()

    def _rows(self, number: int) -> list[Hit]:
        if self._closed:
            return []
        rows = self._connection.execute("SELECT * FROM hits WHERE id > ? ORDER BY id", (number,))
        return [Hit(**{**dict(row), **_decoded(row)}) for row in rows]


def _decoded(row: sqlite3.Row) -> dict[str, Any]:
    return {column: json.loads(row[column]) for column in JSON_COLUMNS}
