import type { StandaloneSettings } from './settings.js'
export type { Analytics, ExplainAnalytics, ExplainSettings, Explanation, FullAnalytics, Settings } from './scripts.js'
export type { GoalId, Goals, StandaloneSettings } from './settings.js'

// What is any here takes values of interfaces and classes, too: `unknown` would refuse them.
export type Properties = Record<string, any>
export type Traits = Record<string, any>
type Id = string | number

/** Options of one call. What is not listed goes into the message's context. */
export interface Options {
  /** Which destinations get the call: `{All: false}`, `{Piwik: false}`, `{Piwik: {customVars: {...}}}`. */
  integrations?: Record<string, any>
  context?: Record<string, any>
  /** Takes the place of the visitor's, for good. */
  anonymousId?: Id
  timestamp?: Date | Id
  userId?: Id
  messageId?: string
  [other: string]: any
}

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

export type CallType = 'page' | 'screen' | 'identify' | 'track' | 'group' | 'alias'

/** What is known of the moment of a call, and what its options say. */
export interface MessageContext {
  page: { path: string; referrer: string; search: string; title: string; url: string; [other: string]: unknown }
  userAgent?: string
  locale?: string
  timezone?: string
  library?: { name: string; version: string }
  campaign?: Record<string, string>
  [other: string]: unknown
}

/** A call as middleware, plugins, callbacks and promises see it. It may be changed in place. */
export interface Message {
  type: CallType
  messageId: string
  /** A date, if the call does not say it in another form. */
  timestamp: Date | Id
  anonymousId: string | null
  userId: string | null
  integrations: Record<string, unknown>
  context: MessageContext
  /** Of a track call. */
  event?: string
  /** Of page, screen and track calls. */
  properties?: Properties
  /** Of page and screen calls, where given. */
  category?: string
  name?: string
  /** Of identify and group calls: all that are known. */
  traits?: Traits
  groupId?: string | null
  /** Of an alias call. */
  previousId?: string | null
}

/** What callbacks, promises and plugins get of a call. */
export interface Context {
  readonly id: string
  event: Message
  attempts: number
  stats: Record<string, unknown>
  logs(): { level: unknown; message: unknown; time: number; extras: unknown }[]
  log(level: string, message: string, extras?: object): void
  /** Sets the value at a path such as `properties.plan`; returns the message. */
  updateEvent(path: string, value: unknown): Message
  /** Ends the plugin that says so; the call is not delivered. */
  cancel(reason?: unknown): never
  /** Why the call was not delivered; null where it was. */
  failedDelivery(): { reason: unknown } | null
  isSame(other: Context): boolean
  flush(): void
  toJSON(): { id: string; event: Message; logs: unknown[]; metrics: unknown[] }
}

type Callback = (context: Context) => void

/** A promise that has the methods of `analytics` as well, so that calls can be chained. */
export interface Chained<Kept = Context> extends Promise<Kept>, ModuleAnalytics {}

/** `analytics.user()`. */
export interface User {
  /** The id, after taking the one that is given; null takes it away. */
  id(value?: Id | null): string | null
  /** It is made when it is asked for. */
  anonymousId(value?: Id | null): string | null
  /** A copy of the traits, after others have taken their place; undefined where the user is switched off. */
  traits(value?: Traits | null): Traits | undefined
  /** The same as `traits`. */
  properties(value?: Traits | null): Traits | undefined
  /** Takes id and traits as the call of that name does, and sends nothing. */
  identify(id?: Id | null, traits?: Traits): void
  /** Forgets id, traits and anonymous id, and sends nothing. */
  logout(): void
  reset(): void
  /** Does nothing: all is stored at once. */
  save(): true
  /** Looks for who Segment's oldest library knew; all else that is stored is read when it is used. */
  load(): this
  /** Whether anything is stored, and under which names; called, it takes other options. */
  readonly options: ShownOptions & ((options?: PersonOptions) => ShownOptions)
}

interface ShownOptions {
  readonly persist: boolean
  readonly cookie: { readonly key: string; readonly oldKey?: string }
  readonly localStorage: { readonly key: string }
}

/** `analytics.group()`: the same for the visitor's group, which has no anonymous id. */
export interface Group extends User {
  anonymousId(value?: unknown): null
}

