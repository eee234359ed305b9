// A stub, a tracker that only counts, and 10,000 calls with logins and logouts among them.
const analytics = window.analytics = []
for (const method of ['load', 'page', 'identify', 'track', 'reset']) {
  analytics[method] = (...given) => { analytics.push([method, ...given]) }
}
const settings = { siteId: 1, serverUrl: location.origin }
const names = []
const takeOver = `
  const old = window._paq
  window._paq = { push() {} }
  old.forEach((command) => { window._paq.push(command) })`

function call(from, to) {
  for (let i = from; i < to; i++) {
    if (i % 1000 === 10) window.analytics.identify('user ' + i)
    else if (i % 1000 === 990) window.analytics.reset()
    else { window.analytics.track('event ' + i); names.push('event ' + i) }
  }
}

function addBundle() {
  const script = document.createElement('script')
  script.src = '/dist/analytics.min.js'
  document.head.appendChild(script)
  return new Promise((done) => { script.onload = done })
}
