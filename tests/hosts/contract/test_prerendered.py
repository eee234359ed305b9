"""A page that nobody has seen yet: ours waits, and nothing else in the host does."""

from __future__ import annotations

from tests.hosts.host import Host, in_hosts
from tests.support.prerendering import HIDE, SHOW


@in_hosts()
def test_a_prerendered_page(host: Host) -> None:
    """What is called leaves once the page is shown; the plugin beside ours gets it at once."""
    host.page.add_init_script(HIDE)
    host.begin()
    host.do("host.track('early')")
    assert (host.siblings(), host.trackers()) == (["early"], [])
    host.run(SHOW)
    host.wait_until_live()
    assert [hit["e_a"] for hit in host.hits()] == ["early"]