/** What middleware gets of a call. */
export interface Payload {
  obj: Message
  type(): CallType
  action(): CallType
  /** Of a page or screen call it is Segment's text for one that is loaded. */
  event(): string | undefined
  /** Traits, where a call has no properties. */
  properties(): Properties
  /** Of calls that have none those of their context. */
  traits(): Traits
  userId(): string | null
  anonymousId(): string | null
  groupId(): string | null | undefined
  previousId(): string | null | undefined
  context(): MessageContext
  integrations(): Record<string, unknown>
  timestamp(): Date | Id
  name(): string | undefined
  category(): string | undefined
  field(name: string): unknown
  /** The value at a path such as `properties.plan`. */
  proxy(path: string): unknown
  json(): Message
}

/** Passes a call on; without a payload the call is dropped. */
export type Next = (payload?: Payload | null) => void

export interface MiddlewareGiven {
  payload: Payload
  /** The destination; empty for the source. */
  integration: string
  integrations: Record<string, unknown>
  next: Next
}

/** Sees, changes or drops a call. `next` counts until it returns, or until its promise is settled. */
export type Middleware = (given: MiddlewareGiven) => unknown
/** The same in the form of Segment's older library. */
export type IntegrationMiddleware = (payload: Payload, integration: string, next: Next) => unknown

type Hook = (context: Context) => Context | void | Promise<Context | void>

/** What `register` takes. */
export interface Plugin {
  name: string
  /** `before` and `enrichment` change calls, `destination` and `after` see them; a `utility` gets none. */
  type: 'before' | 'enrichment' | 'destination' | 'after' | 'utility'
  version?: string
  isLoaded?(): boolean
  load(context: Context, analytics: ModuleAnalytics): unknown
  unload?(context: undefined, analytics: ModuleAnalytics): unknown
  page?: Hook
  screen?: Hook
  identify?: Hook
  track?: Hook
  group?: Hook
  alias?: Hook
  [other: string]: unknown
}

// Segment's own types of plugins and middleware say more of what they get than there is here. Their functions are taken
// for what both know: declared as methods, parameters need to fit in one direction only.
interface Shown {
  event: { type: string }
}
interface SegmentHooks {
  load(...given: any[]): unknown
  unload?(...given: any[]): unknown
  hear(context: Shown): unknown
  pass(given: { payload: { obj: { type: string } }; next: (payload: any) => unknown }): unknown
}
type SegmentHook = SegmentHooks['hear']
type SegmentMiddleware = SegmentHooks['pass']
interface SegmentPlugin extends Pick<SegmentHooks, 'load' | 'unload'>, Pick<Plugin, 'name' | 'type' | 'version' | 'isLoaded'> {
  page?: SegmentHook
  screen?: SegmentHook
  identify?: SegmentHook
  track?: SegmentHook
  group?: SegmentHook
  alias?: SegmentHook
}

type PageHeard = [category: string | null, name: string | null, properties: Properties, options: Options | undefined]

/** What listeners hear. */
export interface Events {
  page: PageHeard
  screen: PageHeard
  track: [event: string, properties: Properties, options: Options | undefined]
  identify: [userId: string | null, traits: Traits, options: Options | undefined]
  group: [groupId: string | null, traits: Traits, options: Options | undefined]
  alias: [userId: string | null, previousId: string | null, options: Options | undefined]
  reset: []
  /** `load` is done, and with it the calls that have waited for it. */
  initialize: [settings: StandaloneSettings, options: LoadOptions]
  /** The tracker is live, or counts as blocked. */
  ready: []
  /** Each call as it is made. */
  invoke: [message: Message]
  dispatch_start: [context: Context]
}

type Heard<Name extends string> = Name extends keyof Events ? Events[Name] : any[]
export type Listener<Name extends string> = (this: ModuleAnalytics, ...heard: Heard<Name>) => void

/** An element, or a list of elements: an array, a NodeList, an HTMLCollection, a jQuery object. */
export type Elements = Element | ArrayLike<Element> | null | undefined
type Asked<T, Asks = Element> = T | ((element: Asks) => T)

