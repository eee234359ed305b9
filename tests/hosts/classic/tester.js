// What hosts expect of a classic integration, on the real analytics.js-core and its tester.
import core from '@segment/analytics.js-core'
import integration from '@segment/analytics.js-integration'
import tester from '@segment/analytics.js-integration-tester'
import Piwik from 'our-classic'

const Analytics = /** @type {any} */ (core.constructor)
const options = { siteId: 42, url: window.MATOMO }

describe('Piwik', () => {
  let analytics, piwik, logged

  const stubPush = () => { analytics.stub(window._paq, 'push') }
  const pushed = () => window._paq.push.args.map((call) => call[0])
  // A test may read what reached the queue, whoever owns it by then.
  const record = () => {
    logged = []
    const original = window._paq.push
    window._paq.push = (command) => { logged.push(command.slice()); return original(command) }
  }

  beforeEach(() => {
    document.cookie.split('; ').forEach((pair) => { document.cookie = pair.split('=')[0] + '=; max-age=0; path=/' })
    localStorage.clear()
    analytics = new Analytics()
    piwik = new Piwik(options)
    analytics.use(Piwik)
    analytics.use(tester)
    analytics.add(piwik)
  })
  afterEach(() => {
    analytics.restore()
    analytics.reset()
    piwik.reset()
  })

  it('compares equal to an integration made with the library of the host', () => {
    analytics.compare(Piwik, integration('Piwik').global('_paq').option('siteId', '').option('url', null)
      .option('customVariableLimit', 5).mapping('goals'))
  })
  it('has its name on the constructor and on the prototype', () => {
    analytics.equal(Piwik.name, 'Piwik')
    analytics.equal(Piwik.prototype.name, 'Piwik')
  })
  it('leaves the options it was made with alone', () => {
    piwik.options.goals = [{ key: 'a', value: 1 }]
    analytics.deepEqual(options, { siteId: 42, url: window.MATOMO })
  })

  describe('before loading', () => {
    beforeEach(() => { analytics.stub(piwik, 'load') })
    it('calls load from initialize', () => { analytics.initialize(); analytics.page(); analytics.called(piwik.load) })
    it('pushes the site id first', () => { analytics.initialize(); analytics.deepEqual(window._paq[0], ['setSiteId', 42]) })
    it('pushes the tracker URL second', () => {
      analytics.initialize()
      analytics.deepEqual(window._paq[1], ['setTrackerUrl', window.MATOMO + '/piwik.php'])
    })
  })

  describe('loading', () => {
    it('is not loaded before and loaded after', (done) => { analytics.load(piwik, done) })
  })

  describe('through the host', () => {
    for (const way of ['initialize', 'addIntegration']) {
      it('starts by ' + way, (done) => {
        const host = new Analytics()
        if (way === 'initialize') host.use(Piwik)
        else host.addIntegration(Piwik)
        host.once('ready', () => {
          const started = host._integrations.Piwik
          const live = started.loaded()
          started.reset()
          done(live ? null : new Error('not live'))
        })
        host.initialize({ Piwik: { siteId: 1, url: window.MATOMO, versionSettings: {} } })
      })
    }
    it('is ready without settings too, since hosts wait for all', (done) => {
      const host = new Analytics()
      host.use(Piwik)
      host.once('ready', () => done())
      host.initialize({ Piwik: {} })
    })
    it('is not started where the host is told not to', () => {
      const host = new Analytics()
      host.use(Piwik)
      host.initialize({ Piwik: options }, { integrations: { Piwik: false } })
      analytics.equal(host._integrations.Piwik, undefined)
    })
  })

  describe('live', () => {
    beforeEach((done) => { analytics.once('ready', () => done()); analytics.initialize(); analytics.page() })

    it('sends a page view', () => { stubPush(); analytics.page(); analytics.deepEqual(pushed(), [['trackPageView']]) })
    it('sends no identity that there is none of', () => { stubPush(); analytics.identify(); analytics.didNotCall(window._paq.push) })
    it('sends an identity as text', () => { stubPush(); analytics.identify(5000); analytics.called(window._paq.push, ['setUserId', '5000']) })
    it('hands over one command a push, on the push of that moment', () => {
      const goals = [{ key: 'paid', value: 1 }]
      piwik.options.goals = goals
      const first = []
      window._paq.push = (...args) => { first.push(args); window._paq.push = (...more) => { first.push(more) } }
      analytics.track('Paid')
      analytics.deepEqual(first, [[['trackGoal', 1, undefined]], [['trackEvent', 'All', 'Paid', undefined, undefined]]])
    })
    it('sends an event of the default category', () => {
      stubPush(); analytics.track('event')
      analytics.called(window._paq.push, ['trackEvent', 'All', 'event', undefined, undefined])
    })
    it('sends category, label and value', () => {
      stubPush(); analytics.track('event', { category: 'c', label: 'l', value: 5 })
      analytics.called(window._paq.push, ['trackEvent', 'c', 'event', 'l', 5])
    })
    it('takes goals and the limit from the options of the moment', () => {
      stubPush()
      piwik.options.goals = [{ key: 'completed order', value: 10 }]
      piwik.options.customVariableLimit = 7
      analytics.track('Completed Order', { total: 20 }, { integrations: { Piwik: { cvar: { 7: ['a', ''], 8: ['b', 'c'] } } } })
      analytics.deepEqual(pushed(), [['setCustomVariable', '7', 'a', '', 'page'], ['trackGoal', 10, 20],
        ['trackEvent', 'All', 'Completed Order', undefined, 20]])
    })
    it('keeps texts that look like dates', () => {
      stubPush()
      analytics.track('2020-01-01', { label: '2021-02-03', category: '2020-05-05T10:00:00.000Z' },
        { integrations: { Piwik: { customVars: { 1: ['since', '2019-12-31'] } } } })
      analytics.deepEqual(pushed(), [['setCustomVariable', '1', 'since', '2019-12-31', 'page'],
        ['trackEvent', '2020-05-05T10:00:00.000Z', '2020-01-01', '2021-02-03', undefined]])
    })
    it('logs out before the next call', () => {
      stubPush()
      analytics.identify('u1')
      analytics.track('in')
      analytics.reset()
      analytics.track('out')
      analytics.identify('u2')
      analytics.deepEqual(pushed().map((c) => c[0] + ' ' + (c[2] || c[1] || '')), ['setUserId u1', 'trackEvent in', 'resetUserId ',
        'trackEvent out', 'setUserId u2'])
    })
    it('is switched off by either name in any case', () => {
      stubPush()
      for (const name of ['Piwik', 'Matomo', 'matomo', 'piwik']) analytics.track('x', {}, { integrations: { [name]: false } })
      analytics.didNotCall(window._paq.push)
    })
    it('throws nothing into the host, whatever a facade is', () => {
      for (const facade of [null, undefined, 5, {}, { obj: null }, { obj: { event: {} } }]) {
        piwik.track(facade); piwik.page(facade); piwik.identify(facade); piwik.invoke('track', facade); piwik.invoke('none', facade)
      }
    })
  })
})
