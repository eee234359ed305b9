// RudderStack's SDK, whose dashboard has two custom device-mode destinations: ours and one that hears.
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'
import { piwik } from 'paqbridge/rudderstack'

const destination = (id) => ({
  id, name: id, enabled: true, config: {},
  destinationDefinition: { name: 'CUSTOM_DEVICE_MODE', displayName: 'Custom Device Mode' },
})
const source = {
  id: 'test', name: 'test', writeKey: 'test', enabled: true, workspaceId: 'test',
  config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
  destinations: [destination('piwik'), destination('sibling')],
}

window.siblings = []
const hear = (analytics, logger, { message }) => { siblings.push(message.event || message.type) }
const sibling = { isReady: () => true, page: hear, identify: hear, track: hear, group: hear, alias: hear }

window.start = (more, { integration = (one) => one, early = () => {} } = {}) => {
  window.matomo = integration(piwik({ siteId: 1, serverUrl: location.origin, ...more }))
  window.ready = 0
  window.analytics = new RudderAnalytics()
  analytics.addCustomIntegration('piwik', matomo)
  analytics.addCustomIntegration('sibling', sibling)
  early()
  analytics.load('test', location.origin, {
    getSourceConfig: () => ({ source }),
    // Its own delivery cannot be switched off: it waits longer than the test lasts.
    queueOptions: { batch: { enabled: true, maxItems: 100, flushInterval: 60000 } },
  })
  analytics.ready(() => { window.ready++ })
}
