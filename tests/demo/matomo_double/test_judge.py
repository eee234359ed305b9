"""What Matomo was measured to make of requests, row by row."""

from __future__ import annotations

import json
from typing import Any

import pytest

from demo.matomo_double.judge import judge
from demo.matomo_double.judgement import Server
from demo.matomo_double.wire import parameters_of

KNOWN = Server(goals=(1, 2), orders=("o1",))
ITEM = ["sku-1", "Shirt", "Clothes", 19.5, 2]


def judged(query: str, server: Server = KNOWN) -> dict[str, Any]:
    """The judgement of a request to site 1."""
    return judge(parameters_of(f"idsite=1&rec=1&{query}"), server)


def with_items(*rows: list[Any]) -> dict[str, Any]:
    """The judgement of a cart with these rows."""
    text = json.dumps(rows)
    return judge({"idsite": "1", "idgoal": "0", "revenue": "5", "ec_items": text}, KNOWN)


# query, what is recorded and its details, fragments of the warnings
RECORDED: list[tuple[str, dict[str, Any], list[str]]] = [
    ("action_name=Home%20page", {"recorded": "page view", "title": "Home page"}, []),
    (
        "e_c=All&e_a=Logged%20In&e_v=30&ca=1",
        {"recorded": "event", "category": "All", "action": "Logged In", "name": None, "value": 30},
        [],
    ),
    ("e_c=All&e_a=A&e_n=a%20label&ca=1", {"name": "a label", "value": None}, []),
    ("e_c=All&e_a=A&e_n=null&e_v=null", {"name": "null", "value": 0}, ["“null”", "counts 0"]),
    ("e_c=All&e_a=A&e_v=1e3", {"value": 1000}, []),
    ("e_c=All&e_a=A&e_v=-5", {"value": -5}, []),
    ("e_c=All&e_a=A&e_v=0", {"value": 0}, []),
    ("e_c=All&e_a=A&e_v=", {"value": None}, []),
    ("e_c=All&e_a=A&e_v=12,5", {"value": 12}, ["loses what follows its comma"]),
    ("idgoal=1&revenue=20", {"recorded": "goal", "goal": 1, "revenue": 20}, []),
    ("idgoal=1", {"goal": 1, "revenue": None}, []),
    ("idgoal=1&revenue=0", {"revenue": 0}, []),
    ("idgoal=1&revenue=20.999", {"revenue": 21}, []),
    ("idgoal=1&revenue=-5", {"revenue": -5}, []),
    ("idgoal=0", {"recorded": "cart", "revenue": 0, "items": []}, []),
    ("idgoal=0&revenue=5&ec_items=[]", {"recorded": "cart", "revenue": 5}, []),
    (
        "idgoal=0&ec_id=o2&revenue=42&ec_st=39&ec_tx=1&ec_sh=2&ec_dt=0&ec_items=[]",
        {"recorded": "order", "order": "o2", "revenue": 42, "subtotal": 39, "tax": 1},
        [],
    ),
    ("idgoal=0&ec_id=o2&revenue=45.50", {"revenue": 45.5, "subtotal": 0}, []),
    ("idgoal=0&ec_id=o2&revenue=$45.50", {"revenue": 0}, ["grand total “$45.50”"]),
    ("idgoal=0&ec_id=o2&revenue=5&ec_st=undefined", {"subtotal": 0}, ["subtotal “undefined”"]),
    ("idgoal=0&ec_id=undefined&revenue=5", {"order": "undefined"}, ["“undefined”"]),
    (
        "search=shoes&search_cat=Footwear&search_count=7",
        {"recorded": "search", "keyword": "shoes", "category": "Footwear", "count": 7},
        [],
    ),
    ("search=undefined", {"keyword": "undefined"}, ["“undefined”"]),
    ("search=s&search_count=null", {"count": 0}, ["number of results “null”"]),
    ("download=http://a.example/f.pdf", {"recorded": "download"}, []),
    ("link=http://b.example/", {"recorded": "link", "url": "http://b.example/"}, []),
    ("c_n=Ad&c_p=ad.png&ca=1", {"recorded": "content", "interaction": None}, []),
    ("c_i=click&c_n=Ad&ca=1", {"recorded": "content", "interaction": "click"}, []),
    ("ping=1", {"recorded": "ping"}, []),
]

REFUSED = [
    ("e_c=All&e_a=%20", "blank"),
    (f"e_c=All&e_a=A&e_n={'x' * 4097}", "name is over 4096 characters"),
    (f"e_c=All&e_a={'%26' * 1000}", "action is over 4096 characters once it is escaped"),
    (f"action_name={'日' * 342}", "action_name is cut within a letter"),
    (f"search={'日' * 342}", "search is cut within a letter"),
    (f"search=a&search_cat=a{'é' * 100}", "search_cat is cut within a letter"),
    ("idgoal=99&revenue=5", "Goal 99 does not exist"),
    ("idgoal=0&ec_id=o1&revenue=42", "Order “o1” was recorded before"),
]

UNTITLED = ["idgoal=", "idgoal=undefined", "idgoal=null", "idgoal=abc", "idgoal=-1", "idgoal=1.7"]


@pytest.mark.parametrize(("query", "told", "warnings"), RECORDED)
def test_recorded(query: str, told: dict[str, Any], warnings: list[str]) -> None:
    """What Matomo records of a request, and what is worth a warning."""
    judgement = judged(query)
    assert judgement["status"] == 204
    assert told.items() <= judgement.items()
    assert len(judgement["warnings"]) == len(warnings)
    assert all(part in text for part, text in zip(warnings, judgement["warnings"], strict=True))


