// `paqbridge/testing`. `core` is the file that users have, on a page of its own where there is none.
import { createDestination } from 'core'
import { sorted } from './arguments.mjs'
import { page } from './page.mjs'
import { Recorder } from './recorder.mjs'

/** @param {{ analytics?: Record<string, any> }} [options] */
export function record({ analytics } = {}) {
  const { window: site } = /** @type {any} */ (globalThis)
  if (!site) throw new Error('paqbridge/testing: there is no page here; use standIn(settings)')
  const recorder = new Recorder()
  const queued = site._paq
  if (Array.isArray(queued)) recorder.push(...queued)
  site._paq = { push: (/** @type {unknown[]} */ ...commands) => recorder.push(...commands) }
  const watched = analytics ?? site.analytics
  const unwatch = watched ? recorder.watch(watched) : () => {}
  return faced(recorder, {
    stop: () => {
      site._paq = queued
      unwatch()
    },
  })
}

/** @param {Record<string, unknown>} settings */
export function standIn(settings) {
  const recorder = new Recorder()
  page._paq = { push: (/** @type {unknown[]} */ ...commands) => recorder.push(...commands) }
  const destination = createDestination({ ...settings, loadScript: false })
  /** @type {Record<string, any>} */
  const analytics = { reset: () => destination.reset() }
  for (const type of ['page', 'screen', 'identify', 'track', 'group', 'alias']) {
    analytics[type] = (/** @type {unknown[]} */ ...args) => {
      destination.send({ type, ...sorted(type, args) })
      return Promise.resolve()
    }
  }
  recorder.watch(analytics)
  recorder.reset()
  return faced(recorder, { analytics, stop: () => destination.stop() })
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
