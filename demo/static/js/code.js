// Tokens as an element, one span a token that has a colour.

import { h } from './dom.js';
import { callTokens, tokens } from './literal.js';

const span = ({ kind, text }) => (kind === 'plain' ? text : h('span', { class: `tok-${kind}` }, text));

/** A <code> element for a call. */
export const callCode = (method, args) => h('code', {}, callTokens(method, args).map(span));

/** A <code> element for a command; its first item, the command's name, stands out. */
export function commandCode(command) {
  const [open, name, ...rest] = tokens(command, '', Infinity);
  return h('code', {}, span(open), span({ kind: 'method', text: name.text }), rest.map(span));
}
