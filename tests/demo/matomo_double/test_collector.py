from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from demo.matomo_double.hits import Hit, HitStore
from demo.server import create_app

PAGE = "idsite=1&rec=1&action_name=Home&url=https%3A%2F%2Fa.example%2F"
BEACON = f"{PAGE}&send_image=0"
BOTH = pytest.mark.parametrize("path", ["/piwik.php", "/matomo.php"])


def only(store: HitStore) -> Hit:
    """The one hit that was stored."""
    (hit,) = store.since()
    return hit


def statuses(client: FlaskClient, *queries: str) -> list[int]:
    """What the collector answers to requests, one after the other."""
    return [client.post(f"/piwik.php?{query}").status_code for query in queries]


@BOTH
def test_a_beacon_is_kept_and_answered_with_204(
    client: FlaskClient, store: HitStore, path: str
) -> None:
    """Matomo answers requests that want no image with 204, under either file name."""
    answer = client.post(f"{path}?{BEACON}")
    hit = only(store)
    assert (answer.status_code, answer.data) == (204, b"")
    assert (hit.method, hit.path, hit.carrier, hit.status) == ("POST", path, "url", 204)
    assert hit.parameters["action_name"] == "Home"


def test_an_image_request_gets_a_picture(client: FlaskClient, store: HitStore) -> None:
    """Matomo answers an image request with 200 and a GIF that is not cached."""
    answer = client.get(f"/piwik.php?{PAGE}")
    assert (answer.status_code, answer.mimetype) == (200, "image/gif")
    assert answer.data.startswith(b"GIF89a")
    assert answer.headers["Cache-Control"] == "no-store"
    assert only(store).status == 200


def test_parameters_in_the_body_are_read(client: FlaskClient, store: HitStore) -> None:
    """A request over 2000 characters has its query string in the body."""
    kind = "application/x-www-form-urlencoded; charset=UTF-8"
    answer = client.post("/piwik.php", data=BEACON, content_type=kind)
    assert (answer.status_code, only(store).carrier) == (204, "body")
    assert only(store).parameters["url"] == "https://a.example/"


def test_a_bulk_is_kept_as_its_requests(client: FlaskClient, store: HitStore) -> None:
    """A JSON bulk is answered with how many of its requests were tracked."""
    requests = [f"?{BEACON}", f"?{BEACON}&e_c=All&e_a=%20"]
    answer = client.post("/matomo.php", json={"requests": requests})
    assert answer.get_json() == {"status": "success", "tracked": 1, "invalid": 1}
    assert [(hit.carrier, hit.status >= 400) for hit in store.since()] == [
        ("bulk", False),
        ("bulk", True),
    ]


def test_a_refused_request_is_answered_with_400_and_shown(
    client: FlaskClient, store: HitStore
) -> None:
    """What Matomo rejects is lost there, but stays visible here."""
    answer = client.post(f"/piwik.php?{BEACON}&e_c=All&e_a=%20")
    assert (answer.status_code, only(store).status) == (400, 400)


def test_a_site_has_the_goals_that_it_was_given(client: FlaskClient) -> None:
    """Another goal of that site is refused; of a site that nobody described every goal exists."""
    assert client.put("/api/goals", json={"site": "1", "goals": [2]}).status_code == 204
    queries = [f"idsite={site}&idgoal={goal}&send_image=0" for site, goal in ("11", "12", "21")]
    assert statuses(client, *queries) == [400, 204, 204]


def test_an_order_is_recorded_once(client: FlaskClient) -> None:
    """The same order again is lost, but not that of another site, nor does the first lose."""
    again = "idgoal=0&ec_id=o1&revenue=5&send_image=0"
    assert statuses(client, *(f"idsite={site}&{again}" for site in "112")) == [204, 400, 204]
    hits = client.get("/api/hits").get_json()["hits"]
    assert [hit["verdict"]["status"] for hit in hits] == [204, 400, 204]


