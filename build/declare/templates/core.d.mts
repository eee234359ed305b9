import type { Consent } from './analytics.mjs'
import type { FullSettings } from './settings.js'
export type { Consent } from './analytics.mjs'
export type { FullSettings, GoalId, Goals } from './settings.js'

/** A call in Segment's common format. */
export interface Message {
  type: 'page' | 'identify' | 'track' | 'group' | 'alias' | 'screen'
  /** The event's name, of a track call. */
  event?: string
  /** Name and category of a page or screen call. */
  name?: string
  category?: string
  properties?: Record<string, any>
  traits?: Record<string, any>
  userId?: string | number | null
  groupId?: string | number | null
  context?: Record<string, any>
  /** Which destinations get the call, and what it says to this one: `{Piwik: {customVars: {...}}}`. */
  integrations?: Record<string, any>
}

export interface Destination {
  /** Translates a call and sends what it leads to. Never throws. */
  send(message: Message): void
  /** A logout: forgets the user in Matomo. */
  reset(): void
  /** Sends nothing any more. */
  stop(): void
  readonly consent: Consent
}

/** Starts a destination; `onReady` is called once, when the tracker is live or counts as blocked. */
export declare function createDestination(settings: FullSettings, onReady?: () => void): Destination
