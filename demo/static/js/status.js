// The state of tracker and feed, as chips and in words.

import { byId } from './dom.js';
import { verb } from './request_view.js';

/** @type {Record<TrackerState, [string, string, string]>} What the chip says, its tone, and what a request waits for. */
const TRACKER = {
  loading: ['Tracker loading', 'wait', 'Waiting for the tracker.'],
  live: ['Tracker live', 'good', 'On its way…'],
  blocked: ['Tracker blocked', 'bad', 'Held: the tracker’s script did not load.'],
  stopped: ['Tracker stopped', 'bad', 'Lost: a command stopped the tracker.'],
};

const WAIT = 6000;

/**
 * Chips in the header; `describe(lane)` says why a request has not arrived yet.
 * @param {boolean} embedded
 */
export function createStatus(embedded) {
  /** @type {TrackerState} */
  let state = 'loading';
  byId('feed').hidden = !embedded;

  /** @param {TrackerState} next */
  function setTracker(next, address = '') {
    state = next;
    const [text, tone] = TRACKER[next];
    show(byId('tracker'), text, tone, next === 'blocked' && address ? `${address} did not load` : '');
  }

  setTracker('loading');
  return {
    tracker: () => state,
    setTracker,
    /** @type {(isOpen: boolean) => void} */
    setFeed: (open) => show(byId('feed'), open ? 'Collector connected' : 'Collector away', open ? 'good' : 'wait'),
    /** @type {(lane: Lane) => string} */
    describe: (lane) => (state === 'live' && performance.now() - lane.at > WAIT ? 'No request arrived.' : TRACKER[state][2]),
    /** @type {(row: Row, request: Hit) => void} */
    announce(row, request) {
      const name = row.call ? `${row.call.method} ${typeof row.call.args[0] === 'string' ? row.call.args[0] : ''}` : 'A request';
      byId('announcement').textContent = `${name}: ${verb(request)} ${request.verdict.summary}`;
    },
  };
}

/**
 * @param {HTMLElement} chip
 * @param {string} text
 * @param {string} tone
 */
function show(chip, text, tone, title = '') {
  chip.textContent = text;
  chip.dataset.tone = tone;
  chip.title = title;
}
