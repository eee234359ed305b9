// What a TypeScript user writes; `tsc` is the test. Never run.
import Piwik, { Piwik as Named, type Integration, type Settings } from '../../dist/classic.mjs'
import type { Analytics, ExplainAnalytics, FullAnalytics } from '../../dist/analytics.js'
import FullPiwik, { type FullSettings } from '../../dist/classic.full.mjs'
import { piwik as forGetanalytics } from '../../dist/getanalytics.mjs'
import { piwik as forRudderStack } from '../../dist/rudderstack.mjs'
import { piwik } from '../../dist/segment.mjs'
import { createDestination, type Destination } from '../../dist/core.mjs'

const settings: Settings = {
  siteId: 1,
  serverUrl: 'https://matomo.example.org',
  goals: { 'Signed Up': 1, Paid: [2, '3'] },
  customVariableLimit: 5,
  trackerFile: 'matomo',
  versionSettings: {},
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
  analytics.ready(() => window.analytics.page())
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
}
new FullPiwik(everything).consent.remember(24)

export async function useAll(analytics: FullAnalytics): Promise<void> {
  await analytics.load(everything)
  await analytics.group('g1', { name: 'Group' })
  await analytics.alias('new', 'old')
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
