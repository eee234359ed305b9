// Which tracker takes _paq over: the one of the server that hits go to, a real matomo.js, or ours. Each tab has its choice.

import { byId, h } from './dom.js';

const KEY = 'paqbridge demo tracker';

/** @type {Record<Tracker, { label: string, named: string }>} */
const TRACKERS = {
  usual: { label: 'Stand\u2011in', named: 'a stand\u2011in' },
  real: { label: 'matomo.js', named: 'Matomo’s own' },
  own: { label: 'Ours', named: 'ours' },
};

/** @type {() => Tracker} What was chosen in this tab. */
export function chosen() {
  const kept = sessionStorage.getItem(KEY) ?? '';
  return Object.hasOwn(TRACKERS, kept) ? /** @type {Tracker} */ (kept) : 'usual';
}

/** @type {(tracker: Tracker) => string} A tracker in a sentence. */
export const named = (tracker) => TRACKERS[tracker].named;

/**
 * Show the trackers that there are; one that is pressed starts the page afresh with it.
 * @param {Tracker[]} trackers
 * @param {Tracker} current
 * @param {boolean} embedded
 */
export function showTrackers(trackers, current, embedded) {
  byId('trackers').append(...trackers.map((tracker) => {
    const label = embedded || tracker !== 'usual' ? TRACKERS[tracker].label : 'The server’s';
    return h('button', { type: 'button', 'aria-pressed': String(tracker === current), onclick: () => choose(tracker) }, label);
  }));
}

/** @param {Tracker} tracker */
function choose(tracker) {
  sessionStorage.setItem(KEY, tracker);
  location.reload();
}
