// Tokens as an element, one span a token that has a colour.

import { h } from './dom.js';
import { callTokens, tokens } from './literal.js';

/** @type {(token: Token) => string | HTMLElement} */
const span = ({ kind, text }) => (kind === 'plain' ? text : h('span', { class: `tok-${kind}` }, text));

/** @type {(method: string, args: any[]) => HTMLElement} A <code> element for a call. */
export const callCode = (method, args) => h('code', {}, callTokens(method, args).map(span));

/** @type {(command: Command) => HTMLElement} A <code> element whose first item, the name, stands out. */
export function commandCode(command) {
  const [open, name, ...rest] = tokens(command, '', Infinity);
  return h('code', {}, span(open), span({ kind: 'method', text: name.text }), rest.map(span));
}
