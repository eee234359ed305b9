import type { FullSettings } from './settings.js'

/** A command as Matomo's queue got it: `['trackEvent', 'All', 'Signed Up', undefined, undefined]`. */
export type Command = [name: string, ...given: unknown[]]

/** A call of `analytics`, as it was made. */
export interface Call {
  method: 'page' | 'screen' | 'identify' | 'track' | 'group' | 'alias' | 'reset'
  args: unknown[]
}

export interface Recorder {
  /** What reached `_paq` since the recorder was made or reset, the oldest first. */
  commands(): Command[]
  /** What was called since then. */
  calls(): Call[]
  /** The first command of that name, once it has come; refused after `timeout` milliseconds, 1000 unless told. */
  waitFor(name: string, options?: { timeout?: number }): Promise<Command>
  /** Forgets commands and calls. */
  reset(): void
  /** Ends the recording, and puts back what it has replaced. */
  stop(): void
}

/** An `analytics` for code under test, where there is no page. */
export interface StandIn {
  page(...given: unknown[]): Promise<void>
  screen(...given: unknown[]): Promise<void>
  identify(...given: unknown[]): Promise<void>
  track(...given: unknown[]): Promise<void>
  group(...given: unknown[]): Promise<void>
  alias(...given: unknown[]): Promise<void>
  reset(): void
}

/**
 * Records in a page, a browser's or jsdom's: it takes the place of Matomo's tracker, so give the settings
 * `loadScript: false`, and nothing leaves. Calls are those of `analytics`, `window.analytics` unless told.
 * Throws where there is no page.
 */
export declare function record(options?: { analytics?: object }): Recorder

/** Records without a page: its `analytics` leads to the commands that the settings ask for. */
export declare function standIn(settings: FullSettings): Recorder & { analytics: StandIn }
