// Our classic integration without a host: what it takes from what analytics.js hands it.
let piwik

window.lane = {
  start(settings) {
    piwik = new piwikIntegration(settings)
    piwik.initialize()
  },
  track: (event, properties, options) => { piwik.track({ obj: { event, properties, ...options } }) },
}
