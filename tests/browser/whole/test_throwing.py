"""Wherever a page hands us a function: one that throws is shown, and costs nobody else anything.

Middleware that throws drops its call, which ``test_hooks`` shows.
"""

from __future__ import annotations

from tests.support.visit import Visit

PLACES = {
    "ready": "analytics.ready(FAIL)",
    "callback of track": "analytics.track('x', {}, FAIL)",
    "callback of identify": "analytics.identify('u', FAIL)",
    "callback of page": "analytics.page('x', FAIL)",
    "callback of group": "analytics.group('g', FAIL)",
    "callback of alias": "analytics.alias('v', FAIL)",
    "on": "analytics.on('track', FAIL).track('x').off('track')",
    "once": "analytics.once('track', FAIL).track('x')",
    "emit": "analytics.on('own', FAIL).emit('own')",
    "reset": "analytics.on('reset', FAIL).reset()",
    "use": "analytics.use(FAIL)",
    "load of a plugin": "analytics.register({name: 'p', type: 'after', load: FAIL})",
    "late load of a plugin": "analytics.register({name: 'p', type: 'after', load: LATE})",
    "unload of a plugin": (
        "analytics.register({name: 'p', type: 'after', load() {}, unload: FAIL});"
        " analytics.deregister('p')"
    ),
    **{
        f"plugin {kind}": (
            f"analytics.register({{name: 'p', type: '{kind}', load() {{}}, track: FAIL}});"
            " analytics.track('x'); analytics.deregister('p')"
        )
        for kind in ("before", "enrichment", "destination", "after")
    },
    **{
        f"late plugin {kind}": (
            f"analytics.register({{name: 'p', type: '{kind}', load() {{}}, track: LATE}});"
            " analytics.track('x'); analytics.deregister('p')"
        )
        for kind in ("destination", "after")
    },
    "late unload of a plugin": (
        "analytics.register({name: 'p', type: 'after', load() {}, unload: LATE});"
        " analytics.deregister('p')"
    ),
    "event of a link": "analytics.trackLink(document.body, FAIL); document.body.click()",
    "properties of a link": "analytics.trackLink(document.body, 'x', FAIL); document.body.click()",
    "form": "analytics.trackForm(document.forms[0], FAIL); document.forms[0].requestSubmit()",
}


def test_each_place(visit: Visit) -> None:
    """Each error is in the console, and calls go on."""
    visit.expect("paqbridge: ")
    visit.write(f"""<form action="javascript:0"></form>
      <script src="/dist/analytics.full.min.js"></script><script>
      analytics.load({{siteId: 1, serverUrl: "{visit.matomo}"}})
      </script>""")
    visit.wait_until_live()
    for place, code in PLACES.items():
        fail = f"() => {{ throw new Error('mine: {place};') }}"
        late = f"() => Promise.reject(new Error('mine: {place};'))"
        visit.run("{" + code.replace("FAIL", fail).replace("LATE", late) + "}")
    visit.run("(analytics.track('after', () => { window.ran = true }), 0)")
    visit.wait("window.ran")
    shown = "\n".join(visit.warnings)
    assert [place for place in PLACES if f"mine: {place};" not in shown] == []
    assert "after" in [one[2] for one in visit.pushed() if one[0] == "trackEvent"]
