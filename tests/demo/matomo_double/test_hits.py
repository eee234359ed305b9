from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from demo.matomo_double.hits import HitStore
from demo.matomo_double.verdict import Verdict

PATIENCE = 10.0


@pytest.fixture
def hits() -> Iterator[HitStore]:
    """An empty store in memory."""
    store = HitStore()
    yield store
    store.close()


def add(store: HitStore, action: str = "x") -> int:
    """Store an event."""
    verdict = Verdict(status=204, summary=f"event {action}", warnings=[])
    return store.add("POST", "/piwik.php", "url", 204, {"e_a": action}, verdict)


def test_hits_come_back_in_order_of_arrival(hits: HitStore) -> None:
    """What was stored first is read first, with everything that was said about it."""
    add(hits, "one")
    add(hits, "two")
    first, second = hits.since()
    assert (first.method, first.path, first.carrier, first.status) == (
        "POST",
        "/piwik.php",
        "url",
        204,
    )
    assert [first.parameters, second.parameters] == [{"e_a": "one"}, {"e_a": "two"}]
    assert [first.verdict["summary"], second.verdict["summary"]] == ["event one", "event two"]
    assert first.at <= second.at


def test_since_leaves_out_what_was_seen(hits: HitStore) -> None:
    """A reader that gives the last number it saw gets only what is newer."""
    seen = add(hits, "old")
    add(hits, "new")
    assert [hit.parameters["e_a"] for hit in hits.since(seen)] == ["new"]


def test_numbers_go_on_after_clearing(hits: HitStore) -> None:
    """A cleared store never gives a number twice, so no reader misses a hit."""
    before = add(hits)
    hits.clear()
    assert hits.since() == []
    assert hits.last() == before
    assert add(hits) == before + 1


def test_last_is_zero_before_the_first_hit(hits: HitStore) -> None:
    """A reader may start from `last` even where nothing has arrived."""
    assert hits.last() == 0


def test_waiting_ends_with_the_next_hit(hits: HitStore) -> None:
    """A reader in one thread wakes when another thread stores a hit."""
    writer = threading.Timer(0, add, (hits, "late"))
    writer.start()
    found = hits.wait(0, PATIENCE)
    writer.join()
    assert [hit.parameters["e_a"] for hit in found] == ["late"]


def test_waiting_can_ask_for_more_than_one(hits: HitStore) -> None:
    """The condition decides when there is enough."""
    writers = [threading.Timer(0, add, (hits, str(n))) for n in range(3)]
    for writer in writers:
        writer.start()
    found = hits.wait(0, PATIENCE, lambda rows: len(rows) == 3)
    for writer in writers:
        writer.join()
    assert sorted(hit.parameters["e_a"] for hit in found) == ["0", "1", "2"]


def test_waiting_ends_when_time_is_over(hits: HitStore) -> None:
    """A wait for nothing gives nothing instead of lasting for ever."""
    assert hits.wait(0, 0.0) == []


def test_closing_ends_waits(hits: HitStore) -> None:
    """A reader that waits does not keep a stopping server alive."""
    closer = threading.Timer(0, hits.close)
    closer.start()
    assert hits.wait(0, PATIENCE) == []
    closer.join()
    assert (hits.closed, hits.since(), hits.last()) == (True, [], 0)


def test_many_threads_lose_nothing(hits: HitStore) -> None:
    """Requests that arrive at once are all kept, each under a number of its own."""
    threads = [threading.Thread(target=lambda: [add(hits) for _ in range(20)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [hit.id for hit in hits.since()] == list(range(1, 161))


def test_a_file_keeps_hits(tmp_path: Path) -> None:
    """Hits in a named file are there again when it is opened anew."""
    for _ in range(2):
        store = HitStore(tmp_path / "hits.sqlite")
        add(store)
        count = len(store.since())
        store.close()
    assert count == 2
