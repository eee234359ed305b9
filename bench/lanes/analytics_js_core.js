// analytics.js-core with an integration made with Segment's own tools.
import core from '@segment/analytics.js-core'
import integration from '@segment/analytics.js-integration'
import { start, track } from './task.js'

const Piwik = integration('Piwik')
Piwik.prototype.initialize = function () {
  start(this.options)
  this.ready()
}
Piwik.prototype.track = (facade) => {
  track(facade.event(), facade.properties(), facade.options('Piwik'))
}

const analytics = new (/** @type {any} */ (core.constructor))()

window.lane = {
  start(settings) {
    analytics.use(Piwik)
    analytics.initialize({ Piwik: settings })
  },
  track: (event, properties, options) => { analytics.track(event, properties, options) },
}
