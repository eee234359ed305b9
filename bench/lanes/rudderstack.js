// RudderStack's bundled build with a custom device-mode destination. Its own delivery cannot be
// switched off: it goes to the page's own origin, a hundred events a request.
import { RudderAnalytics } from '@rudderstack/analytics-js/bundled'
import { start, track } from './task.js'

const ID = 'piwik'
const DESTINATION = {
  id: ID,
  name: 'Piwik',
  enabled: true,
  config: {},
  destinationDefinition: { name: 'CUSTOM_DEVICE_MODE', displayName: 'Custom Device Mode' },
}
const SOURCE = {
  id: 'bench',
  name: 'bench',
  writeKey: 'bench',
  enabled: true,
  workspaceId: 'bench',
  config: { statsCollection: { errors: { enabled: false }, metrics: { enabled: false } } },
  destinations: [DESTINATION],
}
const BATCH = { enabled: true, maxItems: 100, flushInterval: 60000 }

const analytics = new RudderAnalytics()

window.lane = {
  start(settings) {
    analytics.addCustomIntegration(ID, {
      init: () => { start(settings) },
      isReady: () => true,
      track: (rudder, logger, { message }) => {
        track(message.event, message.properties, message.integrations.Piwik)
      },
    })
    analytics.load('bench', location.origin, {
      getSourceConfig: () => ({ source: SOURCE }),
      queueOptions: { batch: BATCH },
    })
  },
  track: (event, properties, options) => { analytics.track(event, properties, options) },
}
