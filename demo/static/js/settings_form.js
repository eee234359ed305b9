// The settings form: fields, goal rows, and a reload once something was changed.

import { byId, h } from './dom.js';
import { forgetSettings, isEmbedded, keepSettings, LIMIT, serverName } from './settings.js';

/** Fill the form; submitting keeps the values for this tab and starts the page afresh with them. */
export function showSettings(settings) {
  const form = byId('settings-form');
  form.elements.siteId.value = settings.siteId;
  form.elements.serverUrl.value = settings.serverUrl;
  form.elements.serverUrl.placeholder = `${location.origin} (embedded)`;
  form.elements.limit.value = settings.limit;
  const goals = settings.goals.length > 0 ? settings.goals : [{ event: '', id: '' }];
  byId('goals').replaceChildren(...goals.map(goalRow));
  byId('settings-summary').textContent = summary(settings);
  byId('add-goal').addEventListener('click', addGoal);
  byId('reset-settings').addEventListener('click', () => { forgetSettings(); location.reload(); });
  form.addEventListener('submit', (event) => { event.preventDefault(); apply(form); });
}

function summary(settings) {
  const goals = settings.goals.filter(({ event }) => event).length;
  const parts = [`site ${settings.siteId || '?'}`, serverName(settings), `${goals} goal${goals === 1 ? '' : 's'}`];
  if (Number(settings.limit) !== LIMIT) parts.push(`${settings.limit} variables`);
  return parts.join(' · ');
}

function goalRow({ event, id }) {
  const row = h('div', { class: 'goal' },
    h('input', { type: 'text', value: event, 'aria-label': 'Event name', placeholder: 'Event name' }),
    h('span', { 'aria-hidden': 'true' }, '→'),
    h('input', { type: 'text', value: id, 'aria-label': 'Goal id', placeholder: 'id', inputmode: 'numeric' }),
    h('button', { type: 'button', class: 'quiet', 'aria-label': 'Remove this goal', onclick: () => row.remove() }, '×'));
  return row;
}

function addGoal() {
  const row = goalRow({ event: '', id: '' });
  byId('goals').append(row);
  row.querySelector('input').focus();
}

function apply(form) {
  const goals = [...byId('goals').children].map((row) => {
    const [event, id] = row.querySelectorAll('input');
    return { event: event.value.trim(), id: id.value.trim() };
  }).filter(({ event }) => event !== '');
  const { siteId, serverUrl, limit } = form.elements;
  keepSettings({ siteId: siteId.value.trim(), serverUrl: serverUrl.value.trim(), limit: limit.value.trim(), goals });
  location.reload();
}

/** Say in the page where requests go. */
export function showPrivacy(settings) {
  const embedded = isEmbedded(settings);
  byId('privacy').textContent = embedded
    ? 'Nothing leaves your machine: the tracker is a stand\u2011in, the collector is this server.'
    : `Requests go to ${serverName(settings)}; they are read as they leave this page.`;
  byId('arrived').textContent = embedded ? 'The request that arrived' : `The request sent to ${serverName(settings)}`;
}
