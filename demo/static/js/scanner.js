// The text of a typed call, read piece by piece.

const ESCAPES = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', 0: '\0', '\n': '' };
const NUMBER = /[-+]?\s*(?:0[xX][\da-fA-F]+|(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|Infinity)/y;
const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$]*/uy;
const BLANK = /(?:\s|\/\/.*|\/\*[^]*?\*\/)*/y;

/** What is wrong with a typed call, and where: index into the text, line and column from 1. */
export class CallError extends Error {
  constructor(message, text, index) {
    super(message);
    const before = text.slice(0, index).split('\n');
    Object.assign(this, { name: 'CallError', index, line: before.length, column: before.at(-1).length + 1 });
  }
}

export class Scanner {
  constructor(text) {
    this.text = text;
    this.index = 0;
  }

  mark() {
    this.index += this.match(BLANK).length;
    return this.index;
  }

  match(pattern) {
    pattern.lastIndex = this.index;
    return pattern.exec(this.text)?.[0] ?? '';
  }

  fail(message, index = this.mark()) {
    throw new CallError(message, this.text, index);
  }

  atEnd() {
    return this.mark() >= this.text.length;
  }

  sees(piece) {
    return this.text.startsWith(piece, this.mark());
  }

  skip(piece) {
    const found = this.sees(piece);
    if (found) this.index += piece.length;
    return found;
  }

  expect(piece, where) {
    if (!this.skip(piece)) this.fail(`Expected ${piece} ${where}.`);
  }

  name() {
    this.mark();
    const name = this.match(NAME);
    this.index += name.length;
    return name;
  }

  seesNumber() {
    this.mark();
    return /^[-+.\d]/.test(this.text.slice(this.index));
  }

  number() {
    const start = this.mark();
    const text = this.match(NUMBER);
    this.index += text.length;
    if (!text || /^[\w$.]/.test(this.text.slice(this.index))) this.fail('This is not a number.', start);
    const digits = text.replace(/^[-+]\s*/, '');
    return text.startsWith('-') ? -Number(digits) : Number(digits);
  }

  seesQuote() {
    return this.sees("'") || this.sees('"') || this.sees('`');
  }

  string() {
    const start = this.mark();
    const quote = this.text[this.index++];
    let result = '';
    while (this.text[this.index] !== quote) {
      const character = this.text[this.index];
      if (character === undefined || (character === '\n' && quote !== '`')) this.fail(`This text has no closing ${quote}.`, start);
      if (quote === '`' && this.text.startsWith('${', this.index)) this.fail('Write the text itself; ${…} is not understood here.');
      result += character === '\\' ? this.escape() : character;
      this.index += 1;
    }
    this.index += 1;
    return result;
  }

  escape() {
    const start = this.index;
    this.index += 1;
    const letter = this.text[this.index] ?? '';
    const digits = /^(?:u\{([\da-fA-F]{1,6})\}|u([\da-fA-F]{4})|x([\da-fA-F]{2}))/.exec(this.text.slice(this.index, this.index + 9));
    if (!digits) return ESCAPES[letter] ?? letter;
    this.index += digits[0].length - 1;
    const code = Number.parseInt(digits[1] ?? digits[2] ?? digits[3], 16);
    return code > 0x10ffff ? this.fail('There is no such character.', start) : String.fromCodePoint(code);
  }
}
