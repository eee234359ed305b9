import type { Consent } from './analytics.mjs'
import type { FullSettings } from './settings.js'
export type { Consent } from './analytics.mjs'
export type { FullSettings, GoalId, Goals } from './settings.js'

type Hook = (analytics: unknown, logger: unknown, event: { message: unknown }) => void

/** For RudderStack's SDK: `rudderanalytics.addCustomIntegration(destinationId, piwik(settings))`. */
export interface PiwikIntegration {
  readonly consent: Consent
  init(): void
  isReady(): boolean
  page: Hook
  identify: Hook
  track: Hook
  group: Hook
  alias: Hook
}

/** Makes the integration for one SDK. */
export declare function piwik(settings: FullSettings): PiwikIntegration
export default piwik
