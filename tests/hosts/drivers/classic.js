// The classic analytics.js-core.
import core from '@segment/analytics.js-core'
import integration from '@segment/analytics.js-integration'
import { Piwik } from 'paqbridge/classic.full'
import { becomesReady, broken, calls, driver, hear, settingsOf } from './driver.js'

const Analytics = /** @type {any} */ (core.constructor)
const Sibling = integration('Sibling')
for (const method of ['page', 'identify', 'track', 'group', 'alias']) {
  Sibling.prototype[method] = (facade) => { hear(facade.obj.event || method) }
}

let given = {}
const begin = () => {
  analytics.initialize({ Sibling: {}, Piwik: given })
  window.matomo = analytics._integrations.Piwik
}

window.host = {
  ...driver,
  start(settings, { method = '' } = {}) {
    given = settingsOf(settings)
    const Ours = function (options) { return broken(new Piwik(options), method) }
    Ours.prototype = Piwik.prototype
    window.analytics = new Analytics()
    analytics.use(Sibling)
    analytics.addIntegration(Ours)
    analytics.ready(becomesReady)
    begin()
  },
  ...calls('page', 'identify', 'track', 'group', 'alias', 'reset'),
  // A host that starts again makes a new instance of each integration.
  takeOff: () => { matomo.reset() },
  putBack: () => { delete window.Matomo; delete window.Piwik; begin() },
  // It writes each call down as JSON to copy it.
  bears(value) {
    try { JSON.stringify({ value }) } catch (error) { return false }
    return true
  },
  methods: ['page', 'identify', 'track', 'group', 'alias', 'invoke', 'on', 'once', 'emit'],
  handed: (value) => [[value], [{ obj: value }], [{ obj: { event: value, userId: value, properties: value } }], ['track', value]],
}
