// The install snippet for the current settings, in the form that the README shows.

import { quoted, textOf, tokens } from './literal.js';

const STUB = '/build/declare/stub.js';

/** @type {() => Promise<string>} What a page has until our script is there, without the note above it. */
export async function readStub() {
  const text = await (await fetch(STUB)).text();
  return text.slice(text.indexOf('\n') + 1).trimEnd();
}

/** @type {(text: string) => string} */
const indented = (text) => text.replace(/^/gm, '  ');

/**
 * HTML to paste; what a setting says can never close the script element.
 * @param {string} stub
 * @param {Values} load
 */
export function snippet(stub, load, bundle = '/dist/analytics.min.js') {
  const literal = textOf(tokens(load, '  ', 50)).replaceAll('<', '\\x3c');
  return `<script>
${indented(stub)}
  analytics.load(${literal});
  analytics.page();
</script>
<script async src=${quoted(location.origin + bundle).replaceAll("'", '"')}></script>`;
}
