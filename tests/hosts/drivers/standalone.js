// Our own analytics, from the page's script element.
import { becomesReady, calls, driver, settingsOf } from './driver.js'

window.host = {
  ...driver,
  start(settings) {
    window.matomo = window.analytics
    analytics.ready(becomesReady)
    analytics.load(settingsOf(settings))
  },
  ...calls('page', 'identify', 'track', 'reset'),
}
