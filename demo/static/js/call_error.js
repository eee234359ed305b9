// What is wrong with a typed call: acorn says where, and its tokens up to there say what was expected.

export const BEGINNING = 'A call begins with analytics, as in analytics.page().';
export const VALUE = 'Expected a value: text in quotes, a number, {…} or […].';

/** A mistake and its place: index into the text, line and column from 1. */
export class CallError extends Error {
  constructor(message, text, index) {
    super(message);
    const before = text.slice(0, index).split('\n');
    this.name = 'CallError';
    this.index = index;
    this.line = before.length;
    this.column = before.at(-1).length + 1;
  }
}

/** A CallError for an error of acorn's; `tokens` are those that it had read. */
export function explained({ message, pos }, text, tokens) {
  const said = message.replace(/ \(\d+:\d+\)$/, '');
  const [sentence, index] = said === 'Unexpected token' ? [expectedAfter(tokens), pos] : PIECES[said]?.(text, pos) ?? [`${said}.`, pos];
  return new CallError(sentence, text, index);
}

const noNumber = (text, at) => ['This is not a number.', text.slice(0, at).search(/[\w.]*$/)];
const noCharacter = (text, at) => ['There is no such character.', text.lastIndexOf('\\', at)];

// What acorn says of a piece that cannot be read -> what is said here, and where the piece begins.
const PIECES = {
  'Unterminated string constant': (text, at) => [`This text has no closing ${text[at]}.`, at],
  'Unterminated template': (text, at) => ['This text has no closing `.', text.lastIndexOf('`', at)],
  'Invalid number': noNumber,
  'Identifier directly after number': noNumber,
  'Code point out of bounds': noCharacter,
  'Bad character escape sequence': noCharacter,
  'Bad escape sequence in untagged template literal': noCharacter,
};

const CLOSING = { '(': ')', '[': ']', '{': '}', '${': '}' };
const labelOf = (token) => token?.type.label ?? ';';

function expectedAfter(tokens) {
  const open = openAfter(tokens);
  const last = labelOf(tokens.at(-1));
  if (!open) return outside(last, tokens.at(-1)?.value);
  if (open === '{') return inObject(last, labelOf(tokens.at(-2)), tokens.at(-1).value);
  return last === open || last === ',' ? VALUE : `Expected a comma or ${CLOSING[open]} here.`;
}

/** The innermost bracket that is still open. */
function openAfter(tokens) {
  const open = [];
  for (const label of tokens.map(labelOf)) {
    if (Object.hasOwn(CLOSING, label)) open.push(label);
    else if (Object.values(CLOSING).includes(label)) open.pop();
  }
  return open.at(-1);
}

function outside(last, value) {
  if (last === ';') return BEGINNING;
  if (last === '.') return 'Expected the name of a call here.';
  if (last !== 'name') return 'Expected ; or a new line here.';
  return value === 'analytics' ? 'Expected . after analytics.' : `Expected ( after ${value}.`;
}

function inObject(last, before, value) {
  if (last === '{' || last === ',') return 'Expected a property name.';
  if (last === ':') return VALUE;
  if (before === '{' || before === ',') return `Expected : after the property ${value}.`;
  return 'Expected a comma or } here.';
}
