"""What a site does with each entry of the package: code that sends one event, "Used"."""

from __future__ import annotations

USED = {
    "": "import { load } from 'paqbridge'; load(given).track('Used')",
    "/analytics": "import { load } from 'paqbridge/analytics'; load(given).track('Used')",
    "/core": """import { createDestination } from 'paqbridge/core'
        createDestination(given).send({ type: 'track', event: 'Used' })""",
    "/segment": """import { piwik } from 'paqbridge/segment'; const made = piwik(given)
        made.load().then(() => made.track({ event: { type: 'track', event: 'Used' } }))""",
    "/rudderstack": """import { piwik } from 'paqbridge/rudderstack'; const made = piwik(given)
        made.init(); made.track({}, {}, { message: { type: 'track', event: 'Used' } })""",
    "/getanalytics": """import { piwik } from 'paqbridge/getanalytics'; const made = piwik(given)
        made.initialize({}); made.track({ payload: { event: 'Used' } })""",
    "/classic": "import { Piwik } from 'paqbridge/classic'; const made = new Piwik(given); HOSTED",
    "/classic.full": "import Piwik from 'paqbridge/classic.full'; const made = new Piwik(given); HOSTED",
}
"""Entry -> what a site does with it, or its host."""

HOSTED = "made.initialize(); made.invoke('track', { obj: { type: 'track', event: 'Used' } })"


def using(entry: str, matomo: str) -> str:
    """Return a site's module that uses an entry, with a Matomo at this address."""
    given = f"const given = {{ siteId: 1, serverUrl: '{matomo}' }}\n"
    return given + USED[entry].replace("HOSTED", HOSTED)