interface PersonOptions {
  /** False: nothing is stored. */
  persist?: boolean
  /** True: there is no such person; ids are null. */
  disable?: boolean
  cookie?: { key?: string }
  localStorage?: { key?: string }
  /** True: ids are in cookies only. */
  localStorageFallbackDisabled?: boolean
  storage?: StorageOptions
}

interface StorageOptions {
  stores: ('cookie' | 'localStorage' | 'memory')[]
}

interface SettingsDocument {
  integrations: Record<string, any>
  [other: string]: any
}

// Methods, so that functions of Segment's own type of document fit.
interface Deciders {
  disable(document: SettingsDocument): unknown
  updateCDNSettings(document: SettingsDocument): SettingsDocument
}

/** Options of `load`: Segment's that count here, and ours. Settings are docs/settings.md. */
export interface LoadOptions {
  /** `Piwik` or `Matomo`: the settings, or false; the others switch plugins of type `destination`. */
  integrations?: Record<string, any>
  /** Nothing is fetched, sent or stored; promises, callbacks, `ready` and `on` go on. A function is given the
   * settings document, and may answer later. */
  disable?: boolean | Deciders['disable']
  /** Returns the settings document as it is to count: a destination that is taken out of it does not start. */
  updateCDNSettings?: Deciders['updateCDNSettings']
  /** Nothing of users and groups is stored. */
  disableClientPersistence?: boolean
  user?: PersonOptions
  group?: PersonOptions
  cookie?: {
    domain?: string
    /** In days below 10,000, in milliseconds from there on. */
    maxage?: number
    path?: string
    sameSite?: 'Lax' | 'Strict' | 'None' | (string & {})
    secure?: boolean
  }
  localStorage?: { enabled?: boolean }
  storage?: StorageOptions
  /** A `page()` at the start. */
  initialPageview?: boolean
  /** Patterns that ids of the page's URL must match, where `queryString` is on; false switches it off. */
  useQueryString?: boolean | { uid?: RegExp; aid?: RegExp }
  /** Segment's tracking plan. */
  plan?: Record<string, any>
  /** The name on `window`, for the module. */
  globalAnalyticsKey?: string
  /** These may also be settings. */
  persistTraits?: boolean
  queryString?: boolean
  htmlEvents?: boolean
  autoPages?: boolean
  [other: string]: any
}

/** Either name is ours; the others switch plugins of type `destination`. */
export interface Integrations<Given> {
  Piwik?: Given | boolean
  Matomo?: Given | boolean
  [other: string]: any
}

interface Load<Given, Made> {
  (settings: Given, options?: LoadOptions): Made
  /** What the options do not say is in a settings document. */
  (writeKey: string, options?: LoadOptions & { integrations?: Integrations<Given> }): Made
  (
    key: {
      writeKey: string
      plugins?: Plugin[]
      /** The settings document, where the page has it already: none is fetched. */
      cdnSettings?: object
      integrations?: Integrations<Given>
    } & LoadOptions,
    options?: LoadOptions,
  ): Made
}

interface Initialize<Given> {
  (settings: Integrations<Given> & ({ Piwik: Given } | { Matomo: Given }), options?: LoadOptions): Chained<void>
}

interface Page {
  (callback?: Callback): Chained
  (name: string, callback?: Callback): Chained
  (properties: Properties, options?: Options | Callback | null, callback?: Callback): Chained
  (name: string, properties: Properties | Callback, options?: Options | Callback | null, callback?: Callback): Chained
  (category: string | null | undefined, name: string | null | undefined, properties?: Properties | Callback | null, options?: Options | Callback | null, callback?: Callback): Chained
}

interface Identify {
  (callback?: Callback): Chained
  (traits: Traits, options?: Options | Callback | null, callback?: Callback): Chained
  (id: Id | null | undefined, traits?: Traits | Callback | null, options?: Options | Callback | null, callback?: Callback): Chained
}

interface Track {
  (event: string, properties?: Properties | Callback | null, options?: Options | Callback | null, callback?: Callback): Chained
  (call: { event: string; properties?: Properties; [other: string]: any }, options?: Options | Callback | null, callback?: Callback): Chained
}

