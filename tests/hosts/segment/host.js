// The host library and our plugin. The host's own delivery to Segment's servers is switched off.
import { AnalyticsBrowser } from '@segment/analytics-next'
import { piwik } from 'paqbridge/segment'

window.siblings = []
const hear = (context) => {
  siblings.push(context.event.event || context.event.type)
  return context
}
const sibling = {
  name: 'Sibling', type: 'destination', version: '1.0.0', isLoaded: () => true, load: async () => {},
  page: hear, identify: hear, track: hear, group: hear, alias: hear,
}
const fail = () => { throw new Error('thrower') }
const thrower = { ...sibling, name: 'Thrower', page: fail, identify: fail, track: fail, group: fail, alias: fail }

window.host = AnalyticsBrowser
window.create = (more) => piwik({ siteId: 1, serverUrl: location.origin, ...more })
window.start = (more, plugin = (one) => one, integrations = {}) => {
  window.matomo = plugin(create(more))
  window.ready = 0
  window.analytics = AnalyticsBrowser.load(
    { writeKey: 'test', cdnSettings: /** @type {any} */ ({ integrations: {} }), plugins: [thrower, matomo, sibling] },
    { integrations: { 'Segment.io': false, ...integrations } },
  )
  analytics.ready(() => { window.ready++ })
}
