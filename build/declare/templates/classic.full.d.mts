import type { Consent } from './analytics.mjs'
import type { Integration, PiwikConstructor } from './classic.mjs'
import type { FullSettings } from './settings.js'
export type { Consent } from './analytics.mjs'
export type { Integration, PiwikConstructor } from './classic.mjs'
export type { FullSettings, GoalId, Goals } from './settings.js'

/** The classic integration with the full mapping. */
export interface FullIntegration extends Integration {
  readonly consent: Consent
  group(facade: unknown): void
  alias(facade: unknown): void
}

export declare const Piwik: PiwikConstructor<FullSettings, FullIntegration>
export default Piwik
