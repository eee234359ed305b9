"""The modules in plain Node, as server-side rendering has them: they do nothing, and no harm."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

TOP = Path(__file__).parents[3]

WATCHED = """
  const names = () => Reflect.ownKeys(globalThis)
  const before = names()
  process.on('unhandledRejection', (error) => console.log('unhandled', error))
  const settings = { siteId: 1, serverUrl: 'https://m.example', consent: CONSENT, ecommerce: true }
"""
AFTERWARDS = """
  console.log(names().filter((name) => !before.includes(name)).length)
  console.log(process.getActiveResourcesInfo().filter((one) => one == 'Timeout').length)
"""
USES = {
    "core": """
      const { createDestination } = await import('./dist/core.mjs')
      const matomo = createDestination(settings, () => {})
      for (const type of ['page', 'identify', 'track']) matomo.send({ type, event: 'x' })
      matomo.reset()
      matomo.consent.give()
      matomo.stop()
    """,
    "segment": """
      const { piwik } = await import('./dist/segment.mjs')
      const matomo = piwik(settings)
      await matomo.load()
      await matomo.ready()
      const context = { event: { event: 'x' } }
      for (const kind of ['page', 'identify', 'track', 'group', 'alias', 'screen']) {
        if (await matomo[kind](context) !== context) console.log(kind)
      }
      matomo.consent.give()
      matomo.unload()
    """,
    "rudderstack": """
      const { piwik } = await import('./dist/rudderstack.mjs')
      const matomo = piwik(settings)
      matomo.init()
      if (!matomo.isReady()) console.log('not ready')
      for (const kind of ['page', 'identify', 'track', 'group', 'alias']) {
        matomo[kind]({}, {}, { message: { event: 'x' } })
      }
      matomo.consent.give()
    """,
    "getanalytics": """
      const { Analytics } = await import('analytics')
      const { piwik } = await import('./dist/getanalytics.mjs')
      const heard = []
      const hear = ({ payload }) => { heard.push(payload.type) }
      const sibling = { name: 'sibling', page: hear, track: hear, identify: hear, reset: hear }
      const matomo = piwik(settings)
      const analytics = Analytics({ app: 'x', plugins: [matomo, sibling] })
      await new Promise((resolve) => analytics.ready(resolve))
      await analytics.page()
      await analytics.identify('u')
      await analytics.track('x')
      await analytics.reset()
      matomo.consent.give()
      if (heard.join() != 'page,identify,track,reset') console.log(heard)
    """,
    "classic": """
      const { Piwik } = await import('./dist/classic.mjs')
      const matomo = new Piwik({ siteId: 1, url: 'https://m.example' })
      let ready = 0
      matomo.once('ready', () => { ready++ })
      matomo.initialize()
      for (const kind of ['page', 'identify', 'track']) matomo.invoke(kind, { obj: {} })
      if (ready != 1) console.log('not ready')
      matomo.reset()
    """,
}


def in_node(code: str) -> str:
    """Run a module in Node; return what it writes to both outputs."""
    command = ["node", "--input-type=module", "--eval", code]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=True)
    return done.stdout + done.stderr


@pytest.mark.parametrize("consent", ["none", "load"])
@pytest.mark.parametrize("name", USES)
def test_calls_without_a_page(name: str, consent: str) -> None:
    """Hosts get answers as in a page; nothing is said, no global made, and no timer left."""
    code = WATCHED.replace("CONSENT", f"'{consent}'") + USES[name] + AFTERWARDS
    # The host library `analytics` makes a global of its own.
    made = "1" if name == "getanalytics" else "0"
    assert in_node(code).split() == [made, "0"]


def test_nothing_piles_up() -> None:
    """A consent that nobody will give holds no calls: a server runs for months."""
    assert in_node("""
      import { createDestination } from './dist/core.mjs'
      const settings = { siteId: 1, serverUrl: 'https://m.example', consent: 'load' }
      const matomo = createDestination(settings, () => console.log('ready'))
      let reads = 0
      const integrations = { Piwik: { get customVars() { reads++; return {} } } }
      for (let i = 0; i < 100; i++) matomo.send({ type: 'track', event: 'x', integrations })
      console.log(matomo.consent.state(), reads)
    """).split() == ["ready", "unknown", "0"]
