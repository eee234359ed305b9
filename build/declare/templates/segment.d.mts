import type { Consent } from './analytics.mjs'
import type { FullSettings } from './settings.js'
export type { Consent } from './analytics.mjs'
export type { FullSettings, GoalId, Goals } from './settings.js'

type Hook = <Context>(context: Context) => Context | Promise<Context>

/** A destination plugin for analytics-next: `AnalyticsBrowser.load({ writeKey, plugins: [piwik(settings)] })`. */
export interface PiwikPlugin {
  readonly name: 'Piwik'
  readonly alternativeNames: string[]
  readonly type: 'destination'
  readonly version: string
  readonly consent: Consent
  isLoaded(): boolean
  load(): Promise<void>
  /** Kept when the tracker is live or counts as blocked. */
  ready(): Promise<void>
  unload(): void
  addMiddleware(...middleware: ((call: any) => unknown)[]): void
  page: Hook
  identify: Hook
  track: Hook
  group: Hook
  alias: Hook
  screen: Hook
}

/** Makes the plugin for one `analytics`. */
export declare function piwik(settings: FullSettings): PiwikPlugin
export default piwik
