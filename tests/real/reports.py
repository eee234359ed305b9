"""What was done in visits, told from hits in the form of Matomo's Live.getLastVisitsDetails."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from demo.hits import Hit
from demo.judge import judge
from demo.judge_asides import variables

Report = dict[str, Any]


def visits(hits: Iterable[Hit], site: str) -> list[Report]:
    """One visit for each visitor id; its user id is the last that came, as in Matomo."""
    found: dict[str, Report] = {}
    for hit in hits:
        sent = hit.parameters
        if hit.status < 400 and sent.get("idsite") == site:
            visit = found.setdefault(sent["_id"], {"userId": None, "actionDetails": []})
            visit["userId"] = sent.get("uid", visit["userId"])
            visit["actionDetails"].append(detail(sent))
    return list(found.values())


def detail(parameters: dict[str, str]) -> Report:
    """What one request did: a page view, an event or a conversion, and its variables."""
    judged = judge(parameters)
    told = {words: judged[name] for words, name in FIELDS[judged["recorded"]].items()}
    present = {words: value for words, value in told.items() if value is not None}
    return {"type": TYPES[judged["recorded"]], **present, **page_variables(parameters)}


def page_variables(parameters: dict[str, str]) -> Report:
    """Custom variables of the scope page; no key at all where there are none."""
    slots = {
        slot: {f"customVariablePageName{slot}": name, f"customVariablePageValue{slot}": value}
        for slot, (name, value) in variables(parameters.get("cvar")).items()
    }
    return {"customVariables": slots} if slots else {}


TYPES = {"page view": "action", "event": "event", "goal": "goal"}

# What the report calls it -> what the judge calls it.
FIELDS = {
    "page view": {"pageTitle": "title"},
    "event": {
        "eventCategory": "category",
        "eventAction": "action",
        "eventName": "name",
        "eventValue": "value",
    },
    "goal": {"goalId": "goal", "revenue": "revenue"},
}
