// The literals of a typed call, from tree to value; nothing is evaluated.

import { VALUE } from './call_error.js';

/** @type {Record<string, unknown>} */
const WORDS = { undefined, NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY };

/** @typedef {(message: string, index: number) => never} Fail Throws a CallError. */

/**
 * The value that a node of the tree spells out; fails for what is no literal.
 * @param {any} node
 * @param {Fail} fail
 * @returns {unknown}
 */
export function valueOf(node, fail) {
  return Object.hasOwn(VALUES, node.type) ? VALUES[node.type](node, fail) : fail(VALUE, node.start);
}

/** @type {Record<string, (node: any, fail: Fail) => unknown>} By type of node. */
const VALUES = {
  Literal: (node, fail) => (node.regex || node.bigint ? fail(VALUE, node.start) : node.value),
  TemplateLiteral: ({ quasis, expressions }, fail) => (expressions.length === 0 ? quasis[0].value.cooked
    : fail('Write the text itself; ${…} is not understood here.', quasis[0].end)),
  UnaryExpression: signed,
  Identifier: ({ name, start }, fail) => (Object.hasOwn(WORDS, name) ? WORDS[name]
    : fail(`${name} is a variable; write its value.`, start)),
  ArrayExpression: ({ elements, start }, fail) => elements.map((/** @type {any} */ item) => (item ? valueOf(item, fail) : fail(VALUE, start))),
  ObjectExpression: object,
  FunctionExpression: callback,
  ArrowFunctionExpression: callback,
};

/** @type {(node: any, fail: Fail) => never} */
function callback({ start }, fail) {
  return fail('Callbacks cannot be typed here; leave the function out.', start);
}

/** @type {(node: any, fail: Fail) => number} */
function signed({ operator, argument, start }, fail) {
  if (operator !== '-' && operator !== '+') return fail(VALUE, start);
  const number = valueOf(argument, fail);
  if (typeof number !== 'number') return fail('This is not a number.', start);
  return operator === '-' ? -number : number;
}

/** @type {(node: any, fail: Fail) => object} */
function object({ properties }, fail) {
  const result = {};
  for (const { type, computed, start, key, value } of properties) {
    if (type !== 'Property' || computed) fail('Expected a property name.', start);
    // An own property even for __proto__, as JSON.parse makes it.
    Object.defineProperty(result, key.name ?? key.value, { value: valueOf(value, fail), enumerable: true, configurable: true, writable: true });
  }
  return result;
}
