"""``APPS=1 python -m tests.first_party.cost``: what a hit costs in each proxy, as a table."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.first_party.conftest import proxy
from tests.first_party.load import HITS, Load, under_load
from tests.first_party.recording_matomo import RecordingMatomo, recording_matomo

NAMES = {
    "nginx": "nginx",
    "caddy": "Caddy",
    "apache": "Apache",
    "asgi": "the ASGI app, one process of uvicorn",
}
ROUNDS = 3


def main() -> None:
    """Print the table."""
    print("| proxy | processor, µs a hit | hits a second |\n|---|--:|--:|")
    with recording_matomo() as matomo:
        for kind, name in NAMES.items():
            loads = rounds(kind, matomo)
            assert all(load.arrived == load.sent for load in loads)
            processor = median(load.processor for load in loads) / HITS * 1e6
            speed = HITS / median(load.seconds for load in loads)
            print(f"| {name} | {processor:.0f} | {speed:,.0f} |", flush=True)


def rounds(kind: str, matomo: RecordingMatomo) -> list[Load]:
    """Send the hits some times over."""
    with (
        TemporaryDirectory() as folder,
        proxy(kind, matomo.address, Path(folder), matomo.port) as (port, process),
    ):
        return [under_load(port, process, matomo) for _ in range(ROUNDS)]


if __name__ == "__main__":
    main()
