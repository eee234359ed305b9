// What a page does while its tracker is missing, and proof that the page itself goes on.
const page = { ready: 0, called: 0 }
const settings = { siteId: 1, serverUrl: location.origin, timeout: 2000 }

function visitShop(more) {
  analytics.ready(() => { page.ready++ })
  analytics.load({ ...settings, ...more })
  analytics.page()
  analytics.identify('a', {}, {}, () => { page.called++ })
  analytics.track('one', { revenue: 5 })
  analytics.reset()
  analytics.identify('b')
  analytics.track('two')
}
