// What a TypeScript user writes; `tsc` is the test. Never run.
import Piwik, { Piwik as Named, type Integration, type Settings } from '../../dist/classic.mjs'
import type { Analytics } from '../../dist/analytics.js'

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
