import type { ExplainSettings, FullSettings, Settings } from './settings.js'
export type { ExplainSettings, FullSettings, GoalId, Goals, Settings } from './settings.js'

type Callback = () => void
type Properties = Record<string, unknown>

/** Options of one call. */
export interface Options {
  /** Which destinations get the call: `{All: false}`, `{Piwik: false}`, `{Piwik: {customVars: {...}}}`. */
  integrations?: Record<string, unknown>
  context?: Record<string, unknown>
  [other: string]: unknown
}

/** The standalone `window.analytics` of `analytics.min.js`. */
export interface Analytics {
  readonly VERSION: string
  load(settings: Settings, options?: Options): Promise<void>
  load(writeKey: string, options: { integrations: Record<string, unknown> }): Promise<void>
  initialize(settings: { Piwik: Settings } | { Matomo: Settings }, options?: Options): Promise<void>
  page(callback?: Callback): Promise<void>
  page(name: string, callback?: Callback): Promise<void>
  page(properties: Properties, options?: Options | Callback, callback?: Callback): Promise<void>
  page(name: string, properties: Properties | Callback, options?: Options | Callback, callback?: Callback): Promise<void>
  page(category: string, name: string, properties?: Properties | Callback, options?: Options | Callback, callback?: Callback): Promise<void>
  identify(callback?: Callback): Promise<void>
  identify(traits: Properties, options?: Options | Callback, callback?: Callback): Promise<void>
  identify(userId: string | number | null, traits?: Properties | Callback | null, options?: Options | Callback, callback?: Callback): Promise<void>
  track(event: string, properties?: Properties | Callback | null, options?: Options | Callback | null, callback?: Callback): Promise<void>
  /** Logs the user out: forgets the id, here and in Matomo. */
  reset(): Promise<void>
  /** Calls back when the tracker is live, or counts as blocked. */
  ready(callback: Callback): Promise<void>
  /** Makes a call that is written as a snippet's stub keeps it: the method's name, its arguments. */
  push(call: [method: string, ...given: unknown[]]): void
  user(): { id(value?: string | number): string | number | undefined; reset(): void }
}

/** An element, or a list of elements: an array, a NodeList, an HTMLCollection, a jQuery object. */
export type Elements = Element | ArrayLike<Element> | null | undefined
type Asked<T, Asks = Element> = T | ((element: Asks) => T)

/** What a page says of a visitor's consent: docs/consent.md. */
export interface Consent {
  /** Yes, for this page. */
  give(options?: { cookies?: boolean }): void
  /** Yes, and Matomo remembers it, for so many hours if that is said. */
  remember(hours?: number): void
  /** No, or no longer; counts without the setting `consent`, too. */
  withdraw(): void
  /** The answer as a word; pending where the visitor has not chosen. */
  set(answer: 'given' | 'refused' | 'pending'): void
  /** How things stand; unknown before `load`. */
  state(): 'unknown' | 'none' | 'pending' | 'given' | 'remembered' | 'refused'
}

/** The standalone `window.analytics` of `analytics.full.min.js`. */
export interface FullAnalytics extends Analytics {
  readonly consent: Consent
  load(settings: FullSettings, options?: Options): Promise<void>
  load(writeKey: string, options: { integrations: Record<string, unknown> }): Promise<void>
  group(groupId: string | number, traits?: Properties | Callback | null, options?: Options | Callback | null, callback?: Callback): Promise<void>
  /** Tracks each click, and holds it until the event is delivered: docs/links.md. */
  trackLink(links: Elements, event: Asked<string>, properties?: Asked<Properties | null | undefined>, options?: Options | null): Promise<void>
  trackClick: FullAnalytics['trackLink']
  /** Tracks each submit, and holds it until the event is delivered. */
  trackForm(forms: Elements, event: Asked<string, HTMLFormElement>, properties?: Asked<Properties | null | undefined, HTMLFormElement>, options?: Options | null): Promise<void>
  trackSubmit: FullAnalytics['trackForm']
  alias(userId: string | number, previousId?: string | number | Callback | null, options?: Options | Callback | null, callback?: Callback): Promise<void>
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
export interface ExplainAnalytics extends FullAnalytics {
  load(settings: ExplainSettings, options?: Options): Promise<void>
  load(writeKey: string, options: { integrations: Record<string, unknown> }): Promise<void>
  /** What became of the latest hundred calls, the oldest first. */
  explain(): Explanation[]
}

declare global {
  interface Window {
    analytics: Analytics
  }
}
