import type { LoadOptions, ModuleAnalytics } from './analytics.mjs'
import type { StandaloneSettings } from './settings.js'

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

/**
 * Records in a page, a browser's or jsdom's: it takes the place of Matomo's tracker, so give the settings
 * `loadScript: false`, and nothing leaves. Calls are those of `analytics`, `window.analytics` unless told.
 * Throws where there is no page.
 */
export declare function record(options?: { analytics?: object }): Recorder

/**
 * Records without a page: `analytics` is a full standalone of its own on a page that has nothing.
 * The commands that start Matomo are not recorded, unless they wait for consent.
 */
export declare function standIn(settings: StandaloneSettings, options?: LoadOptions): Recorder & { analytics: ModuleAnalytics }
