// What a team that moves over from Segment's library has typed with its types; `tsc` is the test. Never run.
import type { InitOptions, MiddlewareFunction, Plugin } from '@segment/analytics-next'
import { analytics, load } from '../../dist/analytics.mjs'

export function move(plugin: Plugin, middleware: MiddlewareFunction, options: InitOptions): void {
  load('key', options)
  analytics.register(plugin)
  analytics.register(plugin, { name: 'own', type: 'enrichment', load: () => undefined, track: (context) => context })
  analytics.addSourceMiddleware(middleware, [middleware])
  analytics.addDestinationMiddleware('Piwik', middleware)
  // @ts-expect-error a misspelt member of what middleware gets
  analytics.addSourceMiddleware(({ paylaod, next }) => next(paylaod))
  // @ts-expect-error a member that no message has
  analytics.addSourceMiddleware(({ payload, next }) => next(payload.obj.evnet))
  // @ts-expect-error there is no such type of plugin
  analytics.register({ name: 'p', type: 'source', load: () => undefined })
  // @ts-expect-error a context is no message
  analytics.register({ name: 'p', type: 'before', load: () => undefined, track: (context) => context.properties })
}