interface GroupCall {
  /** Sends nothing. */
  (): Group
  (traits: Traits, options?: Options | Callback | null, callback?: Callback): Chained
  (id: Id | null, traits?: Traits | Callback | null, options?: Options | Callback | null, callback?: Callback): Chained
  (id: Id | null | undefined, traits: Traits | Callback | null, options?: Options | Callback | null, callback?: Callback): Chained
}

/** What answers where a method returns `analytics`. */
type Same = ModuleAnalytics
type Stub = (...given: unknown[]) => Same

/** The methods of the full standalone, as docs/analytics.md tells. */
export interface ModuleAnalytics<Given = StandaloneSettings> {
  readonly VERSION: string
  readonly invoked: true
  /** Whether `load` has been called. */
  readonly initialized: boolean
  readonly consent: Consent
  /** Starts, once. */
  load: Load<Given, Chained<void>>
  initialize: Initialize<Given>
  init: Initialize<Given>
  page: Page
  /** A page call for Matomo. */
  screen: Page
  /** `page({path: url})`. */
  pageview(url?: string, options?: Options | Callback | null, callback?: Callback): Chained
  identify: Identify
  track: Track
  group: GroupCall
  alias(to: Id, from?: Id | Options | Callback | null, options?: Options | Callback | null, callback?: Callback): Chained
  /** Logs the user out: forgets user and group, here and in Matomo. */
  reset(): void
  user(): User
  /** Sets the anonymous id, and returns it. */
  setAnonymousId(id?: Id | null): string | null
  /** Calls back when the tracker is live, or counts as blocked. */
  ready(callback?: () => void): Chained<void>
  /** Milliseconds until callbacks run: 300 at first, and again without a number. */
  timeout(milliseconds?: number | null): void
  on<Name extends string>(event: Name, listener: Listener<Name>): Same
  once<Name extends string>(event: Name, listener: Listener<Name>): Same
  /** Without a listener it takes off all of the event, without an event all. */
  off<Name extends string>(event?: Name, listener?: Listener<Name>): Same
  emit<Name extends string>(event: Name, ...heard: Heard<Name>): Same
  addSourceMiddleware(...middleware: (Middleware | Middleware[])[]): Chained<void>
  addSourceMiddleware(...middleware: (SegmentMiddleware | SegmentMiddleware[])[]): Chained<void>
  /** `*` is every destination. */
  addDestinationMiddleware(destination: string, ...middleware: (Middleware | Middleware[])[]): Chained<void>
  addDestinationMiddleware(destination: string, ...middleware: (SegmentMiddleware | SegmentMiddleware[])[]): Chained<void>
  addIntegrationMiddleware(...middleware: (IntegrationMiddleware | IntegrationMiddleware[])[]): Chained<void>
  /** Its promise is kept when all have loaded; nobody waits for destinations. */
  register(...plugins: Plugin[]): Chained<Context>
  register(...plugins: SegmentPlugin[]): Chained<Context>
  deregister(...names: string[]): Chained<void>
  /** Tracks each click, and holds it until the event is delivered: docs/links.md. */
  trackLink(links: Elements, event: Asked<string>, properties?: Asked<Properties | null | undefined>, options?: Options | null): Chained<void>
  trackClick: ModuleAnalytics['trackLink']
  /** Tracks each submit, and holds it until the event is delivered. */
  trackForm(forms: Elements, event: Asked<string, HTMLFormElement>, properties?: Asked<Properties | null | undefined, HTMLFormElement>, options?: Options | null): Chained<void>
  trackSubmit: ModuleAnalytics['trackForm']
  /** Calls a function with `analytics`. */
  use(plugin: (analytics: ModuleAnalytics) => void): Same
  /** Sets local storage's `debug`, which Segment's classic libraries read; false takes it away. */
  debug(what?: boolean | string): void
  /** There is no such thing here: empty. */
  readonly Integrations: object
  readonly plugins: object
  readonly failedInitializations: readonly unknown[]
  /** There is no such thing here: it warns, once. */
  add: Stub
  /** There is no such thing here: it warns, once. */
  addIntegration: Stub
  /** There is no such thing here: it warns, once. */
  normalize: Stub
  queryString: Stub
}

/** Starts `analytics`, once, and returns it; on a server it does nothing. */
export declare const load: Load<StandaloneSettings, ModuleAnalytics>
export declare const analytics: ModuleAnalytics
