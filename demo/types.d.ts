// What the scripts of the demo's page hand to each other. They all see these names.

/** A call of window.analytics, or of its consent: consent.give. */
interface Call {
  method: string
  args: any[]
}

/** What is pushed to _paq: a name, then arguments. */
type Command = [string, ...any[]]

/** A command and the request that it sent; either may be missing. */
interface Lane {
  command: Command | null
  /** Whether a request is to be expected. */
  sends: boolean
  at: number
  request: Hit | null
  /** Milliseconds from the command to its request. */
  took?: number
}

/** A call with all that it caused; no call where something else did. */
interface Row {
  id: number
  at: number
  call: Call | null
  lanes: Lane[]
  warnings: string[]
  /** Why the call has no commands, where the build can say it. */
  why?: string
  /** Whether the call has had its last command. */
  done?: boolean
}

/** A tracking request, decoded and judged by the server; without a status where another one answered. */
interface Hit {
  method: string
  path: string
  carrier: string
  status: number | null
  parameters: Record<string, string>
  words: Word[]
  verdict: { status: number, summary: string, warnings: string[] }
}

/** One parameter in words. */
interface Word {
  name: string
  group: string
  words: string
  value: string
}

/** What analytics.load is called with. */
interface Values {
  siteId?: number | string
  serverUrl?: string
  goals?: Goals
  [setting: string]: any
}

type Goals = Record<string, Id | Id[]>
type Id = number | string

/** What the server says of itself; hits stay with it where it names no other. */
interface Config {
  siteId: Id
  serverUrl: string | null
  /** Whether it has a real matomo.js, too. */
  matomoJs: boolean
}

/** What a tab keeps of what was entered. */
interface Kept {
  build: string
  values: Values
}

interface Settings extends Kept {
  tracker: Tracker
  /** What the settings document says, where the page names it. */
  document?: Values
}

/** The tracker of the server that hits go to, a real matomo.js, or ours. */
type Tracker = 'usual' | 'real' | 'own'

/** A piece of code with the kind that gives it its colour. */
interface Token {
  kind: string
  text: string
}

interface Example {
  kind: string
  title: string
  code: string
  /** Where the page goes first. */
  route?: string
}

interface FullExample extends Example {
  /** The settings that it takes. */
  needs: Values
}

/** One setting of the form. */
interface Field {
  name: string
  isFull: boolean
  input: any
  show(value: any): boolean
  read(): any
}

type TrackerState = 'loading' | 'live' | 'blocked' | 'stopped'

/** What analytics.explain() says of a call. */
interface Explained {
  call: string
  outcome: 'sent' | 'held' | 'not sent'
  why: string
  notes: { what: string, why: string, received: string }[]
}

interface Window {
  analytics: any
}

/** The elements of the pages that the scripts ask for by their ids. */
interface Places extends DocumentPlaces {
  'all-settings': HTMLDetailsElement
  announcement: HTMLElement
  arrived: HTMLElement
  clear: HTMLButtonElement
  'copy-snippet': HTMLButtonElement
  editor: HTMLTextAreaElement
  'editor-error': HTMLElement
  empty: HTMLElement
  examples: HTMLElement
  failure: HTMLElement
  feed: HTMLElement
  'full-examples': HTMLElement
  panels: HTMLElement
  privacy: HTMLElement
  'reset-settings': HTMLButtonElement
  run: HTMLButtonElement
  'settings-form': SettingsForm
  'settings-summary': HTMLElement
  snippet: HTMLElement
  timeline: HTMLElement
  tracker: HTMLElement
  trackers: HTMLElement
}

interface SettingsForm extends HTMLFormElement {
  elements: HTMLFormControlsCollection & { build: HTMLSelectElement, serverUrl: HTMLInputElement }
}

/** Those of the page that edits the settings document. */
interface DocumentPlaces {
  document: HTMLElement
  export: HTMLButtonElement
  'fill-in': HTMLButtonElement
  forget: HTMLButtonElement
  import: HTMLInputElement
  pasted: HTMLTextAreaElement
  saved: HTMLElement
  filled: HTMLElement
  filed: HTMLElement
}
