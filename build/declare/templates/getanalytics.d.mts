import type { Consent } from './analytics.mjs'
import type { FullSettings } from './settings.js'
export type { Consent } from './analytics.mjs'
export type { FullSettings, GoalId, Goals } from './settings.js'

type Hook = (given: { payload: unknown }) => void

// A type, since the host asks for a record, which no interface is.
/** A plugin for the npm package `analytics`: `Analytics({ app, plugins: [piwik(settings)] })`. */
export type PiwikPlugin = {
  /** The name in `options.plugins`, which the host filters by. */
  readonly name: 'matomo'
  readonly config: FullSettings
  readonly consent: Consent
  initialize(): void
  loaded(): boolean
  page: Hook
  track: Hook
  identify: Hook
  reset(): void
}

/** Makes the plugin for one `analytics`. */
export declare function piwik(settings: FullSettings): PiwikPlugin
export default piwik
