"""What Matomo makes of one tracking request: what it records, garbles or refuses.

The rules are those that a real Matomo 5.1.2 server was measured to follow. They are pure: what
the server knows beforehand is an argument.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from demo.matomo_double.judge_asides import asides
from demo.matomo_double.judge_commerce import cart, order
from demo.matomo_double.judge_values import event_value, literal, misread, number, quoted, written
from demo.matomo_double.judgement import (
    RECORDED,
    Judgement,
    Parameters,
    Server,
    accepted,
    refused,
    spurious,
)

LONGEST_EVENT_TEXT = 4096
CUTS = {"action_name": 1024, "search": 1024, "search_cat": 200}
"""Where the server cuts a text: after so many bytes, be it within a letter."""

NO_SITE = ("", "0", "undefined", "null")
NOTHING = ("", "0")
"""What PHP takes for no text at all."""

Condition = Callable[[Parameters], bool]
Rule = Callable[[Parameters, Server], Judgement]


def judge(parameters: Parameters, server: Server | None = None) -> Judgement:
    """Say what becomes of a request.

    The answer has `recorded` (event, goal, order, cart, search, download, link, content, ping,
    page view or nothing), `status` (204 or 400), `summary` in words, `warnings`, and what is
    recorded under names of its own, such as `category` or `value`.
    """
    known = server or Server()
    if parameters.get("idsite", "") in NO_SITE:
        return refused("The request names no site: Matomo answers 400.")
    for name, limit in CUTS.items():
        if splits_letter(escape(parameters.get(name, "")), limit):
            return refused(f"{name} is cut within a letter at {limit} bytes: Matomo answers 400.")
    rule = next(rule for applies, rule in RULES if applies(parameters))
    judgement = rule(parameters, known)
    if judgement["status"] == RECORDED:
        judgement["warnings"].extend(asides(parameters, known))
    return judgement


def splits_letter(text: str, limit: int) -> bool:
    """Whether so many bytes of a text end within a letter."""
    letters = text.encode()
    return len(letters) > limit and letters[limit] & 0xC0 == 0x80


def event(parameters: Parameters, server: Server) -> Judgement:
    """Judge an event."""
    category, action = parameters["e_c"].strip(), parameters["e_a"].strip()
    name, value = parameters.get("e_n") or None, event_value(parameters.get("e_v"))
    if not category or not action:
        return refused("The event's category or action is blank: Matomo answers 400.")
    for what, said in (("category", category), ("action", action), ("name", name or "")):
        if len(escape(said)) > LONGEST_EVENT_TEXT:
            reason = f"The event's {what} is over 4096 characters once it is escaped"
            return refused(f"{reason}: Matomo answers 400.")
    named = f"the name {quoted(name)}" if name else "no name"
    valued = "no value" if value is None else f"the value {written(value)}"
    return accepted(
        "event",
        f"an event {quoted(action)} in {quoted(category)}, with {named} and {valued}",
        literal("event's name", name) + misread("value", parameters.get("e_v")),
        category=category,
        action=action,
        name=name,
        value=value,
    )


def conversion(parameters: Parameters, server: Server) -> Judgement:
    """Judge what has a goal id: a goal, or ecommerce, which is goal 0."""
    goal = parameters["idgoal"]
    if goal == "0":
        is_order = parameters.get("ec_id", "") not in NOTHING
        return order(parameters, server) if is_order else cart(parameters, server)
    if not re.fullmatch(r"[1-9]\d*", goal):
        return spurious(f"{quoted(goal)} is no goal id: Matomo counts an untitled page view.")
    if server.goals is not None and int(goal) not in server.goals:
        return refused(f"Goal {goal} does not exist: Matomo answers 400.")
    text = parameters.get("revenue")
    revenue = None if text is None else round(number(text), 2)
    worth = "the goal's default revenue" if revenue is None else f"a revenue of {written(revenue)}"
    return accepted(
        "goal",
        f"a conversion of goal {goal} with {worth}",
        misread("revenue", text),
        goal=int(goal),
        revenue=revenue,
    )


def search(parameters: Parameters, server: Server) -> Judgement:
    """Judge a site search."""
    keyword, count = parameters["search"], parameters.get("search_count")
    if keyword in NOTHING:
        return spurious("The search has no keyword: Matomo counts an untitled page view.")
    return accepted(
        "search",
        f"a search for {quoted(keyword)}",
        literal("search's keyword", keyword) + misread("number of results", count),
        keyword=keyword,
        category=parameters.get("search_cat"),
        count=number(count) if count else None,
    )


def clicked(kind: str, words: str) -> Rule:
    """The rule for links of a kind, which is also the name of their parameter; and in words."""

    def rule(parameters: Parameters, server: Server) -> Judgement:
        url = parameters[kind]
        return accepted(kind, f"{words} {url}", literal("link's address", url), url=url)

    return rule


def content(parameters: Parameters, server: Server) -> Judgement:
    """Judge an impression of a content block or an interaction with it."""
    name, interaction = parameters["c_n"], parameters.get("c_i")
    what = f"an interaction {quoted(interaction)} with" if interaction else "an impression of"
    summary = f"{what} the content {quoted(name)}"
    return accepted("content", summary, [], name=name, interaction=interaction)


def ping(parameters: Parameters, server: Server) -> Judgement:
    """Judge a sign of life: the visit gets longer, nothing else is counted."""
    return accepted("ping", "that the visit goes on", [])


def page_view(parameters: Parameters, server: Server) -> Judgement:
    """Judge what is nothing else."""
    title = parameters.get("action_name")
    if not title:
        return spurious("The page view has no title.")
    return accepted("page view", f"a page view {quoted(title)}", [], title=title)


def has(*names: str) -> Condition:
    """Whether a request has these parameters, and they are not empty."""
    return lambda parameters: all(parameters.get(name) for name in names)


# The first that applies decides.
RULES: list[tuple[Condition, Rule]] = [
    (lambda parameters: "idgoal" in parameters, conversion),
    (has("e_c", "e_a"), event),
    (lambda parameters: "search" in parameters, search),
    (has("download"), clicked("download", "a download of")),
    (has("link"), clicked("link", "a click on the link")),
    (has("c_n"), content),
    (has("ping"), ping),
    (lambda parameters: True, page_view),
]
