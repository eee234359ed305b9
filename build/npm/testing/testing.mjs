// `paqbridge/testing`, glue for a site's tests alone: it ships to no page, so it is not of Python. What it
// records is the full standalone as users have it.
import { create } from 'standalone'
import { emptyPage } from './empty_page.mjs'
import { Recorder } from './recorder.mjs'

/** @param {{ analytics?: Record<string, any> }} [options] */
export function record({ analytics } = {}) {
  const { window: site } = /** @type {any} */ (globalThis)
  if (!site) throw new Error('paqbridge/testing: there is no page here; use standIn(settings)')
  const recorder = new Recorder()
  const queued = site._paq
  if (Array.isArray(queued)) recorder.push(...queued)
  site._paq = queueOf(recorder)
  const unwatch = recorder.watch(analytics ?? site.analytics ?? {})
  return faced(recorder, {
    stop: () => {
      site._paq = queued
      unwatch()
    },
  })
}

/**
 * @param {Record<string, unknown>} settings
 * @param {Record<string, unknown>} [options]
 */
export function standIn(settings, options) {
  const recorder = new Recorder()
  const page = emptyPage(queueOf(recorder))
  // The tracker is live at once; the time that others wait for it would only hold up the end of the tests.
  const analytics = create({ window: page }).load({ ...settings, loadScript: false, timeout: 1 }, options)
  const unwatch = recorder.watch(analytics)
  recorder.reset()
  return faced(recorder, {
    analytics,
    stop: () => {
      page._paq = { push: () => {} }
      unwatch()
    },
  })
}

/** @param {Recorder} recorder */
function queueOf(recorder) {
  return { push: (/** @type {unknown[]} */ ...commands) => recorder.push(...commands) }
}

/**
 * @param {Recorder} recorder
 * @param {object} more
 */
function faced(recorder, more) {
  return {
    commands: () => recorder.commands(),
    calls: () => recorder.calls(),
    waitFor: (/** @type {string} */ name, /** @type {any} */ options) => recorder.waitFor(name, options),
    reset: () => recorder.reset(),
    ...more,
  }
}
