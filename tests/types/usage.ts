// What a TypeScript user writes; `tsc` is the test. Never run.
import Piwik, { Piwik as Named, type Integration, type Settings } from '../../dist/classic.mjs'
import type { Analytics, ExplainAnalytics, FullAnalytics } from '../../dist/scripts.js'
import { analytics as whole, load, type Context, type Middleware, type Plugin } from '../../dist/analytics.mjs'
import FullPiwik, { type FullSettings } from '../../dist/classic.full.mjs'
import { piwik as forGetanalytics } from '../../dist/getanalytics.mjs'
import { piwik as forRudderStack } from '../../dist/rudderstack.mjs'
import { piwik } from '../../dist/segment.mjs'
import { createDestination, type Destination } from '../../dist/core.mjs'
import { start } from '../../dist/tracker.mjs'

const settings: Settings = {
  siteId: 1,
  serverUrl: 'https://matomo.example.org',
  goals: { 'Signed Up': 1, Paid: [2, '3'] },
  customVariableLimit: 5,
  trackerFile: 'matomo',
}

const integration: Integration = new Piwik(settings)
integration.once('ready', () => integration.loaded())
Named({ addIntegration: (added) => added })

export async function use(analytics: Analytics): Promise<string | number | undefined> {
  await analytics.load(settings)
  await analytics.load('key', { integrations: { Piwik: settings } })
  await analytics.initialize({ Piwik: settings }, { integrations: { All: true } })
  await analytics.page('Shop', 'Cart', { items: 2 })
  await analytics.identify('u1', { plan: 'pro' })
  await analytics.track('Paid', { revenue: 20 }, { integrations: { Piwik: { customVars: { 1: ['a', 'b'] } } } })
  await analytics.reset()
  analytics.ready(() => analytics.page())
  return analytics.user().id()
}

// @ts-expect-error a goal id is a number or its digits
export const wrong: Settings = { siteId: 1, goals: { Paid: true } }
// @ts-expect-error a site id is required
export const missing: Settings = { serverUrl: 'https://matomo.example.org' }

const everything: FullSettings = {
  ...settings,
  ecommerce: true,
  dimensions: { 'traits.plan': 2 },
  events: { deny: ['Noise'] },
  contentTracking: 'visible',
  tracker: 'own',
}
start(() => undefined)
new FullPiwik(everything).consent.remember(24)

export async function useAll(analytics: FullAnalytics): Promise<void> {
  await analytics.load(everything)
  await analytics.group('g1', { name: 'Group' })
  await analytics.alias('new', 'old')
  await analytics.screen('Cart')
  await analytics.pageview('/cart')
  await analytics.track({ event: 'Paid', properties: { revenue: 20 }, type: 'track' })
  await analytics.page(null, 'Cart', { items: 2 }, null, (context) => context.logs())
  await analytics.identify((context) => context.event.traits)
  analytics.load('key', { integrations: { Piwik: everything }, persistTraits: true, cookie: { sameSite: 'Strict' }, useQueryString: false })
  analytics.initialize({ Matomo: everything }, { storage: { stores: ['cookie', 'memory'] } })
  analytics.identify('u').group('g').track('Paid').on('track', () => undefined).timeout(100)
  analytics.noConflict().push(['track', 'Paid'])
  // @ts-expect-error there is no such place to store
  analytics.load(everything, { storage: { stores: ['sessionStorage'] } })
  // @ts-expect-error an event has a name
  analytics.track({ properties: {} })
  // @ts-expect-error a reset has nothing to wait for
  analytics.reset().then(() => undefined)
}

// What a page's own types describe: interfaces have no index signature.
interface Plan { plan: string; seats?: number }
class Cart { total = 3 }

