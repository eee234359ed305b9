// Who caused what: calls, the commands they caused, the requests those sent. No DOM in here.

import { causedBy, sends, sentBy } from './commands.js';

/**
 * Keep rows {id, call, lanes, warnings}; a lane is {command, request, sends}, and `onChange(row)` is told
 * of every change. A request that no command explains gets a row whose call is null.
 */
export function createLedger(onChange, now = () => performance.now()) {
  const rows = [];
  let current = null;

  function addRow(call) {
    const row = { id: rows.length + 1, at: now(), call, lanes: [], warnings: [] };
    rows.push(row);
    return row;
  }

  function ownerOf(command) {
    return current ?? rows.find((row) => row.call && !row.done && causedBy(row.call, command)) ?? addRow(null);
  }

  return {
    rows,

    begin(method, args) {
      current = addRow({ method, args });
      onChange(current);
    },

    end() {
      current.done = closed(current);
      onChange(current);
      current = null;
    },

    command(command) {
      const row = ownerOf(command);
      row.lanes.push({ command, sends: sends(command), at: now(), request: null });
      row.done = row !== current && closed(row);
      onChange(row);
    },

    request(request) {
      const lane = laneFor(rows, request.parameters);
      const row = lane ? rows.find(({ lanes }) => lanes.includes(lane)) : addRow(null);
      if (lane) Object.assign(lane, { request, took: now() - lane.at });
      else row.lanes.push({ command: null, sends: true, at: now(), request });
      onChange(row);
      return row;
    },

    warning(text) {
      const row = current ?? rows[0] ?? addRow(null);
      row.warnings.push(text);
      onChange(row);
    },

    clear() {
      rows.length = 0;
    },
  };
}

const ENDS = { page: 'trackPageView', track: 'trackEvent', identify: 'setUserId', reset: 'resetUserId' };

/** Whether a call has had its last command; until then, a command held back may still be its. */
function closed({ call, lanes }) {
  return lanes.some(({ command }) => command && command[0] === ENDS[call?.method]);
}

function laneFor(rows, parameters) {
  const waiting = rows.flatMap(({ lanes }) => lanes).filter((lane) => lane.command && lane.sends && !lane.request);
  return waiting.find(({ command }) => sentBy(command, parameters));
}
