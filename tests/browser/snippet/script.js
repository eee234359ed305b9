// A stub of the usual kind: an array whose methods queue their calls on it, and return it.
const analytics = window.analytics = window.analytics || []
analytics.methods = ['load', 'initialize', 'page', 'identify', 'track', 'reset', 'ready', 'on', 'group']
analytics.factory = (method) => function () {
  analytics.push([method, ...arguments])
  return analytics
}
analytics.methods.forEach((method) => { analytics[method] = analytics.factory(method) })
analytics.SNIPPET_VERSION = '5.2.0'
analytics._writeKey = 'key'
const settings = { siteId: 1, serverUrl: location.origin }
// What newer stubs add to each call as its last argument.
const pageContext = () => ({ __t: 'bpc', c: null, p: '/page.html', u: location.href, s: '', t: document.title, r: '' })

function addBundle() {
  const script = document.createElement('script')
  script.src = '/dist/analytics.min.js'
  document.head.appendChild(script)
  return new Promise((done) => { script.onload = done })
}
