// The rows, newest first, with the keyboard: arrows move, Enter opens all details.

import { byId } from './dom.js';
import { rowView } from './row_view.js';

/** @type {Record<string, number>} */
const MOVES = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, Home: -Infinity, End: Infinity };

/**
 * Show rows of the ledger. Gives {show(row), reveal(), refresh(), clear()}.
 * @param {import('./row_view.js').Options} options
 */
export function createTimeline(options) {
  const list = byId('timeline');
  /** @type {Map<Row, ReturnType<typeof rowView>>} */
  const views = new Map();
  list.addEventListener('keydown', (event) => onKey(list, event));

  /** @param {Row} row */
  function show(row) {
    const view = views.get(row) ?? rowView(row, options);
    if (!views.has(row)) {
      views.set(row, view);
      list.prepend(view.element);
      if (!list.contains(document.activeElement)) stopAt(list, view.element);
    }
    view.update();
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

/**
 * Scroll to the newest row where it is out of sight: a phone, or a timeline that was read further down.
 * @param {HTMLElement} list
 */
function reveal(list) {
  const { top } = list.getBoundingClientRect();
  if (top >= 0 && top < innerHeight * 0.8) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  list.closest('.log')?.scrollIntoView({ behavior: calm ? 'auto' : 'smooth' });
}

/**
 * @param {HTMLElement} list
 * @param {KeyboardEvent} event
 */
function onKey(list, event) {
  const row = /** @type {HTMLElement} */ (event.target);
  if (!row.matches('.row') || event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'Enter') toggleDetails(row);
  else if (Object.hasOwn(MOVES, event.key)) move(list, row, MOVES[event.key]);
  else return;
  event.preventDefault();
}

/** @param {HTMLElement} row */
function toggleDetails(row) {
  const details = [...row.querySelectorAll('details')];
  const open = details.some((one) => !one.open);
  details.forEach((one) => { one.open = open; });
}

/**
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 * @param {number} step
 */
function move(list, row, step) {
  const rows = rowsOf(list);
  const next = rows[Math.min(Math.max(rows.indexOf(row) + step, 0), rows.length - 1)];
  stopAt(list, next);
  next.focus();
}

/** @type {(list: HTMLElement) => HTMLElement[]} */
const rowsOf = (list) => [.../** @type {HTMLCollectionOf<HTMLElement>} */ (list.children)];

/**
 * Make one row the place where Tab enters the list.
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 */
function stopAt(list, row) {
  for (const one of rowsOf(list)) one.tabIndex = one === row ? 0 : -1;
}
