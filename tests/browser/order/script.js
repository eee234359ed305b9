const settings = { siteId: 1, serverUrl: location.origin }
const track = (name) => { analytics.track(name) }
const own = (name) => { _paq.push(['trackEvent', 'own', name]) }
// A visit, call by call: a guest, a login, a logout, another login; the page pushes too.
const calls = [
  () => analytics.load(settings),
  () => track('guest'),
  () => analytics.identify('a'),
  () => track('as a'),
  () => own('own'),
  () => track('as a again'),
  () => analytics.reset(),
  () => track('nobody'),
  () => analytics.identify('b'),
  () => track('as b'),
  () => analytics.reset(),
  () => analytics.identify('a'),
  () => track('back'),
]
const run = (from, to) => { calls.slice(from, to).forEach((call) => { call() }) }
