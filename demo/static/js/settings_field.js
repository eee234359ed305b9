// One setting of the form: a fitting input, its help, and what it says.

import { h } from './dom.js';
import { goalsInput } from './goals_input.js';
import { asNumber } from './settings.js';

const SAMPLES = {
  dimensions: '{"properties.plan": 1}',
  customVariablesAsDimensions: '{"1": 2}',
  events: '{"deny": ["Scrolled"]}',
};

/** An element for a row of the schema, and a function that gives its value: undefined is the default. */
export function settingField(row, value) {
  const { element, read, isBesideLabel } = INPUTS[row.kind](row, value);
  const help = h('p', { class: 'faint', id: `about-${row.name}` }, row.about);
  const isGroup = row.kind === 'goals';
  if (!isGroup) {
    element.name = row.name;
    element.id = `setting-${row.name}`;
    element.setAttribute('aria-describedby', help.id);
  }
  const name = isGroup ? h('legend', {}, row.name) : h('label', { for: `setting-${row.name}` }, row.name);
  const head = isBesideLabel ? h('div', { class: 'flag' }, element, name) : [name, help, element];
  return {
    row,
    element: h(isGroup ? 'fieldset' : 'div', { class: 'setting', 'data-build': row.isFull ? 'full' : 'lean' }, head, isBesideLabel && help),
    input: element,
    read,
  };
}

const INPUTS = { flag, choice, number, lines, json, text, goals: (row, value) => goalsInput(value) };

function flag({ fallback }, value) {
  const element = h('input', { type: 'checkbox', checked: value ?? fallback });
  return { element, isBesideLabel: true, read: () => (element.checked === fallback ? undefined : element.checked) };
}

function choice({ choices, fallback }, value) {
  const none = fallback ? `${fallback} (default)` : 'not set';
  const others = choices.filter((one) => one !== fallback);
  const element = h('select', {}, h('option', { value: '' }, none), others.map((one) => h('option', { value: one, selected: one === value }, one)));
  return { element, read: () => element.value || undefined };
}

function text({ fallback = '' }, value) {
  const element = h('input', { type: 'text', value: value ?? '', placeholder: fallback, autocomplete: 'off', spellcheck: 'false' });
  return { element, read: () => element.value.trim() || undefined };
}

function number({ fallback }, value) {
  const element = h('input', { type: 'text', inputmode: 'numeric', value: String(value ?? ''), placeholder: String(fallback), autocomplete: 'off' });
  // What is no number is left to the bundle, which says what it expected.
  const said = () => asNumber(element.value.trim());
  return { element, read: () => (['', fallback].includes(said()) ? undefined : said()) };
}

function lines(row, value) {
  const element = h('textarea', { rows: 2, placeholder: 'one a line', spellcheck: 'false' }, (value ?? []).join('\n'));
  const items = () => element.value.split('\n').map((line) => line.trim()).filter(Boolean);
  return { element, read: () => (items().length > 0 ? items() : undefined) };
}

function json({ name }, value) {
  const element = h('textarea', { rows: 2, placeholder: SAMPLES[name] ?? '{}', spellcheck: 'false' }, value ? JSON.stringify(value, null, 1) : '');
  return { element, read: () => readJson(element) };
}

/** The value of JSON; where it is none, the field says so and counts as empty. */
function readJson(element) {
  let value;
  let trouble = '';
  try {
    value = element.value.trim() ? JSON.parse(element.value) : undefined;
  } catch (error) {
    trouble = `This is not JSON: ${error.message}`;
  }
  element.setCustomValidity(trouble);
  element.setAttribute('aria-invalid', String(trouble !== ''));
  return value;
}
