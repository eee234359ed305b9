// The goals: a row for each event name and goal id.

import { h } from './dom.js';
import { asNumber } from './settings.js';

/** An element for goals {event: id or ids}, and a function that reads them back. */
export function goalsInput(goals) {
  const pairs = Object.entries(goals ?? {}).flatMap(([event, ids]) => [ids].flat().map((id) => [event, id]));
  const list = h('div', {}, (pairs.length > 0 ? pairs : [['', '']]).map(goalRow));
  const add = () => {
    list.append(goalRow(['', '']));
    list.lastElementChild.querySelector('input').focus();
  };
  const element = h('div', {}, list, h('button', { type: 'button', class: 'quiet add', onclick: add }, 'Add a goal'));
  return { element, read: () => readGoals([...list.children]) };
}

function goalRow([event, id]) {
  const remove = () => {
    const { parentElement } = row;
    row.remove();
    parentElement.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const row = h('div', { class: 'goal' },
    h('input', { type: 'text', value: event, 'aria-label': 'Event name', placeholder: 'Event name' }),
    h('span', { 'aria-hidden': 'true' }, '→'),
    h('input', { type: 'text', value: String(id), 'aria-label': 'Goal id', placeholder: 'id', inputmode: 'numeric' }),
    h('button', { type: 'button', class: 'quiet', 'aria-label': 'Remove this goal', onclick: remove }, '×'));
  return row;
}

function readGoals(rows) {
  const goals = {};
  for (const row of rows) {
    const [event, id] = [...row.querySelectorAll('input')].map(({ value }) => value.trim());
    if (event) goals[event] = event in goals ? [goals[event], asNumber(id)].flat() : asNumber(id);
  }
  return Object.keys(goals).length > 0 ? goals : undefined;
}
