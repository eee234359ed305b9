// What is wrong with a typed call: acorn says where, and its tokens up to there say what was expected.

export const BEGINNING = 'A call begins with analytics, as in analytics.page().';
export const VALUE = 'Expected a value: text in quotes, a number, {…} or […].';

/** A mistake and its place: index into the text, line and column from 1. */
export class CallError extends Error {
  /**
   * @param {string} message
   * @param {string} text
   * @param {number} index
   */
  constructor(message, text, index) {
    super(message);
    const before = text.slice(0, index);
    this.name = 'CallError';
    this.index = index;
    this.line = before.split('\n').length;
    this.column = index - before.lastIndexOf('\n');
  }
}

/** @typedef {import('../../../node_modules/acorn/dist/acorn.mjs').Token & { value?: unknown }} Read A token of acorn's. */

/**
 * A CallError for an error of acorn's; `tokens` are those that it had read.
 * @param {SyntaxError} error
 * @param {string} text
 * @param {Read[]} tokens
 */
export function explained(error, text, tokens) {
  const { message, pos } = /** @type {SyntaxError & { pos: number }} */ (error);
  const said = message.replace(/ \(\d+:\d+\)$/, '');
  if (said === 'Unexpected token') return new CallError(expectedAfter(tokens), text, pos);
  const [sentence, index] = PIECES[said]?.(text, pos) ?? [`${said}.`, pos];
  return new CallError(sentence, text, index);
}

/** @typedef {(text: string, at: number) => [string, number]} Piece */

/** @type {Piece} */
const noNumber = (text, at) => ['This is not a number.', text.slice(0, at).search(/[\w.]*$/)];
/** @type {Piece} */
const noCharacter = (text, at) => ['There is no such character.', text.lastIndexOf('\\', at)];

/** @type {Record<string, Piece>} What acorn says of a piece -> what is said here, and where the piece begins. */
const PIECES = {
  'Unterminated string constant': (text, at) => [`This text has no closing ${text[at]}.`, at],
  'Unterminated template': (text, at) => ['This text has no closing `.', text.lastIndexOf('`', at)],
  'Invalid number': noNumber,
  'Identifier directly after number': noNumber,
  'Code point out of bounds': noCharacter,
  'Bad character escape sequence': noCharacter,
  'Bad escape sequence in untagged template literal': noCharacter,
};

/** @type {Record<string, string>} */
const CLOSING = { '(': ')', '[': ']', '{': '}', '${': '}' };
/** @type {(token?: Read) => string} */
const labelOf = (token) => token?.type.label ?? ';';

/** @param {Read[]} tokens */
function expectedAfter(tokens) {
  const open = openAfter(tokens);
  const last = labelOf(tokens.at(-1));
  const said = tokens.at(-1)?.value;
  if (!open) return outside(last, said);
  if (open === '{') return inObject(last, labelOf(tokens.at(-2)), said);
  return last === open || last === ',' ? VALUE : `Expected a comma or ${CLOSING[open]} here.`;
}

/** @type {(tokens: Read[]) => string | undefined} The innermost bracket that is still open. */
function openAfter(tokens) {
  /** @type {string[]} */
  const open = [];
  for (const label of tokens.map(labelOf)) {
    if (Object.hasOwn(CLOSING, label)) open.push(label);
    else if (Object.values(CLOSING).includes(label)) open.pop();
  }
  return open.at(-1);
}

/** @type {(last: string, value: unknown) => string} */
function outside(last, value) {
  if (last === ';') return BEGINNING;
  if (last === '.') return 'Expected the name of a call here.';
  if (last !== 'name') return 'Expected ; or a new line here.';
  return value === 'analytics' ? 'Expected . after analytics.' : `Expected ( after ${value}.`;
}

/** @type {(last: string, before: string, value: unknown) => string} */
function inObject(last, before, value) {
  if (last === '{' || last === ',') return 'Expected a property name.';
  if (last === ':') return VALUE;
  if (before === '{' || before === ',') return `Expected : after the property ${value}.`;
  return 'Expected a comma or } here.';
}
