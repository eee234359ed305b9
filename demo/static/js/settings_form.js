// The settings form, made from the schema: what is entered shows in the snippet at once, and counts once applied.

import { byId, h } from './dom.js';
import { asNumber, forgetSettings, isEmbedded, keepSettings, serverName } from './settings.js';
import { settingField } from './settings_field.js';
import { byGroup, rowsOf } from './settings_schema.js';

/** Fill the form; `onChange(settings)` is told of every change, and submitting starts the page afresh. */
export function showSettings(schema, settings, onChange) {
  const form = byId('settings-form');
  const fields = new Map();
  const [[, first], ...groups] = byGroup(rowsOf(schema));
  const place = (row) => {
    const field = settingField(row, settings.values[row.name]);
    fields.set(row.name, field);
    return field.element;
  };
  byId('essentials').append(...first.map(place));
  byId('all-settings').append(...groups.map(([group, rows]) => h('fieldset', { class: 'group' }, h('legend', {}, group), rows.map(place))));
  byId('all-settings').open = groups.flatMap(([, rows]) => rows).some(({ name }) => name in settings.values);
  form.elements.serverUrl.placeholder = `${location.origin} (embedded)`;
  form.elements.build.value = settings.build;
  byId('settings-summary').textContent = summary(settings);
  byId('reset-settings').addEventListener('click', () => { forgetSettings(); location.reload(); });
  form.addEventListener('input', () => onChange(entered(form, fields)));
  form.addEventListener('submit', (event) => { event.preventDefault(); apply(form, fields); });
}

/** What the form says, in the order of the schema; settings of the full build choose that build. */
function entered(form, fields) {
  const values = {};
  let needsFull = false;
  for (const [name, { row, read }] of fields) {
    const value = read();
    if (value === undefined) continue;
    values[name] = name === 'siteId' ? asNumber(value) : value;
    needsFull ||= row.isFull;
  }
  if (needsFull) form.elements.build.value = 'full';
  return { build: form.elements.build.value, values };
}

function apply(form, fields) {
  const settings = entered(form, fields);
  const wrong = [...fields.values()].find(({ input }) => input.validationMessage);
  if (wrong) {
    byId('all-settings').open = true;
    wrong.input.reportValidity();
    return;
  }
  keepSettings(settings);
  location.reload();
}

function summary(settings) {
  const goals = Object.values(settings.values.goals ?? {}).flat().length;
  const parts = [`site ${settings.values.siteId || '?'}`, serverName(settings), `${goals} goal${goals === 1 ? '' : 's'}`];
  const others = Object.keys(settings.values).filter((name) => !['siteId', 'serverUrl', 'goals'].includes(name));
  return [...parts, ...others, `${settings.build} build`].join(' · ');
}

/** Say in the page where requests go. */
export function showPrivacy(settings) {
  const embedded = isEmbedded(settings);
  byId('privacy').textContent = embedded
    ? 'Nothing leaves your machine: the tracker is a stand\u2011in, the collector is this server.'
    : `Requests go to ${serverName(settings)}; they are read as they leave this page.`;
  byId('arrived').textContent = embedded ? 'The request that arrived' : `The request sent to ${serverName(settings)}`;
}
