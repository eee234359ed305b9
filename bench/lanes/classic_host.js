// Our classic integration in the real analytics.js-core.
import core from '@segment/analytics.js-core'
import Piwik from 'our-classic'

const analytics = new (/** @type {any} */ (core.constructor))()

window.lane = {
  start(settings) {
    analytics.use(Piwik)
    analytics.initialize({ Piwik: settings })
  },
  track: (event, properties, options) => { analytics.track(event, properties, options) },
}
