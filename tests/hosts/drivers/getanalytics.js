// The npm package `analytics`.
import Analytics from 'analytics'
import { piwik } from 'paqbridge/getanalytics'
import { becomesReady, broken, calls, driver, hear, keeping, settingsOf } from './driver.js'

const listen = ({ payload }) => { hear(payload.event || payload.type) }
const sibling = { name: 'sibling', page: listen, track: listen, identify: listen, reset: () => {} }

window.host = {
  ...driver,
  start(settings, { method = '' } = {}) {
    window.matomo = broken(piwik(settingsOf(settings)), method)
    window.analytics = Analytics({ app: 'test', plugins: [matomo, sibling] })
    analytics.ready(becomesReady)
  },
  ...keeping({
    ...calls('page', 'identify', 'track', 'reset'),
    takeOff: () => analytics.plugins.disable('matomo'),
    putBack: () => analytics.plugins.enable('matomo'),
  }),
  methods: ['initialize', 'page', 'identify', 'track', 'reset'],
  handed: (value) => [[value], [{ payload: value }], [{ payload: { event: 'x', properties: value } }]],
}
