// The third column: one request, decoded, with what Matomo makes of it.

import { h } from './dom.js';

const GROUPS = [['page', 'Page'], ['visitor', 'Visitor'], ['technical', 'Technical']];

/**
 * An element for a request; `took` is in milliseconds, `isOwn(name)` whether the call itself set that parameter.
 * @param {Hit} request
 * @param {number | undefined} took
 * @param {(name: string) => boolean} isOwn
 */
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
    verdict.warnings.map((text) => h('p', { class: isLost(request) ? 'warning lost' : 'warning' }, text)),
    telling.length > 0 && h('dl', { class: 'words' }, telling.map((one) => word(one, isOwn(one.name)))),
    h('details', { class: 'more' },
      h('summary', {}, `${rest.length} more parameters`),
      GROUPS.map(([group, title]) => groupView(title, rest.filter((one) => one.group === group)))));
}

/** @type {(request: Hit) => boolean} */
const isLost = ({ verdict }) => verdict.status >= 400;

/** @param {Hit} request */
function statusChip(request) {
  const text = request.status === null ? 'sent' : `${request.status}${isLost(request) ? ' refused' : ''}`;
  return h('span', { class: isLost(request) ? 'chip chip-bad' : 'chip chip-good' }, text);
}

/** @type {(request: Hit, took?: number) => string} */
const facts = ({ carrier }, took) => [
  carrier !== 'url' && (carrier === 'bulk' ? 'bulk' : 'in the body'),
  took !== undefined && `after ${Math.round(took)} ms`,
].filter(Boolean).join(' · ');

/** @type {(request: Hit) => string} What goes before a verdict: what another server does can only be foretold. */
export const verb = ({ status }) => (status === null ? 'Matomo should record' : 'Matomo records');

/** @type {(request: Hit) => HTMLElement} */
const outcome = (request) => h('p', { class: 'outcome' }, `${verb(request)} `, h('strong', {}, request.verdict.summary));

/** @type {(word: Word, own?: boolean) => HTMLElement} */
const word = ({ name, words, value }, own = true) => h('div', {},
  h('dt', {}, words, ' ', words === name ? null : h('code', { class: 'faint' }, name)),
  h('dd', own ? {} : { title: value }, own ? h('code', {}, value === '' ? '(empty)' : value) : h('span', { class: 'hint' }, 'still those of an earlier call')));

/** @type {(title: string, rows: Word[]) => HTMLElement[]} */
const groupView = (title, rows) => (rows.length === 0 ? [] : [h('h4', {}, title), h('dl', { class: 'words' }, rows.map((one) => word(one)))]);