def test_a_refused_order_was_never_recorded(client: FlaskClient) -> None:
    """Only what Matomo recorded makes the next one a repetition."""
    client.put("/api/goals", json={"site": "1", "goals": []})
    queries = ["idsite=1&idgoal=9&ec_id=o1", "idsite=1&ec_id=o1", "idsite=1&idgoal=0&ec_id=o1"]
    assert statuses(client, *queries) == [400, 200, 200]


@pytest.mark.parametrize(("method", "status"), [("GET", 200), ("POST", 400)])
def test_a_request_without_parameters_is_no_hit(
    client: FlaskClient, store: HitStore, method: str, status: int
) -> None:
    """Opening the endpoint in a browser says what it is; an empty POST is an error."""
    answer = client.open("/piwik.php", method=method)
    assert (answer.status_code, store.since()) == (status, [])
    assert b"tracking endpoint" in answer.data


def test_other_origins_may_track(client: FlaskClient) -> None:
    """Pages elsewhere send with credentials, so the answer names their origin."""
    origin = {"Origin": "https://shop.example"}
    for answer in (
        client.post(f"/piwik.php?{BEACON}", headers=origin),
        client.options("/piwik.php", headers=origin),
    ):
        assert answer.status_code == 204
        assert answer.headers["Access-Control-Allow-Origin"] == "https://shop.example"
        assert answer.headers["Access-Control-Allow-Credentials"] == "true"


def test_both_tracker_files_are_the_stand_in(client: FlaskClient) -> None:
    """The script is there under both of Matomo's names, and never stale."""
    first, second = client.get("/piwik.js"), client.get("/matomo.js")
    assert first.data == second.data != b""
    assert (first.mimetype, first.cache_control.max_age) == ("text/javascript", 0)


def test_another_tracker_file_can_be_served(tmp_path: Path) -> None:
    """A real tracker takes the stand-in's place where a test or a person has one."""
    real = tmp_path / "real.js"
    real.write_text("/* real */")
    app = create_app(":memory:", tmp_path, tracker_file=real)
    assert app.test_client().get("/piwik.js", buffered=True).data == b"/* real */"
    app.extensions["hits"].close()


def words(hit: dict[str, Any]) -> dict[str, str]:
    """The parameters of a described hit, by their words."""
    return {row["words"]: row["value"] for row in hit["words"]}


def test_hits_are_listed_in_words(client: FlaskClient) -> None:
    """The list says what arrived, decoded, and what Matomo records."""
    client.post(f"/piwik.php?{BEACON}&e_c=All&e_a=Logged%20In")
    answer = client.get("/api/hits").get_json()
    (hit,) = answer["hits"]
    assert answer["last"] == hit["id"] == 1
    assert words(hit)["Event action"] == "Logged In"
    assert hit["verdict"]["status"] == 204


def test_the_list_goes_on_from_a_number(client: FlaskClient) -> None:
    """A reader that has seen a hit can ask for what came after it."""
    for _ in range(2):
        client.post(f"/piwik.php?{BEACON}")
    assert [hit["id"] for hit in client.get("/api/hits?since=1").get_json()["hits"]] == [2]


def test_hits_can_be_cleared(client: FlaskClient, store: HitStore) -> None:
    """Deleting the list forgets every hit."""
    client.post(f"/piwik.php?{BEACON}")
    assert client.delete("/api/hits").status_code == 204
    assert store.since() == []


def test_a_request_to_another_server_can_be_explained(client: FlaskClient) -> None:
    """A request that left for a real Matomo is decoded, and not kept."""
    sent = {"url": f"https://m.example/piwik.php?{BEACON}", "body": ""}
    answer = client.post("/api/explain", json=sent).get_json()
    assert answer["carrier"] == "url"
    assert words(answer["requests"][0])["Page title"] == "Home"
    assert client.get("/api/hits").get_json()["hits"] == []
