// Typed calls read without eval: analytics.method(literal, ...), one or several.

// The same file on disk and on the server: an address does not climb above its top.
import { Parser } from '../../../node_modules/acorn/dist/acorn.mjs';
import { BEGINNING, CallError, explained } from './call_error.js';
import { valueOf } from './typed_values.js';

export const METHODS = ['page', 'identify', 'track', 'reset', 'group', 'alias'];

/** @typedef {import('./typed_values.js').Fail} Fail */

/**
 * Read calls of `methods` from text; throws a CallError that says where and what was expected.
 * @param {string} text
 * @returns {Call[]}
 */
export function parseCalls(text, methods = METHODS) {
  const statements = parsed(text).filter(({ type }) => type !== 'EmptyStatement');
  /** @type {Fail} */
  const fail = (message, index) => { throw new CallError(message, text, index); };
  if (statements.length === 0) fail("Write a call, such as analytics.track('Logged In').", text.length);
  return statements.map((statement) => callOf('expression' in statement ? statement.expression : statement, methods, fail));
}

/** @param {string} text The statements of a text, as a tree. */
function parsed(text) {
  /** @type {import('../../../node_modules/acorn/dist/acorn.mjs').Token[]} */
  const tokens = [];
  try {
    return Parser.parse(text, { ecmaVersion: 'latest', onToken: tokens }).body;
  } catch (error) {
    throw error instanceof SyntaxError ? explained(error, text, tokens) : error;
  }
}

/**
 * @param {any} node
 * @param {string[]} methods
 * @param {Fail} fail
 * @returns {Call}
 */
function callOf(node, methods, fail) {
  const isCall = node.type === 'CallExpression';
  const path = pathOf(isCall ? node.callee : node, fail);
  const method = path.map(({ name }) => name).join('.');
  if (path.length === 0) fail('Expected . after analytics.', (node.callee ?? node).end);
  if (!isCall) fail(`Expected ( after ${method}.`, node.end);
  if (!methods.includes(method)) fail(`Here the calls are ${methods.join(', ')}.`, path[0].start);
  return { method, args: node.arguments.map((/** @type {any} */ argument) => valueOf(argument, fail)) };
}

/**
 * The names after analytics: one, or two as in analytics.consent.give().
 * @param {any} node
 * @param {Fail} fail
 * @returns {{ name: string, start: number }[]}
 */
function pathOf(node, fail) {
  if (node.type === 'Identifier' && node.name === 'analytics') return [];
  if (node.type !== 'MemberExpression') return fail(BEGINNING, node.start);
  const before = pathOf(node.object, fail);
  if (node.computed) fail(`Expected . after ${before.at(-1)?.name ?? 'analytics'}.`, node.object.end);
  return [...before, node.property];
}
