/**
 * Our own tracker, in the place of Matomo's script. To import it is enough where a setting `tracker`
 * says `own`: `import 'paqbridge/tracker'`.
 */

/**
 * Be the page's tracker now, unless it has one: for builds that lack the setting `tracker`, with
 * `loadScript: false`. On a server it does nothing. `then` is called once there is a tracker.
 */
export function start(then?: () => void): void
