// Values as JavaScript literals: tokens for colouring, wrapped when they grow long.

const WIDTH = 38;
const NAME = /^[A-Za-z_$][\w$]*$/;

/** @type {(text: string) => string} A string in single quotes. */
export function quoted(text) {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}

/** @type {(name: string) => string} */
const key = (name) => (NAME.test(name) || /^(0|[1-9]\d*)$/.test(name) ? name : quoted(name));
/** @type {(text: string) => Token} */
const plain = (text) => ({ kind: 'plain', text });

/** @type {(list: Token[]) => string} The text of tokens. */
export const textOf = (list) => list.map(({ text }) => text).join('');

/**
 * Tokens of any value, on several lines where one would be wider than `width`.
 * @param {unknown} value
 * @returns {Token[]}
 */
export function tokens(value, indent = '', width = WIDTH) {
  if (typeof value === 'string') return [{ kind: 'string', text: quoted(value) }];
  if (typeof value === 'number') return [{ kind: 'number', text: Object.is(value, -0) ? '-0' : String(value) }];
  if (typeof value === 'function') return [{ kind: 'word', text: 'function' }];
  if (typeof value !== 'object' || value === null) return [{ kind: 'word', text: String(value) }];
  const flat = onOneLine(value);
  return indent.length + textOf(flat).length <= width ? flat : onLines(value, indent, width);
}

/** @typedef {[Token[], unknown]} Entry What stands before an item, and the item. */

/**
 * @param {object} value
 * @returns {Entry[]}
 */
function entriesOf(value) {
  if (Array.isArray(value)) return value.map((item) => [[], item]);
  return Object.entries(value).map(([name, item]) => [[{ kind: 'key', text: key(name) }, plain(': ')], item]);
}

/** @param {object} value */
function onOneLine(value) {
  const items = joined(entriesOf(value), ', ', '', Infinity);
  if (Array.isArray(value)) return [plain('['), ...items, plain(']')];
  return items.length > 0 ? [plain('{ '), ...items, plain(' }')] : [plain('{}')];
}

/**
 * @param {object} value
 * @param {string} indent
 * @param {number} width
 */
function onLines(value, indent, width) {
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const deeper = `${indent}  `;
  const items = joined(entriesOf(value), `,\n${deeper}`, deeper, width);
  return [plain(`${open}\n${deeper}`), ...items, plain(`\n${indent}${close}`)];
}

/** @type {(entries: Entry[], separator: string, indent: string, width: number) => Token[]} */
const joined = (entries, separator, indent, width) => entries.flatMap(([label, item], position) => [
  ...(position ? [plain(separator)] : []), ...label, ...tokens(item, indent, width),
]);

/**
 * Tokens of a call such as analytics.track('Logged In'); a wide one has its objects on lines of their own.
 * @param {string} method
 * @param {any[]} args
 */
export function callTokens(method, args, width = WIDTH) {
  const name = [{ kind: 'object', text: 'analytics' }, plain('.'), { kind: 'method', text: method }, plain('(')];
  const whole = [...name, ...commas(args, (arg) => tokens(arg, '', Infinity)), plain(')')];
  if (textOf(whole).length <= width) return whole;
  return [...name, ...commas(args, (arg) => (isFilled(arg) ? onLines(arg, '', width) : tokens(arg, '', width))), plain(')')];
}

/** @type {(arg: any) => boolean} */
const isFilled = (arg) => arg !== null && typeof arg === 'object' && !Array.isArray(arg) && Object.keys(arg).length > 0;
/** @type {(args: any[], each: (arg: any) => Token[]) => Token[]} */
const commas = (args, each) => args.flatMap((arg, position) => [...(position ? [plain(', ')] : []), ...each(arg)]);
