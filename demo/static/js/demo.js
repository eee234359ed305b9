// The demo: observe first, then load the bundle exactly as any page would.

import { watchCalls, watchConsole } from './calls.js';
import { createComposer } from './composer.js';
import { readDocument } from './document.js';
import { byId, copyFrom, h } from './dom.js';
import { followFeed } from './feed.js';
import { createLedger } from './ledger.js';
import { watchOutgoing } from './outgoing.js';
import { watchQueue } from './queue.js';
import { bundleOf, counting, goalIds, isEmbedded, loadArguments, readSettings, trackers } from './settings.js';
import { showPrivacy, showSettings } from './settings_form.js';
import { readStub, snippet } from './snippet.js';
import { createStatus } from './status.js';
import { createTimeline } from './timeline.js';
import { watchTracker } from './tracker.js';
import { showTrackers } from './tracker_choice.js';
import { METHODS } from './typed_calls.js';

/** @type {(url: string) => Promise<any>} */
const json = async (url) => (await fetch(url)).json();

/**
 * @param {Settings} settings
 * @param {number} since
 * @param {ReturnType<typeof createStatus>} status
 * @param {ReturnType<typeof createTimeline>} timeline
 * @param {ReturnType<typeof createLedger>} ledger
 */
function watch(settings, since, status, timeline, ledger) {
  const isLive = () => status.tracker() === 'live';
  watchQueue(ledger.command, () => status.setTracker('live'));
  watchConsole(ledger.warning);
  watchTracker(isLive, (state, address) => {
    status.setTracker(state, address);
    timeline.refresh();
  });
  /** @type {(request: Hit) => void} */
  const onRequest = (request) => status.announce(ledger.request(request), request);
  if (isEmbedded(settings)) followFeed(since, onRequest, status.setFeed);
  else watchOutgoing(onRequest);
}

/**
 * Let the collector's site have the goals of this page, and no others: it refuses those as Matomo does.
 * @param {Settings} settings
 */
function tellGoals(settings) {
  return fetch('/api/goals', {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ site: String(counting(settings).siteId), goals: goalIds(settings) }),
  });
}

/** @param {string} bundle */
function loadBundle(bundle) {
  return new Promise((resolve, reject) => {
    document.head.append(h('script', { src: bundle, onload: resolve, onerror: () => reject(new Error(`${bundle} did not load`)) }));
  });
}

/** @type {(stub: string) => (settings: Settings) => void} */
const snippetFor = (stub) => (settings) => {
  byId('snippet').textContent = snippet(stub, loadArguments(settings), bundleOf(settings));
};

/**
 * Show who calls what: the methods, and in the full build those of consent.
 * @param {any} analytics
 * @param {ReturnType<typeof createLedger>} ledger
 */
function watchMethods(analytics, ledger) {
  const methods = METHODS.filter((name) => name in analytics);
  watchCalls(analytics, ['load', ...methods], ledger.begin, ledger.end);
  const saying = ['give', 'remember', 'withdraw', 'set'];
  if (analytics.consent) watchCalls(analytics.consent, saying, (name, args) => ledger.begin(`consent.${name}`, args), ledger.end);
  return [...methods, ...(analytics.consent ? saying.map((name) => `consent.${name}`) : [])];
}

/** @type {(settings: Settings) => Values} What a vector has, which knows no document. */
function vectorSettings(settings) {
  const { settingsUrl, ...values } = { ...counting(settings), ...loadArguments(settings) };
  return values;
}

async function start() {
  const [config, { last }, document, stub] = await Promise.all([
    json('/api/config'), json('/api/hits?since=9007199254740991'), readDocument(), readStub()]);
  const showSnippet = snippetFor(stub);
  const settings = readSettings(config, document);
  const load = loadArguments(settings);
  showSettings(settings, showSnippet);
  showPrivacy(settings);
  showTrackers(trackers(settings, config), settings.tracker, isEmbedded(settings));
  showSnippet(settings);
  byId('copy-snippet').addEventListener('click', () => copyFrom(byId('copy-snippet'), byId('snippet').textContent));
  const status = createStatus(isEmbedded(settings));
  const timeline = createTimeline({ settings: vectorSettings(settings), describe: status.describe });
  const ledger = createLedger(timeline.show);
  byId('clear').addEventListener('click', () => { ledger.clear(); timeline.clear(); });
  watch(settings, last, status, timeline, ledger);
  if (isEmbedded(settings)) await tellGoals(settings);
  await loadBundle(bundleOf(settings));
  const { analytics } = window;
  const methods = watchMethods(analytics, ledger);
  const composer = createComposer(settings, methods, (method, args) => {
    const [one, other] = method.split('.');
    if (other) analytics[one][other](...args);
    else analytics[one](...args);
    timeline.reveal();
  });
  analytics.load(load);
  analytics.page();
  composer.runNext();
}

start().catch((error) => {
  byId('failure').hidden = false;
  byId('failure').textContent = `The demo could not start: ${error.message}`;
}).finally(() => { byId('panels').inert = false; });
