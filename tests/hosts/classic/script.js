const { Analytics, Sibling } = modules
const constructors = { module: modules.module, script: window.piwikIntegration }
const settings = { siteId: 42, url: location.origin }
const page = { ready: 0 }
const siblings = Sibling.prototype.calls

// The ways in which a host takes an integration; each returns the host, not yet started.
const ways = {
  use: (host, Piwik) => { host.use(Piwik) },
  addIntegration: (host, Piwik) => { host.addIntegration(Piwik) },
  add: (host, Piwik, given) => { host.add(new Piwik(given)) },
}

function host(way, Piwik, given) {
  window.analytics = new Analytics()
  analytics.use(Sibling)
  ways[way](analytics, Piwik, given)
  analytics.ready(() => { page.ready++ })
  const both = way === 'add' ? { Sibling: {} } : { Sibling: {}, Piwik: given }
  analytics.initialize(both)
  return analytics._integrations.Piwik
}

function visitShop() {
  analytics.page()
  analytics.track('guest')
  analytics.identify('a', { plan: 'pro' })
  analytics.track('as a')
  analytics.reset()
  analytics.track('nobody')
  analytics.identify('b')
  analytics.track('as b')
}
