// The settings form, which the server renders: what is entered shows in the snippet at once, and counts once applied.

import { byId } from './dom.js';
import { enableGoals } from './goals_input.js';
import { counting, forgetSettings, isEmbedded, keepSettings, serverName } from './settings.js';
import { fieldOf } from './settings_field.js';
import { named } from './tracker_choice.js';

/**
 * Fill the form; `onChange` is told of every change, and submitting starts the page afresh.
 * @param {Settings} settings
 * @param {(settings: Settings) => void} onChange
 */
export function showSettings(settings, onChange) {
  const form = byId('settings-form');
  const fields = fieldsOf(form);
  fields.forEach(({ name, show }) => show(settings.values[name]));
  enableGoals(form);
  byId('all-settings').open = fields.some(({ name, input }) => input.closest('#all-settings') && name in settings.values);
  form.elements.serverUrl.placeholder = `${location.origin} (embedded)`;
  form.elements.build.value = settings.build;
  byId('settings-summary').textContent = summary(settings);
  byId('reset-settings').addEventListener('click', () => { forgetSettings(); location.reload(); });
  form.addEventListener('input', () => onChange({ ...settings, ...entered(form, fields) }));
  form.addEventListener('submit', (event) => { event.preventDefault(); apply(form, fields); });
}

/** @type {(form: HTMLFormElement) => Field[]} */
export const fieldsOf = (form) => Array.from(form.querySelectorAll('[data-input]'), (place) => fieldOf(/** @type {HTMLElement} */ (place)));

/**
 * What fields say, in their order.
 * @param {Field[]} fields
 * @returns {Values}
 */
export const valuesOf = (fields) => Object.fromEntries(fields.map((field) => [field.name, field.read()]).filter(([, value]) => value !== undefined));

/**
 * Show the first field whose text is not what it should be; false where there is none.
 * @param {Field[]} fields
 */
export function showWrong(fields) {
  const wrong = fields.find(({ input }) => input.validationMessage);
  if (!wrong) return false;
  byId('all-settings').open = true;
  wrong.input.reportValidity();
  return true;
}

/**
 * What the form says, in its order; settings of the full build choose that build.
 * @param {SettingsForm} form
 * @param {Field[]} fields
 * @returns {Kept}
 */
function entered(form, fields) {
  const values = valuesOf(fields);
  if (fields.some(({ name, isFull }) => isFull && name in values)) form.elements.build.value = 'full';
  return { build: form.elements.build.value, values };
}

/**
 * @param {SettingsForm} form
 * @param {Field[]} fields
 */
function apply(form, fields) {
  const settings = entered(form, fields);
  if (showWrong(fields)) return;
  keepSettings(settings);
  location.reload();
}

/** @param {Settings} settings */
function summary(settings) {
  const values = counting(settings);
  const goals = Object.values(values.goals ?? {}).flat().length;
  const parts = [`site ${values.siteId || '?'}`, serverName(settings), `${goals} goal${goals === 1 ? '' : 's'}`];
  const others = Object.keys(values).filter((name) => !['siteId', 'serverUrl', 'goals'].includes(name));
  return [...parts, ...others, `${settings.build} build`].join(' · ');
}

/**
 * Say in the page where requests go.
 * @param {Settings} settings
 */
export function showPrivacy(settings) {
  const embedded = isEmbedded(settings);
  byId('privacy').textContent = embedded
    ? `Nothing leaves your machine: the tracker is ${named(settings.tracker)}, the collector is this server.`
    : `Requests go to ${serverName(settings)}; they are read as they leave this page.`;
  byId('arrived').textContent = embedded ? 'The request that arrived' : `The request sent to ${serverName(settings)}`;
}