@pytest.mark.parametrize("value", ["$30", "abc", "30 USD", "%2030%20", "1,234.50", "true", "NaN"])
def test_values_that_are_no_numbers(value: str) -> None:
    """They are recorded as a real zero."""
    judgement = judged(f"e_c=All&e_a=A&e_v={value}")
    assert judgement["value"] == 0
    assert "is not a number" in judgement["warnings"][0]


@pytest.mark.parametrize("revenue", ["$20", "abc", "20 USD", "1,234.5"])
def test_revenues_that_are_no_numbers(revenue: str) -> None:
    """They make the conversion worth nothing."""
    judgement = judged(f"idgoal=1&revenue={revenue}")
    assert judgement["revenue"] == 0
    assert "is not a number" in judgement["warnings"][0]


@pytest.mark.parametrize(("query", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_refused(query: str, reason: str) -> None:
    """What Matomo answers with 400 is lost, and the reason is said."""
    judgement = judged(query)
    assert (judgement["status"], judgement["recorded"]) == (400, "nothing")
    assert reason in judgement["warnings"][0]


@pytest.mark.parametrize("site", ["", "&idsite=", "&idsite=undefined"])
def test_no_site(site: str) -> None:
    """A request without a site is refused."""
    assert judge(parameters_of(f"rec=1&action_name=Home{site}"))["status"] == 400


@pytest.mark.parametrize("query", [*UNTITLED, "search=", "search=0", "action_name="])
def test_untitled_page_views(query: str) -> None:
    """What has no meaning becomes a page view without a title."""
    judgement = judged(query)
    assert (judgement["status"], judgement["recorded"]) == (204, "page view")
    assert (judgement["title"], len(judgement["warnings"])) == (None, 1)


def test_goals_may_be_unknown() -> None:
    """Without a list of goals every goal is taken to exist."""
    assert judged("idgoal=99", Server())["recorded"] == "goal"


def test_items() -> None:
    """One line for a sku, numbers read as Matomo does, five categories at most."""
    odd = ["sku-2", "Hat", list("abcdef"), "$19.5", 0]
    judgement = with_items(["sku-1", "Old", "", 1, 1], ITEM, odd, ["sku-3", "", "", "7.5", 1.5])
    lines = {line["sku"]: line for line in judgement["items"]}
    assert list(lines) == ["sku-1", "sku-2", "sku-3"]
    assert lines["sku-1"] == {
        "sku": "sku-1",
        "name": "Shirt",
        "categories": ["Clothes"],
        "price": 19.5,
        "quantity": 2,
    }
    assert (lines["sku-2"]["price"], lines["sku-2"]["quantity"]) == (0, 1)
    assert lines["sku-2"]["categories"] == list("abcde")
    assert (lines["sku-3"]["price"], lines["sku-3"]["quantity"]) == (7.5, 1)
    assert len(judgement["warnings"]) == 2


@pytest.mark.parametrize(
    ("query", "warning"),
    [
        ('cvar={"6":["a","b"]}', "above the limit of 5"),
        ('cvar={"1.5":["a","b"]}', "overwrites variable 1"),
        ('_cvar={"1":["a","null"]}', "value of custom variable 1"),
        ('e_cvar={"1":["a","b"]}', "ignores"),
        ("dimension1=null", "value of dimension1"),
        (f"dimension1={'x' * 251}", "cuts"),
        (f"uid={'u' * 201}", "cuts"),
        ("uid=undefined", "user id"),
    ],
)
def test_what_goes_with_a_request(query: str, warning: str) -> None:
    """User id, dimensions and variables have warnings of their own."""
    (told,) = judged(f"action_name=Home&{query}")["warnings"]
    assert warning in told


@pytest.mark.parametrize("query", ['cvar={"1":["a","b"]}', "dimension1=", "uid=u1"])
def test_nothing_to_warn_of(query: str) -> None:
    """Plain values pass without a word."""
    assert judged(f"action_name=Home&{query}")["warnings"] == []


@pytest.mark.parametrize("text", ["", "{", "[1]", '{"1":2}', '"x"', "null", "[[1,2]]"])
def test_broken_json(text: str) -> None:
    """A request that somebody made up does not break the judge."""
    query = f"idgoal=0&revenue=5&ec_items={text}&cvar={text}&_cvar={text}&e_cvar={text}"
    assert judged(query)["items"] == []


SUMMARIES = [
    ("action_name=Home", "a page view “Home”"),
    ("e_c=All&e_a=A", "an event “A” in “All”, with no name and no value"),
    ("e_c=C&e_a=A&e_n=it's&e_v=3", "an event “A” in “C”, with the name “it's” and the value 3"),
    ("idgoal=1", "a conversion of goal 1 with the goal's default revenue"),
    ("idgoal=1&revenue=49.9", "a conversion of goal 1 with a revenue of 49.9"),
    ("idgoal=99", "nothing"),
    ("idgoal=abc", "an untitled page view"),
    ("idgoal=0&ec_id=o2&revenue=42", "an order “o2” of 42 with 0 items"),
    ('idgoal=0&revenue=5&ec_items=[["s","","",5,1]]', "an abandoned cart of 5 with 1 item"),
    ("search=shoes", "a search for “shoes”"),
    ("download=http://a.example/f.pdf", "a download of http://a.example/f.pdf"),
    ("link=http://b.example/", "a click on the link http://b.example/"),
    ("c_n=Ad", "an impression of the content “Ad”"),
    ("c_n=Ad&c_i=click", "an interaction “click” with the content “Ad”"),
    ("ping=1", "that the visit goes on"),
]


@pytest.mark.parametrize(("query", "summary"), SUMMARIES, ids=[query for query, _ in SUMMARIES])
def test_summaries(query: str, summary: str) -> None:
    """The summary goes on where "Matomo records" stops."""
    assert judged(query)["summary"] == summary
