// One setting of the rendered form: how each kind of input shows a value, and what it says.

import { readGoals, showGoals } from './goals_input.js';
import { asNumber } from './settings.js';

/**
 * The field of a place in the form: {name, isFull, input, show, read}; undefined and null stand for the default.
 * `show` tells whether the field can say the value.
 * @param {HTMLElement} place
 * @returns {Field}
 */
export function fieldOf(place) {
  const { name = '', build, input: kind = '' } = place.dataset;
  const input = place.querySelector('[name], .goals');
  const { show, read } = KINDS[kind];
  return {
    name,
    isFull: build === 'full',
    input,
    show: (value) => value === undefined || value === null || show(input, value),
    read: () => read(input),
  };
}

/** @type {(input: any) => string} */
const typed = (input) => input.value.trim();
/** @type {(input: any, value: any) => boolean} */
function showText(input, value) {
  if (typeof value !== 'object') input.value = value;
  return input.value === String(value);
}
/** @type {(value: any, empty: any) => any} */
const or = (value, empty) => (value === empty ? undefined : value);

/** @type {Record<string, { show: (input: any, value: any) => boolean, read: (input: any) => any }>} */
const KINDS = {
  flag: {
    show: showFlag,
    read: (input) => or(input.checked, input.defaultChecked),
  },
  choice: { show: showText, read: (input) => or(input.value, '') },
  text: { show: showText, read: (input) => or(typed(input), '') },
  id: { show: showText, read: (input) => or(asNumber(typed(input)), '') },
  // What is no number is left to the bundle, which says what it expected.
  number: { show: showText, read: (input) => (['', input.placeholder].includes(typed(input)) ? undefined : asNumber(typed(input))) },
  lines: { show: (input, value) => showText(input, [value].flat().join('\n')), read: readLines },
  json: { show: (input, value) => showText(input, JSON.stringify(value, null, 1)), read: readJson },
  goals: { show: showGoals, read: readGoals },
};

/**
 * Show true or false, which the bundle takes as a text as well.
 * @param {HTMLInputElement} input
 * @param {any} value
 */
function showFlag(input, value) {
  const said = String(value).toLowerCase();
  if (said === 'true' || said === 'false') input.checked = said === 'true';
  return String(input.checked) === said;
}

/** @param {HTMLTextAreaElement} input */
function readLines(input) {
  const lines = input.value.split('\n').map((line) => line.trim()).filter(Boolean);
  return lines.length > 0 ? lines : undefined;
}

/**
 * The value of JSON; where it is none, the field says so and counts as empty.
 * @param {HTMLTextAreaElement} input
 */
function readJson(input) {
  let value;
  let trouble = '';
  try {
    value = typed(input) ? JSON.parse(input.value) : undefined;
  } catch (error) {
    trouble = `This is not JSON: ${/** @type {Error} */ (error).message}`;
  }
  input.setCustomValidity(trouble);
  input.setAttribute('aria-invalid', String(trouble !== ''));
  return value;
}
