// The ways to say where Matomo is, as a page would write them.
const settings = { siteId: 7, serverUrl: location.origin, goals: { Paid: 3 } }
const forms = {
  'load(settings)': () => analytics.load(settings),
  'load(key, integrations.Piwik)': () => analytics.load('key', { integrations: { Piwik: settings } }),
  'load(key, integrations.Matomo)': () => analytics.load('key', { integrations: { All: true, Matomo: settings } }),
  'initialize(Piwik)': () => analytics.initialize({ Piwik: settings }),
  'initialize(Piwik, options)': () => analytics.initialize({ Piwik: settings }, { integrations: { All: true } }),
  'url for serverUrl': () => analytics.load({ siteId: 7, url: location.origin, goals: settings.goals }),
  'slashes and endpoint': () => analytics.load({ ...settings, serverUrl: location.origin + '/matomo.php//' }),
  'protocol-relative': () => analytics.load({ ...settings, serverUrl: '//' + location.host + '/' }),
}
