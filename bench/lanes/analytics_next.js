// analytics-next with a destination plugin. Its own delivery to Segment's servers is switched off.
import { AnalyticsBrowser } from '@segment/analytics-next'
import { start, track } from './task.js'

let analytics

/** @type {(settings: object) => import('@segment/analytics-next').Plugin} */
const piwik = (settings) => ({
  name: 'Piwik',
  type: 'destination',
  version: '1.0.0',
  isLoaded: () => true,
  load: async () => { start(settings) },
  track: (context) => {
    const { event, properties, integrations } = /** @type {any} */ (context.event)
    track(event, properties, integrations.Piwik)
    return context
  },
})

window.lane = {
  start(settings) {
    analytics = AnalyticsBrowser.load(
      { writeKey: 'bench', cdnSettings: /** @type {any} */ ({ integrations: {} }), plugins: [piwik(settings)] },
      { integrations: { 'Segment.io': false } },
    )
  },
  track: (event, properties, options) => { analytics.track(event, properties, options) },
}
