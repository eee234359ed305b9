// The install snippet for the current settings.

import { quoted, textOf, tokens } from './literal.js';

/**
 * HTML to paste; what a setting says can never close the script element.
 * @param {Values} load
 */
export function snippet(load, bundle = '/dist/analytics.min.js') {
  const literal = textOf(tokens(load, '  ', 50)).replaceAll('<', '\\x3c');
  return `<script src=${quoted(location.origin + bundle).replaceAll("'", '"')}></script>
<script>
  analytics.load(${literal});
  analytics.page();
</script>`;
}
