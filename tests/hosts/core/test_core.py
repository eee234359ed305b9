"""``core.mjs`` in a module of the page: from messages to the requests that leave."""

from __future__ import annotations

from tests.support.visit import Visit


def test_from_messages_to_requests(visit: Visit) -> None:
    """A visit with login, goal, cart and logout; the callback is called once."""
    visit.open()
    visit.wait_until_live()
    added = {"type": "track", "event": "Product Added", "properties": {"sku": "s", "price": 2}}
    visit.run("(message) => matomo.send(message)", added)
    visit.run("(matomo.reset(), matomo.send({type: 'track', event: 'Left'}))")
    hits = visit.hits()
    assert [hit.get("action_name") or hit.get("idgoal") or hit["e_a"] for hit in hits] == [
        "Own host",
        "2",
        "Paid",
        "0",
        "Product Added",
        "Left",
    ]
    assert [hit.get("uid") for hit in hits][-2:] == ["u1", None]
    assert visit.run("ready") == 1


def test_nothing_is_thrown(visit: Visit) -> None:
    """Whatever a host hands over, and however settings look, nothing comes back at it."""
    visit.open()
    visit.wait_until_live()
    visit.expect("paqbridge: ")
    visit.run("""async () => {
      const { createDestination } = await import('/dist/core.mjs')
      const bomb = new Proxy({}, { get() { throw 1 }, has() { throw 1 }, ownKeys() { throw 1 } })
      const gone = Proxy.revocable({}, {}); gone.revoke()
      const thrower = () => { throw 1 }
      const values = [
        undefined, null, 0, 'x', Symbol('s'), 1n, [], {}, bomb, gone.proxy, thrower,
      ]
      for (const value of values) {
        matomo.send(value)
        for (const key of ['type', 'event', 'properties', 'context', 'integrations', 'userId']) {
          matomo.send({ type: 'track', event: 'x', [key]: value })
        }
        const other = createDestination(value, value)
        other.send({ type: 'page' })
        other.stop()
      }
      matomo.send({ type: 'track', event: 'sentinel' })
    }""")
    assert visit.hits()[-1]["e_a"] == "sentinel"


def test_a_callback_that_throws(visit: Visit) -> None:
    """The error of the callback for ready is shown, and costs the page nothing."""
    visit.expect("paqbridge: a callback threw")
    visit.open()
    visit.wait_until_live()
    visit.run("""async () => {
      const { createDestination } = await import('/dist/core.mjs')
      createDestination({}, () => { throw new Error('mine') })
      matomo.send({ type: 'track', event: 'sentinel' })
    }""")
    visit.expect("paqbridge: siteId", "paqbridge: serverUrl")
    assert ["Error: mine" in warning for warning in visit.warnings] == [False, False, True]
    assert visit.hits()[-1]["e_a"] == "sentinel"
