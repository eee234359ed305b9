from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.request import Request, urlopen

import pytest

from demo.hits_api import stream
from demo.matomo_double.hits import HitStore

PATIENCE = 10


def track(address: str, action: str) -> int:
    """Send one event to the collector at `address`; gives the status of the answer."""
    query = f"idsite=1&rec=1&send_image=0&e_c=All&e_a={action}"
    with urlopen(
        Request(f"{address}/piwik.php?{query}", method="POST"), timeout=PATIENCE
    ) as answer:
        return answer.status


@pytest.fixture
def feed(address: str) -> Iterator[Any]:
    """The open feed of a served app."""
    with urlopen(f"{address}/api/feed?since=0", timeout=PATIENCE) as feed:
        assert feed.headers["Content-Type"].startswith("text/event-stream")
        yield feed


def next_event(feed: Any) -> dict[str, Any]:
    """Read on to the next event and decode it."""
    line = next(line for line in feed if line.startswith(b"data: "))
    return json.loads(line.removeprefix(b"data: "))


def test_hits_arrive_on_the_open_feed(address: str, feed: Any) -> None:
    """A request that another connection sends is told at once, with everything known about it."""
    assert track(address, "one") == 204
    first = next_event(feed)
    assert track(address, "two") == 204
    second = next_event(feed)
    assert [hit["parameters"]["e_a"] for hit in (first, second)] == ["one", "two"]
    assert second["words"][1] == {
        "name": "e_a",
        "group": "what",
        "words": "Event action",
        "value": "two",
    }


def test_a_reconnecting_browser_misses_nothing(address: str) -> None:
    """The feed goes on after the event that the browser saw last."""
    for action in ("seen", "missed"):
        track(address, action)
    request = Request(f"{address}/api/feed?since=0", headers={"Last-Event-ID": "1"})
    with urlopen(request, timeout=PATIENCE) as feed:
        assert next_event(feed)["parameters"]["e_a"] == "missed"


def test_a_quiet_feed_stays_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """While nothing arrives, comments keep the line open."""
    monkeypatch.setattr("demo.hits_api.HEARTBEAT_SECONDS", 0.0)
    store = HitStore()
    events = stream(store, 0)
    assert [next(events), next(events)] == ["retry: 1000\n\n", ": still here\n\n"]
    store.close()
    assert list(events) == []
