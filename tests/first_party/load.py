"""Ten thousand hits at full speed, from as many addresses as there are connections."""

from __future__ import annotations

import asyncio
import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.first_party.recording_matomo import RecordingMatomo
from tests.first_party.wire import asked

HITS = 10_000
CONNECTIONS = 16
LENGTH = re.compile(rb"content-length: (\d+)")
PATIENCE = 400
TICKS = 100
"""The kernel's, a second."""


@dataclass(frozen=True)
class Load:
    """What became of the hits, and what they cost; seconds are those of the proxy's processes."""

    statuses: Counter[int]
    arrived: Counter[tuple[str, str]]
    sent: Counter[tuple[str, str]]
    seconds: float
    processor: float


def under_load(port: int, process: int, matomo: RecordingMatomo, hits: int = HITS) -> Load:
    """Send hits, half by GET and half as beacons, and compare what arrives."""
    matomo.received.clear()
    before, begin = processor_of(process), time.perf_counter()
    with ThreadPoolExecutor(1) as thread:  # the tests' own may have a loop of Playwright's
        statuses = thread.submit(asyncio.run, all_visitors(port, hits // CONNECTIONS)).result()
    seconds = time.perf_counter() - begin
    return Load(
        statuses=Counter(statuses),
        arrived=Counter(
            (number_of(one.target, one.body), ", ".join(one.values("x-forwarded-for")))
            for one in matomo.received
        ),
        sent=Counter(
            (f"{visitor}-{hit}", address_of(visitor))
            for visitor in range(CONNECTIONS)
            for hit in range(hits // CONNECTIONS)
        ),
        seconds=seconds,
        processor=processor_of(process) - before,
    )


async def all_visitors(port: int, hits: int) -> list[int]:
    """Let all visitors send at once; return the statuses of the answers."""
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(one_visitor(port, visitor, hits)) for visitor in range(CONNECTIONS)
        ]
    return [status for task in tasks for status in task.result()]


async def one_visitor(port: int, visitor: int, hits: int) -> list[int]:
    """Send hits, each after the answer to the one before, over connections as the proxy has it."""
    statuses: list[int] = []
    while len(statuses) < hits:
        here = (address_of(visitor), 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=here)
        stays = True
        while stays and len(statuses) < hits:
            number = len(statuses)
            writer.write(hit(f"{visitor}-{number}", by_beacon=number % 2 == 1))
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            statuses.append(int(head.split(b" ")[1]))
            await reader.readexactly(int(LENGTH.findall(head)[0]))
            stays = b"connection: close" not in head
        writer.close()
        await writer.wait_closed()
    return statuses


def address_of(visitor: int) -> str:
    """Return the address of a visitor."""
    return f"127.0.0.{visitor + 2}"


def hit(number: str, by_beacon: bool) -> bytes:
    """Return a hit with its number, as Matomo's tracker sends it."""
    query = f"idsite=1&rec=1&action_name=Page&url=http%3A%2F%2Fshop.example%2F&n={number}"
    claims = {"X_Forwarded_For": "6.6.6.6", "Cookie": "a=b", "User_Agent": "Mozilla/5.0"}
    kind = "application/x-www-form-urlencoded; charset=UTF-8"
    if by_beacon:
        body = query.encode()
        return asked("/m/c", "POST", body, Connection="keep-alive", Content_Type=kind, **claims)
    return asked(f"/m/c?{query}", Connection="keep-alive", **claims)


def number_of(target: str, body: bytes) -> str:
    """Return the number of a hit that has arrived."""
    return (target + body.decode()).rpartition("&n=")[2]


def processor_of(process: int) -> float:
    """Return the seconds that a process and its children have had of a processor."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    own = (int(fields[11]) + int(fields[12])) / TICKS
    return own + sum(processor_of(int(child)) for child in children)
