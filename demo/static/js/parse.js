// Typed calls read without eval: analytics.method(literal, ...), one or several.

import { Scanner } from './scanner.js';

export { CallError } from './scanner.js';

export const METHODS = ['page', 'identify', 'track', 'reset', 'group', 'alias'];

const WORDS = { true: true, false: false, null: null, undefined, NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY };

/** Read calls of `methods` from text as [{method, args}]; throws a CallError that says where and what was expected. */
export function parseCalls(text, methods = METHODS) {
  const scanner = new Scanner(text);
  const calls = [];
  while (!scanner.atEnd()) {
    if (!scanner.skip(';')) calls.push(call(scanner, methods));
  }
  if (calls.length === 0) scanner.fail("Write a call, such as analytics.track('Logged In').");
  return calls;
}

function call(scanner, methods) {
  const start = scanner.mark();
  if (scanner.name() !== 'analytics') scanner.fail('A call begins with analytics, as in analytics.page().', start);
  scanner.expect('.', 'after analytics');
  const at = scanner.mark();
  let method = scanner.name();
  while (method === 'consent' && scanner.skip('.')) method = `consent.${scanner.name()}`;
  if (!methods.includes(method)) scanner.fail(`Here the calls are ${methods.join(', ')}.`, at);
  scanner.expect('(', `after ${method}`);
  return { method, args: list(scanner, ')', () => value(scanner)) };
}

function list(scanner, close, item) {
  const items = [];
  while (!scanner.skip(close)) {
    items.push(item());
    if (!scanner.skip(',') && !scanner.sees(close)) scanner.fail(`Expected a comma or ${close} here.`);
  }
  return items;
}

function value(scanner) {
  if (scanner.skip('[')) return list(scanner, ']', () => value(scanner));
  if (scanner.skip('{')) return object(scanner);
  if (scanner.seesQuote()) return scanner.string();
  if (scanner.seesNumber()) return scanner.number();
  const start = scanner.mark();
  const word = scanner.name();
  if (Object.hasOwn(WORDS, word)) return WORDS[word];
  const isCallback = word === 'function' || scanner.sees('=>') || (!word && scanner.sees('('));
  if (isCallback) return scanner.fail('Callbacks cannot be typed here; leave the function out.', start);
  return scanner.fail(word ? `${word} is a variable; write its value.` : 'Expected a value: text in quotes, a number, {…} or […].', start);
}

function object(scanner) {
  const result = {};
  list(scanner, '}', () => {
    const name = propertyName(scanner);
    scanner.expect(':', `after the property ${name}`);
    // An own property even for __proto__, as JSON.parse makes it.
    Object.defineProperty(result, name, { value: value(scanner), enumerable: true, configurable: true, writable: true });
  });
  return result;
}

function propertyName(scanner) {
  if (scanner.seesQuote()) return scanner.string();
  if (scanner.seesNumber()) return String(scanner.number());
  return scanner.name() || scanner.fail('Expected a property name.');
}
