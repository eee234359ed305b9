// One row of the timeline: the call, and a lane for each command with the request it sent.

import { callCode, commandCode } from './code.js';
import { remembered, silent } from './commands.js';
import { copyFrom, h } from './dom.js';
import { requestView } from './request_view.js';
import { vector } from './vector.js';

const time = () => new Date().toLocaleTimeString([], { hour12: false });

/** An element for a row and a function that brings it up to date; lanes that did not change stay as they are. */
export function rowView(row, { settings, describe }) {
  const lanes = h('div', { class: 'lanes' });
  const kind = row.call?.method ?? 'other';
  const element = h('li', { class: 'row', 'data-kind': kind, tabindex: '-1' },
    h('section', { class: 'call', 'aria-label': 'Call' }, heading(row, kind, settings), callBody(row)),
    lanes);
  const shown = [];
  return { element, update: () => update(row, lanes, shown, describe) };
}

function heading(row, kind, settings) {
  return h('header', {},
    h('span', { class: 'kind' }, kind),
    h('time', { class: 'faint' }, time()),
    // A vector has no calls of consent.
    row.call && !kind.includes('.') && h('button', { type: 'button', class: 'quiet copy', onclick: ({ target }) => copyFrom(target, vector(row, settings)) }, 'Copy as test'));
}

const callBody = ({ call }) => (call ? h('pre', {}, callCode(call.method, call.args))
  : h('p', { class: 'hint' }, 'Not from a call on this page: a link, another tab, or a command pushed by hand.'));

function update(row, lanes, shown, describe) {
  const wanted = row.lanes.map((lane) => laneState(row, lane, describe));
  if (row.lanes.length === 0 && row.call) wanted.push({ key: 'none', make: () => noCommand(row.call) });
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

function laneState(row, lane, describe) {
  const state = lane.request ? 'arrived' : lane.sends ? describe(lane) : remembered(lane.command);
  const key = `${lane.command?.join()} ${state}`;
  return { key, make: () => laneView(row, lane, state) };
}

const setsVariables = (row) => row.lanes.some(({ command }) => command?.[0] === 'setCustomVariable');

function laneView(row, { command, request, took, sends }, state) {
  const isOwn = (name) => name !== 'cvar' || setsVariables(row);
  const answer = request ? requestView(request, took, isOwn) : h('p', { class: sends ? 'hint waiting' : 'hint' }, state);
  return h('div', { class: request ? 'lane lane-sent' : 'lane' },
    h('section', { class: 'command', 'aria-label': 'Command' }, command ? commandCode(command) : h('p', { class: 'hint' }, 'None seen.')),
    h('section', { class: 'answer', 'aria-label': 'Request' }, answer));
}

const noCommand = (call) => h('div', { class: 'lane' },
  h('section', { class: 'command' }, h('p', { class: 'hint' }, 'No command.')),
  h('section', { class: 'answer' }, h('p', { class: 'hint' }, silent(call))));

const warningLane = (text) => h('div', { class: 'lane' }, h('p', { class: 'warning wide' }, text));
