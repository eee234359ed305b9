// One row of the timeline: the call, and a lane for each command with the request it sent.

import { callCode, commandCode } from './code.js';
import { remembered, silent } from './commands.js';
import { copyFrom, h } from './dom.js';
import { requestView } from './request_view.js';
import { vector } from './vector.js';

/**
 * What the rows of a page have in common: its settings, and why a request has not arrived yet.
 * @typedef {{ settings: Values, describe: (lane: Lane) => string }} Options
 * @typedef {{ key: string, make: () => HTMLElement }} Wanted
 * @typedef {{ key: string, element: HTMLElement }} Shown
 */

const time = () => new Date().toLocaleTimeString([], { hour12: false });

/**
 * An element for a row and a function that brings it up to date; lanes that did not change stay as they are.
 * @param {Row} row
 * @param {Options} options
 */
export function rowView(row, { settings, describe }) {
  const lanes = h('div', { class: 'lanes' });
  const kind = row.call?.method ?? 'other';
  const element = h('li', { class: 'row', 'data-kind': kind, tabindex: '-1', 'aria-labelledby': titleId(row) },
    h('div', { class: 'call' }, heading(row, kind, settings), callBody(row)),
    lanes);
  /** @type {Shown[]} */
  const shown = [];
  return { element, update: () => update(row, lanes, shown, describe) };
}

/** @type {(row: Row) => string} */
const titleId = ({ id }) => `call-${id}`;

/** @type {(row: Row) => string} What tells a call from others of its kind. */
const subject = ({ call }) => (typeof call?.args[0] === 'string' ? ` ${call.args[0]}` : '');

/**
 * @param {Row} row
 * @param {string} kind
 * @param {Values} settings
 */
function heading(row, kind, settings) {
  const { call, lanes } = row;
  return h('div', { class: 'head' },
    h('h3', { id: titleId(row) },
      h('span', { class: 'unseen' }, `${row.id}. `), h('span', { class: 'kind' }, kind), h('span', { class: 'unseen' }, subject(row))),
    h('time', { class: 'faint' }, time()),
    // A vector has no calls of consent.
    call && !kind.includes('.') && h('button', { type: 'button', class: 'quiet copy', title: 'A vector of paqbridge’s own tests: tests/vectors/README.md', 'aria-describedby': titleId(row), onclick: copy(() => vector({ call, lanes }, settings)) }, 'Copy as test'));
}

/** @type {(text: () => string) => (event: MouseEvent) => void} */
const copy = (text) => ({ target }) => copyFrom(/** @type {HTMLElement} */ (target), text());

/** @type {(row: Row) => HTMLElement} */
const callBody = ({ call }) => (call ? h('pre', {}, callCode(call.method, call.args))
  : h('p', { class: 'hint' }, 'Not from a call on this page: a link, another tab, or a command pushed by hand.'));

/**
 * @param {Row} row
 * @param {HTMLElement} lanes
 * @param {Shown[]} shown
 * @param {Options['describe']} describe
 */
function update(row, lanes, shown, describe) {
  const { call } = row;
  const wanted = row.lanes.map((lane) => laneState(row, lane, describe));
  const why = row.why ?? (call && silent(call));
  if (row.lanes.length === 0 && why) wanted.push({ key: why, make: () => noCommand(why) });
  row.warnings.forEach((text, index) => wanted.push({ key: `warning ${index}`, make: () => warningLane(text) }));
  wanted.forEach(({ key, make }, index) => {
    if (shown[index]?.key === key) return;
    const element = make();
    if (shown[index]) shown[index].element.replaceWith(element);
    else lanes.append(element);
    shown[index] = { key, element };
  });
  shown.splice(wanted.length).forEach(({ element }) => element.remove());
}

/**
 * @param {Row} row
 * @param {Lane} lane
 * @param {Options['describe']} describe
 * @returns {Wanted}
 */
function laneState(row, lane, describe) {
  const waiting = lane.sends || !lane.command ? describe(lane) : remembered(lane.command);
  const state = lane.request ? 'arrived' : waiting;
  const key = `${lane.command?.join()} ${state}`;
  return { key, make: () => laneView(row, lane, state) };
}

/** @type {(row: Row) => boolean} */
const setsVariables = (row) => row.lanes.some(({ command }) => command?.[0] === 'setCustomVariable');

/**
 * @param {Row} row
 * @param {Lane} lane
 * @param {string} state
 */
function laneView(row, lane, state) {
  const { command, request, took, sends } = lane;
  /** @type {(name: string) => boolean} */
  const isOwn = (name) => name !== 'cvar' || setsVariables(row);
  const place = row.lanes.indexOf(lane) + 1;
  const answer = request ? requestView(request, took, isOwn) : h('p', { class: sends ? 'hint waiting' : 'hint' }, state);
  return h('div', { class: request ? 'lane lane-sent' : 'lane' },
    h('div', { class: 'command', role: 'group', 'aria-label': `Call ${row.id}, command ${place}` }, command ? commandCode(command) : h('p', { class: 'hint' }, 'None seen.')),
    h('div', { class: 'answer', role: 'group', 'aria-label': `Call ${row.id}, request ${place}` }, answer));
}

/** @type {(why: string) => HTMLElement} */
const noCommand = (why) => h('div', { class: 'lane' },
  h('div', { class: 'command' }, h('p', { class: 'hint' }, 'No command.')),
  h('div', { class: 'answer' }, h('p', { class: 'hint' }, why)));

/** @type {(text: string) => HTMLElement} */
const warningLane = (text) => h('div', { class: 'lane' }, h('p', { class: 'warning wide' }, text));
