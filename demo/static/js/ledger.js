// Who caused what: calls, the commands they caused, the requests those sent. No DOM in here.

import { causedBy, sends, sentBy } from './commands.js';

/**
 * Keep rows; `onChange` is told of every change. A request that no command explains gets a row whose call
 * is null.
 * @param {(row: Row) => void} onChange
 */
export function createLedger(onChange, now = () => performance.now()) {
  /** @type {Row[]} */
  const rows = [];
  /** @type {Row | null} The row of the call that is running. */
  let current = null;

  /** @param {Call | null} call */
  function addRow(call) {
    /** @type {Row} */
    const row = { id: rows.length + 1, at: now(), call, lanes: [], warnings: [] };
    rows.push(row);
    return row;
  }

  /** @param {Command} command */
  function ownerOf(command) {
    return current ?? rows.find((row) => row.call && !row.done && causedBy(row.call, command)) ?? addRow(null);
  }

  return {
    rows,

    /** @type {(method: string, args: any[]) => void} */
    begin(method, args) {
      current = addRow({ method, args });
      onChange(current);
    },

    end() {
      if (!current) return;
      current.done = closed(current);
      onChange(current);
      current = null;
    },

    /** @param {Command} command */
    command(command) {
      const row = ownerOf(command);
      row.lanes.push({ command, sends: sends(command), at: now(), request: null });
      row.done = row !== current && closed(row);
      onChange(row);
    },

    /** @param {Hit} request */
    request(request) {
      const lane = laneFor(rows, request.parameters);
      const row = (lane && rows.find(({ lanes }) => lanes.includes(lane))) ?? addRow(null);
      if (lane) Object.assign(lane, { request, took: now() - lane.at });
      else row.lanes.push({ command: null, sends: true, at: now(), request });
      onChange(row);
      return row;
    },

    /** @param {string} text */
    warning(text) {
      const row = current ?? rows[0] ?? addRow(null);
      row.warnings.push(text);
      onChange(row);
    },

    /** @type {(why: string) => void} Say why the call that is running has no commands. */
    because(why) {
      if (current) current.why = why;
    },

    clear() {
      rows.length = 0;
    },
  };
}

/** @type {Record<string, string>} */
const ENDS = { page: 'trackPageView', track: 'trackEvent', identify: 'setUserId', reset: 'resetUserId' };

/**
 * Whether a call has had its last command; until then, a command held back may still be its.
 * @param {Row} row
 */
function closed({ call, lanes }) {
  return lanes.some(({ command }) => call && command && command[0] === ENDS[call.method]);
}

/**
 * The first lane that waits for such a request.
 * @param {Row[]} rows
 * @param {Record<string, string>} parameters
 */
function laneFor(rows, parameters) {
  const waiting = rows.flatMap(({ lanes }) => lanes).filter((lane) => lane.sends && !lane.request);
  return waiting.find(({ command }) => command && sentBy(command, parameters));
}
