// What the pages of tests/ and bench/ have beside what a browser gives them. They hand over what no
// caller should, so nothing here says what fits.

/** Anything may hang on a page's window. */
interface Window {
  [name: string]: any
}

// The libraries under test, and what they talk to.
declare var analytics: any
declare var _paq: any
declare var piwikIntegration: any

// What a host script leaves for the test: tests/hosts.
declare var siblings: any
declare var host: any
declare var ready: number
declare var matomo: any
declare var thrown: number
declare var modules: any

// What a script finds that another one has left on the page before it.
declare var canonical: (value: unknown) => string
declare var canonicalText: (text: string) => string
declare var decodeSpecial: (value: any) => any
declare var CORPUS: Record<string, () => any>
declare var clock: { elapsed(): number, run(ms: number): Promise<void> }
declare var recorder: Record<string, any>
declare var journey: { id: string, settings: object }
declare var lane: { start(settings: object): void, track(event: string, properties?: any, options?: any): void }

// tests/hosts/classic/mini_mocha.js
declare var describe: (title: string, body: () => void) => void
declare var it: (title: string, body: (done: (error?: unknown) => void) => void) => void
declare var beforeEach: (body: (done: () => void) => void) => void
declare var afterEach: (body: () => void) => void

// Chromium's own, of which the declarations of the DOM know nothing.
declare var gc: () => void
declare var NavigatorUAData: { prototype: any }
interface Navigator {
  userAgentData?: any
}
interface Performance {
  memory: { usedJSHeapSize: number }
}

// A frame's window is another page's, with all that hangs there.
interface Document {
  createElement(tag: 'iframe'): HTMLIFrameElement & { contentWindow: any }
}

// Names that RudderStack's declarations use and do not bring.
declare module '@preact/signals-core' {
  export interface Signal<Value = unknown> { value: Value }
}
interface UADataValues {}

// Consent platforms, and what their stand-ins share: tests/hosts/consent/platforms.
declare const CookieConsent: any
declare const klaro: any
declare const klaroConfig: any
declare const tarteaucitron: any
declare function OptanonWrapper(): void
declare const didomiOnReady: ((Didomi: object) => void)[]
declare const dataLayer: object[]
declare function stored(): string | undefined
declare function isAllowed(): boolean
declare function store(yes: boolean): void
declare function soon(action: () => void): void
