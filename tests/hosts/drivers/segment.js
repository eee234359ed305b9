// Segment's analytics-next; its own delivery to Segment's servers is switched off.
import { AnalyticsBrowser } from '@segment/analytics-next'
import { piwik } from 'paqbridge/segment'
import { becomesReady, broken, calls, driver, hear, keeping, settingsOf } from './driver.js'

const listen = (context) => { hear(context.event.event || context.event.type); return context }
const fail = () => { throw new Error('thrower') }
const destination = (name, act) => ({
  name, type: 'destination', version: '1.0.0', isLoaded: () => true, load: async () => {},
  page: act, identify: act, track: act, group: act, alias: act,
})

// A function there is the page's own say in what we get.
const isMiddleware = (value, method) => method === 'addMiddleware' && typeof value === 'function'

window.host = {
  ...driver,
  Library: AnalyticsBrowser,
  create: (settings) => piwik(settingsOf(settings)),
  start(settings, { method = '', early = () => {}, integrations = {} } = {}) {
    window.matomo = broken({ ...host.create(settings) }, method)
    window.analytics = new AnalyticsBrowser()
    early()
    host.load([destination('Thrower', fail), matomo, destination('Sibling', listen)], integrations)
    analytics.ready(becomesReady)
  },
  load: (plugins, integrations = {}) => analytics.load(
    { writeKey: 'test', cdnSettings: { integrations: {}, metrics: { sampleRate: 0 } }, plugins },
    { integrations: { 'Segment.io': false, ...integrations } },
  ),
  ...keeping({
    ...calls('page', 'identify', 'track', 'group', 'alias', 'reset'),
    takeOff: () => analytics.deregister('Piwik'),
    putBack: () => analytics.register(matomo),
  }),
  // What a host may call on ours, and what it hands over there.
  methods: ['page', 'identify', 'track', 'group', 'alias', 'addMiddleware'],
  handed: (value, method) => (isMiddleware(value, method) ? [] : [[value], [{ event: value }]]),
}
