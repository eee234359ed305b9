import type { Settings } from './settings.js'
export type { GoalId, Goals, Settings } from './settings.js'

type Listener = (argument?: unknown) => void

/** A classic integration, as analytics.js and analytics-next host it. */
export interface Integration {
  readonly name: 'Piwik'
  readonly defaults: Record<string, unknown>
  readonly globals: string[]
  /** What was given, with defaults; changes take effect on the next call. */
  options: Record<string, unknown>
  /** The host, set by the host. */
  analytics?: unknown
  initialize(): void
  load(callback?: () => void): HTMLScriptElement | undefined
  loaded(): boolean
  ready(): void
  /** Uninstalls the destination: no logout. */
  reset(): void
  invoke(method: string, facade: unknown): unknown
  page(facade: unknown): void
  identify(facade: unknown): void
  track(facade: unknown): void
  on(event: string, listener: Listener): this
  once(event: string, listener: Listener): this
  off(event: string, listener: Listener): this
  emit(event: string, argument?: unknown): this
}

/** Matomo (Piwik) as an integration for classic analytics.js; also its plugin: `analytics.use(Piwik)`. */
export interface PiwikConstructor<Given = Settings, Made = Integration> {
  new (options: Given): Made
  (analytics: { addIntegration(integration: unknown): unknown }): unknown
  readonly prototype: Made
  readonly defaults: Record<string, unknown>
  readonly globals: string[]
}

export declare const Piwik: PiwikConstructor
export default Piwik
