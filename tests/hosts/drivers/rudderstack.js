// RudderStack's SDK, whose dashboard has two custom device-mode destinations: ours and the one that hears.
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'
import { piwik } from 'paqbridge/rudderstack'
import { becomesReady, broken, calls, driver, hear, settingsOf } from './driver.js'

const MARK = 'all calls have come'
const destination = (id) => ({
  id, name: id, enabled: true, config: {},
  destinationDefinition: { name: 'CUSTOM_DEVICE_MODE', displayName: 'Custom Device Mode' },
})
const source = {
  id: 'test', name: 'test', writeKey: 'test', enabled: true, workspaceId: 'test',
  config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
  destinations: [destination('piwik'), destination('sibling')],
}

let marked = () => {}
const listen = (analytics, logger, { message }) => {
  if (message.event === MARK) marked()
  else hear(message.event || message.type)
}
const sibling = { isReady: () => true, page: listen, identify: listen, track: listen, group: listen, alias: listen }

window.host = {
  ...driver,
  start(settings, { method = '', early = () => {}, options = {} } = {}) {
    window.matomo = broken(piwik(settingsOf(settings)), method)
    window.analytics = new RudderAnalytics()
    analytics.addCustomIntegration('piwik', matomo)
    analytics.addCustomIntegration('sibling', sibling)
    early()
    analytics.load('test', location.origin, {
      getSourceConfig: () => ({ source }),
      // Its own delivery cannot be switched off: it waits longer than the test lasts.
      queueOptions: { batch: { enabled: true, maxItems: 100, flushInterval: 60000 } },
      ...options,
    })
    analytics.ready(becomesReady)
  },
  ...calls('page', 'identify', 'track', 'group', 'alias', 'reset'),
  // Its calls return nothing: a last one, which is not for us, comes after all.
  settled: () => new Promise((resolve) => {
    marked = () => resolve(undefined)
    analytics.track(MARK, {}, { integrations: { Piwik: false } })
  }),
  methods: ['init', 'isReady', 'page', 'identify', 'track', 'group', 'alias'],
  handed: (value) => [
    [value, value, value], [value, value, { message: value }],
    [value, value, { message: { event: value, userId: value, properties: value, integrations: value } }],
  ],
}
