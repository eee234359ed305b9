// The explain table of docs/explain.md: a call, its commands, and what the explain build says of it. No server: the
// queue is an object, as if the page had Matomo's tracker already, so nothing is fetched and nothing is sent.

import { watchCalls } from './calls.js';
import { createEditor, exampleButton } from './composer.js';
import { byId } from './dom.js';
import { EXAMPLES, FULL_EXAMPLES, LEFT_OUT } from './examples.js';
import { createLedger } from './ledger.js';
import { watchQueue } from './queue.js';
import { createTimeline } from './timeline.js';
import { METHODS } from './typed_calls.js';

// Consent would hold every call; the other settings that examples need do not disturb each other.
const SENT = [...EXAMPLES, ...FULL_EXAMPLES.filter(({ needs }) => !needs.consent)];
const SETTINGS = Object.assign(
  { siteId: 1, serverUrl: 'https://matomo.example.org', loadScript: false, goals: { Subscribed: 1 }, events: { deny: ['Mouse Moved'] } },
  ...SENT.map((example) => ('needs' in example ? example.needs : {})),
);

/**
 * Put what explain() says of the call that has just been made into its row.
 * @param {ReturnType<typeof createLedger>} ledger
 * @param {string} method
 */
function explainCall(ledger, method) {
  /** @type {Explained | undefined} */
  const entry = window.analytics.explain().at(-1);
  if (entry?.call !== method) return;
  if (entry.outcome !== 'sent') ledger.because(`${entry.outcome}: ${entry.why}`);
  for (const { what, why, received } of entry.notes) ledger.warning(`Left out ${what}: ${why}, received ${received}`);
}

function start() {
  const { analytics } = window;
  const timeline = createTimeline({ settings: SETTINGS, describe: () => 'Matomo’s tracker makes a request of it.' });
  const ledger = createLedger(timeline.show);
  let running = '';
  watchQueue(ledger.command, () => {});
  /** @type {any} */ (window)._paq = { push() {} };
  watchCalls(analytics, ['load', ...METHODS], (method, args) => {
    running = method;
    ledger.begin(method, args);
  }, () => {
    explainCall(ledger, running);
    ledger.end();
  });
  analytics.load(SETTINGS);
  const play = createEditor(METHODS, (method, args) => {
    analytics[method](...args);
    timeline.reveal();
  });
  /** @type {(examples: Example[]) => HTMLElement[]} */
  const buttons = (examples) => examples.map((example) => exampleButton(example, () => play(example)));
  byId('examples').append(...buttons(SENT));
  byId('full-examples').append(...buttons(LEFT_OUT));
  byId('clear').addEventListener('click', () => { ledger.clear(); timeline.clear(); });
  play(LEFT_OUT[0]);
}

start();
