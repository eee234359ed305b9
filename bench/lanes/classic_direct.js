// Our classic integration without a host: what it takes from what analytics.js hands it.
let piwik
// As much of a host as the integration asks on a call: who is there? Nobody.
const user = { id: () => null }
const host = { user: () => user }

window.lane = {
  start(settings) {
    piwik = new piwikIntegration(settings)
    piwik.analytics = host
    piwik.initialize()
  },
  track: (event, properties, options) => { piwik.track({ obj: { event, properties, ...options } }) },
}
