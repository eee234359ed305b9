// The goals: a row for each event name and goal id, made from the form's template.

import { asNumber } from './settings.js';

/**
 * Let the rows in `list` say the goals, also those in the form of Segment's dashboard; tells whether they can.
 * @param {Element} list
 * @param {any} goals
 */
export function showGoals(list, goals) {
  list.replaceChildren();
  if (typeof goals !== 'object') return false;
  const said = Array.isArray(goals) ? goals.map((goal) => [goal?.key, goal?.value]) : Object.entries(goals);
  const pairs = said.flatMap(([event, ids]) => [ids].flat().map((id) => [event, id]));
  const usable = pairs.filter((pair) => pair.every((one) => ['string', 'number'].includes(typeof one)));
  list.append(...usable.map((pair) => goalRow(list, pair.map(String))));
  return usable.length === pairs.length;
}

/**
 * What the rows say; undefined where no goal has a name.
 * @param {Element} list
 */
export function readGoals(list) {
  /** @type {Goals} */
  const goals = {};
  for (const row of list.children) {
    const [event, id] = [...row.querySelectorAll('input')].map(({ value }) => value.trim());
    if (event) goals[event] = event in goals ? [goals[event], asNumber(id)].flat() : asNumber(id);
  }
  return Object.keys(goals).length > 0 ? goals : undefined;
}

/**
 * Let the buttons of the form add and remove rows.
 * @param {Element} form
 */
export function enableGoals(form) {
  for (const list of form.querySelectorAll('.goals')) {
    list.parentElement?.querySelector('.add')?.addEventListener('click', () => {
      const row = goalRow(list, ['', '']);
      list.append(row);
      row.querySelector('input')?.focus();
    });
    list.addEventListener('click', ({ target }) => {
      if (!(target instanceof HTMLButtonElement)) return;
      target.closest('.goal')?.remove();
      list.dispatchEvent(new Event('input', { bubbles: true }));
    });
  }
}

/**
 * @param {Element} list
 * @param {string[]} texts
 */
function goalRow(list, texts) {
  const template = list.parentElement?.querySelector('template')?.content.firstElementChild;
  const row = /** @type {Element} */ (template?.cloneNode(true));
  row.querySelectorAll('input').forEach((input, index) => { input.value = texts[index]; });
  return row;
}
