// The goals: a row for each event name and goal id, made from the form's template.

import { asNumber } from './settings.js';

/**
 * Let the rows in `list` say the goals.
 * @param {Element} list
 * @param {Goals} goals
 */
export function showGoals(list, goals) {
  const pairs = Object.entries(goals).flatMap(([event, ids]) => [ids].flat().map((id) => [event, String(id)]));
  list.replaceChildren(...pairs.map((pair) => goalRow(list, pair)));
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