export function described(plan: Plan, nobody: string | undefined, maybe?: Plan): void {
  whole.track('Paid', plan, { ip: '0.0.0.0', integrations: plan, context: plan })
  whole.track({ event: 'Paid', properties: new Cart() })
  whole.track('Paid', maybe)
  whole.identify(nobody, plan)
  whole.group(nobody, plan)
  whole.page('Home', plan)
  whole.page(nobody, 'Home')
  whole.page('Shop', undefined, new Cart())
  whole.user().traits(plan)
  const key: string = whole.user().options({ persist: false }).cookie.key
  whole.trackLink(document.links, key, plan)
  // @ts-expect-error properties are no text
  whole.track('Paid', 'much')
  // @ts-expect-error traits are no number
  whole.identify('u', 5)
}

export async function people(): Promise<string> {
  const context: Context = await load(everything, { globalAnalyticsKey: 'ours' }).track('Paid', { revenue: 20 })
  if (context.failedDelivery() !== null) return 'dropped'
  const id: string | null = whole.user().id('u')
  whole.user().traits({ plan: 'pro' })
  whole.group().traits(null)
  // @ts-expect-error a group has no anonymous id
  whole.group().anonymousId().length
  // @ts-expect-error nobody has null for an id
  const wrongId: string = whole.user().id()
  return id ?? whole.user().anonymousId() ?? String(context.updateEvent('properties.plan', wrongId).event)
}

// What a page with the full script has.
declare const analytics: FullAnalytics

const filter: Middleware = ({ payload, next }) => {
  payload.obj.properties = { ...payload.properties(), plan: 'pro' }
  next(payload.type() === 'track' ? payload : null)
}
const plugin: Plugin = {
  name: 'stamp',
  type: 'enrichment',
  load: () => Promise.resolve(),
  async track(context) {
    context.updateEvent('context.page.title', 'Shop')
    return context
  },
}
// @ts-expect-error there is no such type of plugin
export const wrongPlugin: Plugin = { name: 'p', type: 'source', load: () => undefined }

export function hooks(): void {
  whole.addSourceMiddleware(filter, [filter])
  whole.addDestinationMiddleware('Matomo', ({ integration, next }) => next(integration === '' ? undefined : null))
  whole.addIntegrationMiddleware((payload, name, next) => next(name === 'Piwik' ? payload : null))
  whole.register(plugin).deregister('stamp')
  whole.register(plugin).then((context: Context) => context.logs())
  whole.on('track', (event, properties) => `${event.length} ${properties.plan}`)
  whole.once('identify', (id, traits) => [id?.length, traits.plan])
  whole.on('mine', (one, two) => one + two).emit('mine', 1, 2)
  whole.off('track').off()
  // @ts-expect-error the name of an event is a text
  whole.on('track', (event: number) => event)
  // @ts-expect-error a reset says nothing
  whole.emit('reset', 1)
  whole.ready(() => analytics.user().traits())
  whole.trackLink(document.querySelectorAll('a'), (link) => link.id, { plan: 'pro' })
  whole.trackForm(document.forms, 'Sent', (form) => ({ id: form.id }))
  // @ts-expect-error a selector is no element
  whole.trackClick('#plans', 'Plans')
}

const destination: Destination = createDestination(everything, () => undefined)
destination.send({ type: 'track', event: 'Paid', integrations: { Piwik: { dimensions: { 1: 'a' } } } })
destination.consent.give({ cookies: false })
// @ts-expect-error a message has a type
destination.send({ event: 'Paid' })

export async function explainAll(analytics: ExplainAnalytics): Promise<string[]> {
  await analytics.load({ ...everything, debug: true })
  const left = analytics.explain().filter((one) => one.outcome === 'not sent')
  // @ts-expect-error there is no such outcome
  left.filter((one) => one.outcome === 'lost')
  return left.map((one) => `${one.call} ${one.name}: ${one.why}`)
}

piwik(everything).addMiddleware(({ payload, next }) => { next(payload) })
forRudderStack(everything).consent.give()
forGetanalytics(everything).consent.withdraw()
forGetanalytics(everything).consent.set('pending')
// @ts-expect-error there is no such answer
forGetanalytics(everything).consent.set('maybe')
// @ts-expect-error the site is required
piwik({ serverUrl: 'https://m.example' })

// @ts-expect-error there is no such time to tell the facts of a page
everything.pageFacts = 'sometimes'
