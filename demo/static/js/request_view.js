// The third column: one request, decoded, with what Matomo makes of it.

import { h } from './dom.js';

const GROUPS = [['page', 'Page'], ['visitor', 'Visitor'], ['technical', 'Technical']];

/** An element for a request {method, path, carrier, status, words, verdict}; `took` is in milliseconds, `isOwn(name)` whether the call itself set that parameter. */
export function requestView(request, took, isOwn) {
  const { words, verdict } = request;
  const telling = words.filter(({ group }) => group === 'what');
  const rest = words.filter(({ group }) => group !== 'what');
  return h('div', { class: 'request' },
    h('div', { class: 'request-line' },
      statusChip(request),
      h('code', {}, `${request.method} ${request.path}`),
      h('span', { class: 'faint' }, facts(request, took))),
    outcome(request),
    telling.length > 0 && h('dl', { class: 'words' }, telling.map((one) => word(one, isOwn(one.name)))),
    verdict.warnings.map((text) => h('p', { class: 'warning' }, text)),
    h('details', { class: 'more' },
      h('summary', {}, `${rest.length} more parameters`),
      GROUPS.map(([group, title]) => groupView(title, rest.filter((one) => one.group === group)))));
}

function statusChip({ status, verdict }) {
  const shown = status ?? verdict.status;
  const refused = shown >= 400;
  return h('span', { class: refused ? 'chip chip-bad' : 'chip chip-good' }, status === null ? 'sent' : `${shown}${refused ? ' refused' : ''}`);
}

const facts = ({ carrier }, took) => [
  carrier !== 'url' && (carrier === 'bulk' ? 'bulk' : 'in the body'),
  took !== undefined && `after ${Math.round(took)} ms`,
].filter(Boolean).join(' · ');

function outcome({ status, verdict }) {
  const verb = status === null ? 'Matomo should record' : 'Matomo records';
  return h('p', { class: 'outcome' }, `${verb} `, h('strong', {}, verdict.summary));
}

const word = ({ name, words, value }, own = true) => h('div', {},
  h('dt', {}, words, ' ', words === name ? null : h('code', { class: 'faint' }, name)),
  h('dd', own ? {} : { title: value }, own ? h('code', {}, value === '' ? '(empty)' : value) : h('span', { class: 'hint' }, 'still those of an earlier call')));

const groupView = (title, rows) => rows.length > 0 && [h('h4', {}, title), h('dl', { class: 'words' }, rows.map((one) => word(one)))];
