import type { Integrations, ModuleAnalytics, Options, Properties } from './analytics.mjs'
import type { ExplainSettings, Settings, StandaloneSettings } from './settings.js'
export type * from './analytics.mjs'
export type { ExplainSettings, GoalId, Goals, Settings, StandaloneSettings } from './settings.js'

type Callback = () => void

/** What a lean build lacks: each of these warns, once. */
type Lacking = Record<
  | 'group' | 'alias' | 'screen' | 'pageview' | 'init' | 'timeout' | 'debug' | 'on' | 'once' | 'off' | 'emit' | 'use'
  | 'setAnonymousId' | 'register' | 'deregister' | 'trackLink' | 'trackClick' | 'trackForm' | 'trackSubmit'
  | 'addSourceMiddleware' | 'addDestinationMiddleware' | 'addIntegrationMiddleware' | 'add' | 'addIntegration'
  | 'normalize' | 'noConflict',
  (...given: any[]) => Answer
>

/** What a call answers with: a kept promise that has the methods as well. */
interface Answer extends Promise<void>, Omit<Analytics, 'push'> {}

/** The standalone `window.analytics` of `analytics.min.js`. */
export interface Analytics extends Lacking {
  readonly VERSION: string
  load(settings: Settings, options?: Options): Answer
  load(writeKey: string, options: { integrations: Integrations<Settings> }): Answer
  initialize(settings: Integrations<Settings> & ({ Piwik: Settings } | { Matomo: Settings }), options?: Options): Answer
  page(callback?: Callback): Answer
  page(name: string, callback?: Callback): Answer
  page(properties: Properties, options?: Options | Callback, callback?: Callback): Answer
  page(name: string, properties: Properties | Callback, options?: Options | Callback, callback?: Callback): Answer
  page(category: string, name: string, properties?: Properties | Callback, options?: Options | Callback, callback?: Callback): Answer
  identify(callback?: Callback): Answer
  identify(traits: Properties, options?: Options | Callback, callback?: Callback): Answer
  identify(userId: string | number | null | undefined, traits?: Properties | Callback | null, options?: Options | Callback, callback?: Callback): Answer
  track(event: string, properties?: Properties | Callback | null, options?: Options | Callback | null, callback?: Callback): Answer
  /** Logs the user out: forgets the id, here and in Matomo. */
  reset(): Answer
  /** Calls back when the tracker is live, or counts as blocked. */
  ready(callback: Callback): Answer
  /** Makes a call that is written as a snippet's stub keeps it: the method's name, its arguments. */
  push(call: [method: string, ...given: unknown[]]): void
  user(): LeanUser
}

/** The user of a lean build; what it lacks warns, once, and answers with an empty text. */
export interface LeanUser {
  id(value?: string | number): string | number | undefined
  reset(): void
  traits(...given: any[]): {}
  anonymousId(...given: any[]): ''
}

/** The standalone `window.analytics` of `analytics.full.min.js`. */
export interface FullAnalytics<Given = StandaloneSettings> extends ModuleAnalytics<Given> {
  /** Makes a call that is written as a snippet's stub keeps it: the method's name, its arguments. */
  push(call: [method: string, ...given: unknown[]]): void
  /** Puts back what had the name on `window` before, and returns `analytics`. */
  noConflict(): FullAnalytics<Given>
}

/** What became of one call. */
export interface Explanation {
  call: 'page' | 'identify' | 'track' | 'group' | 'alias' | 'reset'
  /** The name of the event or page, the id of the user or group; empty where there is none. */
  name: string
  /** Whether Matomo's tracker has it, it waits, or nothing of it is sent. */
  outcome: 'sent' | 'held' | 'not sent'
  /** What it waits for, or why it is not sent; empty where it is sent. */
  why: string
  commands: unknown[][]
  /** What was left out of the call, and what was received there. */
  notes: { what: string; why: string; received: string }[]
}

/** The standalone `window.analytics` of `analytics.explain.min.js`. */
export interface ExplainAnalytics extends FullAnalytics<ExplainSettings> {
  /** What became of the latest hundred calls, the oldest first. */
  explain(): Explanation[]
}
