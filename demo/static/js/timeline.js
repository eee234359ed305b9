// The rows, newest first, with the keyboard: arrows move, Enter opens all details.

import { byId } from './dom.js';
import { rowView } from './row_view.js';

const MOVES = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -Infinity, End: Infinity };

/** Show rows of the ledger; `options` as for rowView. Gives {show(row), reveal(), refresh(), clear()}. */
export function createTimeline(options) {
  const list = byId('timeline');
  const views = new Map();
  list.addEventListener('keydown', (event) => onKey(list, event));

  function show(row) {
    if (!views.has(row)) {
      const view = rowView(row, options);
      views.set(row, view);
      list.prepend(view.element);
      if (!list.contains(document.activeElement)) stopAt(list, view.element);
    }
    views.get(row).update();
    byId('empty').hidden = true;
  }

  return {
    show,
    reveal: () => reveal(list),
    refresh: () => views.forEach((view) => view.update()),
    clear() {
      views.clear();
      list.replaceChildren();
      byId('empty').hidden = false;
    },
  };
}

/** Scroll to the newest row where it is out of sight: a phone, or a timeline that was read further down. */
function reveal(list) {
  const { top } = list.getBoundingClientRect();
  if (top >= 0 && top < innerHeight * 0.8) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.closest('.log').scrollIntoView({ behavior: calm ? 'auto' : 'smooth' });
}

function onKey(list, event) {
  const row = event.target;
  if (!row.matches('.row') || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Enter') toggleDetails(row);
  else if (Object.hasOwn(MOVES, event.key)) move(list, row, MOVES[event.key]);
  else return;
  event.preventDefault();
}

function toggleDetails(row) {
  const details = [...row.querySelectorAll('details')];
  const open = details.some((one) => !one.open);
  details.forEach((one) => { one.open = open; });
}

function move(list, row, step) {
  const rows = [...list.children];
  const next = rows[Math.min(Math.max(rows.indexOf(row) + step, 0), rows.length - 1)];
  stopAt(list, next);
  next.focus();
}

/** Make one row the place where Tab enters the list. */
function stopAt(list, row) {
  for (const one of list.children) one.tabIndex = one === row ? 0 : -1;
}
