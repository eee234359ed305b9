// The settings form, which the server renders: what is entered shows in the snippet at once, and counts once applied.

import { byId } from './dom.js';
import { enableGoals } from './goals_input.js';
import { forgetSettings, isEmbedded, keepSettings, serverName } from './settings.js';
import { fieldOf } from './settings_field.js';

/**
 * Fill the form; `onChange` is told of every change, and submitting starts the page afresh.
 * @param {Settings} settings
 * @param {(settings: Settings) => void} onChange
 */
export function showSettings(settings, onChange) {
  const form = byId('settings-form');
  const fields = Array.from(form.querySelectorAll('[data-input]'), (place) => fieldOf(/** @type {HTMLElement} */ (place)));
  fields.forEach(({ name, show }) => show(settings.values[name]));
  enableGoals(form);
  byId('all-settings').open = fields.some(({ name, input }) => input.closest('#all-settings') && name in settings.values);
  form.elements.serverUrl.placeholder = `${location.origin} (embedded)`;
  form.elements.build.value = settings.build;
  byId('settings-summary').textContent = summary(settings);
  byId('reset-settings').addEventListener('click', () => { forgetSettings(); location.reload(); });
  form.addEventListener('input', () => onChange(entered(form, fields)));
  form.addEventListener('submit', (event) => { event.preventDefault(); apply(form, fields); });
}

/**
 * What the form says, in its order; settings of the full build choose that build.
 * @param {SettingsForm} form
 * @param {Field[]} fields
 * @returns {Settings}
 */
function entered(form, fields) {
  const given = fields.map((field) => ({ ...field, value: field.read() })).filter(({ value }) => value !== undefined);
  if (given.some(({ isFull }) => isFull)) form.elements.build.value = 'full';
  return { build: form.elements.build.value, values: Object.fromEntries(given.map(({ name, value }) => [name, value])) };
}

/**
 * @param {SettingsForm} form
 * @param {Field[]} fields
 */
function apply(form, fields) {
  const settings = entered(form, fields);
  const wrong = fields.find(({ input }) => input.validationMessage);
  if (wrong) {
    byId('all-settings').open = true;
    wrong.input.reportValidity();
    return;
  }
  keepSettings(settings);
  location.reload();
}

/** @param {Settings} settings */
function summary(settings) {
  const goals = Object.values(settings.values.goals ?? {}).flat().length;
  const parts = [`site ${settings.values.siteId || '?'}`, serverName(settings), `${goals} goal${goals === 1 ? '' : 's'}`];
  const others = Object.keys(settings.values).filter((name) => !['siteId', 'serverUrl', 'goals'].includes(name));
  return [...parts, ...others, `${settings.build} build`].join(' · ');
}

/**
 * Say in the page where requests go.
 * @param {Settings} settings
 */
export function showPrivacy(settings) {
  const embedded = isEmbedded(settings);
  byId('privacy').textContent = embedded
    ? 'Nothing leaves your machine: the tracker is a stand\u2011in, the collector is this server.'
    : `Requests go to ${serverName(settings)}; they are read as they leave this page.`;
  byId('arrived').textContent = embedded ? 'The request that arrived' : `The request sent to ${serverName(settings)}`;
}
