"""The demo's small Matomo: it judges each request by what it knows by then, and keeps it."""

from __future__ import annotations

import threading
from collections.abc import Iterable

from demo.matomo_double.hits import HitStore
from demo.matomo_double.judgement import Parameters, Server
from demo.matomo_double.verdict import verdict_of


class SmallMatomo:
    """Takes tracking requests; of a site that nobody described every goal exists."""

    def __init__(self, store: HitStore) -> None:
        self._store = store
        self._goals: dict[str, frozenset[int]] = {}
        self._taking = threading.Lock()

    def set_goals(self, site: str, goals: Iterable[int]) -> None:
        """Let a site have these goals and no others."""
        self._goals[site] = frozenset(goals)

    def take(self, method: str, path: str, carrier: str, parameters: Parameters) -> int:
        """Judge one request and store it; gives the status of the answer.

        One at a time: of two requests with the same order the second is refused.
        """
        with self._taking:
            verdict = verdict_of(parameters, self._known(parameters))
            wants_image = parameters.get("send_image") != "0"
            status = 200 if verdict["status"] < 400 and wants_image else verdict["status"]
            self._store.add(method, path, carrier, status, parameters, verdict)
        return status

    def _known(self, parameters: Parameters) -> Server:
        """What is known beforehand of the site that a request is for."""
        site = parameters.get("idsite", "")
        orders = self._orders(site) if parameters.get("ec_id") else ()
        return Server(goals=self._goals.get(site), orders=orders)

    def _orders(self, site: str) -> set[str]:
        return {
            hit.parameters.get("ec_id", "")
            for hit in self._store.since()
            if hit.status < 400
            and hit.parameters.get("idgoal") == "0"
            and hit.parameters.get("idsite") == site
        }
