// The page that edits the settings document: what is saved here, the demo uses at its next load.

import { forgetDocument, readDocument, saveDocument, settingsIn, textOf } from './document.js';
import { byId, h } from './dom.js';
import { enableGoals } from './goals_input.js';
import { readSnippet } from './matomo_snippet.js';
import { forgetSettings } from './settings.js';
import { fieldsOf, showWrong, valuesOf } from './settings_form.js';

const form = byId('settings-form');
const fields = fieldsOf(form);

/** @typedef {'saved' | 'filled' | 'filed'} Told Where the page says what has become of something. */

/** @type {(place: Told, text: string, isTrouble?: boolean) => void} */
function say(place, text, isTrouble = false) {
  byId(place).className = isTrouble ? 'warning' : 'faint';
  byId(place).textContent = text;
}

/** @type {(place: Told, action: () => Promise<void> | void) => () => Promise<void>} */
const telling = (place, action) => async () => {
  try {
    await action();
  } catch (error) {
    say(place, /** @type {Error} */ (error).message, true);
  }
};

/**
 * Let the form say what a document says; gives the names that it has no field for, or not for such a value.
 * @param {Values} values
 */
function show(values) {
  form.reset();
  for (const list of form.querySelectorAll('.goals')) list.replaceChildren();
  const known = fields.filter((field) => field.show(values[field.name])).map(({ name }) => name);
  byId('all-settings').open = fields.some(({ name, input }) => name in values && input.closest('#all-settings'));
  return Object.keys(values).filter((name) => !known.includes(name));
}

async function save() {
  const values = valuesOf(fields);
  if (showWrong(fields)) return;
  await saveDocument(values);
  // What this tab has entered for itself would win.
  forgetSettings();
  say('saved', 'Saved. The demo uses it from its next load on.');
}

async function forget() {
  await forgetDocument();
  show({});
  say('saved', 'Nothing is saved any more: the demo uses its own settings.');
}

function exportFile() {
  const values = valuesOf(fields);
  if (showWrong(fields)) return;
  const address = URL.createObjectURL(new Blob([textOf(values)], { type: 'application/json' }));
  h('a', { href: address, download: 'settings.json' }).click();
  URL.revokeObjectURL(address);
  say('filed', 'Exported as settings.json.');
}

async function importFile() {
  const input = byId('import');
  const [file] = input.files ?? [];
  if (!file) return;
  const text = await file.text();
  input.value = '';
  const values = settingsIn(parsed(text, file.name));
  if (!values) throw new Error(`${file.name} has no settings in it.`);
  const unknown = show(values);
  const left = unknown.length > 0 ? ` Left out: ${unknown.join(', ')}.` : '';
  say('filed', `${file.name} is in the form; nothing is saved yet.${left}`);
}

/** @type {(text: string, name: string) => any} */
function parsed(text, name) {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${name} is no JSON: ${/** @type {Error} */ (error).message}`);
  }
}

function fillIn() {
  const { trouble, ...found } = readSnippet(byId('pasted').value);
  const given = /** @type {[string, string][]} */ (Object.entries(found).filter(([, value]) => value));
  given.forEach(([name, value]) => fields.find((field) => field.name === name)?.show(value));
  const filled = given.length > 0 ? `Filled in ${given.map(([name, value]) => `${name} ${value}`).join(', ')}.` : '';
  say('filled', [filled, trouble].filter(Boolean).join(' '), trouble !== '');
}

enableGoals(form);
form.addEventListener('submit', (event) => { event.preventDefault(); telling('saved', save)(); });
byId('forget').addEventListener('click', telling('saved', forget));
byId('export').addEventListener('click', telling('filed', exportFile));
byId('import').addEventListener('change', telling('filed', importFile));
byId('fill-in').addEventListener('click', telling('filled', fillIn));
telling('saved', async () => { show((await readDocument()) ?? {}); })().finally(() => { byId('document').inert = false; });
