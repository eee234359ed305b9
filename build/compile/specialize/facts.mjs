// What is known of a name or an expression, so that code may be moved.
import { around, has, isFunction, isInside, isLoop, parentOf, replace } from './tree.mjs'

// The function that a call of `one` certainly runs; nothing if that is not known.
export function functionOf(one) {
  const value = one && isFixed(one) && one.writes[0]?.value
  return value && isFunction(value) ? value : undefined
}

// Whether `one` gets one value at most each time that the function around it is run.
export function isFixed({ kind, writes }) {
  if (kind === 'param') return writes.length === 0
  if (kind === 'function') return writes.length === 1
  return kind === 'var' && writes.length === 1 && isDeclarator(writes[0]) && !isRepeated(writes[0].node)
}

const isDeclarator = ({ node }) => parentOf(node).type === 'VariableDeclarator'

// Whether the function around `node` may come to it more than once.
export function isRepeated(node) {
  const outer = around(node, (one) => isFunction(one) || isLoop(one))
  return isLoop(outer)
}

// All calls of a function, if all that is ever done with it is to call it.
export function callsOf(one) {
  const calls = one.reads.map(parentOf)
  const isPlain = (call, i) =>
    call.type === 'CallExpression' &&
    call.callee === one.reads[i] &&
    call.arguments.every(({ type }) => type !== 'SpreadElement')
  return calls.every(isPlain) ? calls : undefined
}

const OWN = new Set(['ThisExpression', 'Super', 'MetaProperty', 'YieldExpression', 'AwaitExpression', 'LabeledStatement'])
// No rule gives a function what makes it unmovable: what is moved into it is movable itself.
const movable = new WeakMap()

// Whether `fn` needs no more than its parameters and the variables around it, so that its body can
// stand somewhere else. An arrow function has the `this` and the `arguments` of what is around it.
export function isMovable(fn) {
  if (!movable.has(fn)) movable.set(fn, canMove(fn))
  return movable.get(fn)
}

function canMove(fn) {
  const isOwn = (node) => OWN.has(node.type) || (node.type === 'Identifier' && node.name === 'arguments')
  const deep = (node) => has(node, (one) => isOwn(one) || (one !== node && one.type === 'ArrowFunctionExpression' && deep(one)))
  return !fn.async && !fn.generator && fn.params.every(({ type }) => type === 'Identifier') && !deep(fn)
}

// Whether nobody notices if `node` is not evaluated.
export function isIdle(node, names) {
  if (!node) return true
  if (node.type === 'Identifier') return node.name === 'undefined' || names.get(node.name)?.kind !== undefined
  if (node.type === 'UnaryExpression') return /^(void|!|typeof)$/.test(node.operator) && isIdle(node.argument, names)
  if (node.type === 'ArrayExpression') return node.elements.every((one) => isIdle(one, names))
  if (node.type === 'ObjectExpression') return node.properties.every((one) => isPlainEntry(one) && isIdle(one.value, names))
  return node.type === 'Literal' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression'
}

export const isPlainEntry = ({ type, kind, computed, method }) => type === 'Property' && kind === 'init' && !computed && !method

export const isVoid = (node) => node.type === 'UnaryExpression' && node.operator === 'void' && node.argument.type === 'Literal'

export const sees = (owner, node) => owner?.type === 'Program' || isInside(node, owner)

// A function that one place calls, and that call, if the function can stand somewhere else.
export function only(one) {
  const fn = functionOf(one)
  const calls = fn && isMovable(fn) && one.reads.length === 1 && callsOf(one)
  if (!calls || isInside(calls[0], fn) || calls[0].arguments.length > fn.params.length) return undefined
  return { fn, call: calls[0] }
}

// Takes a function away that nobody calls any more.
export function forget(one, fn) {
  const home = one.kind === 'function' ? fn : parentOf(parentOf(one.writes[0].node))
  const isOneOfSome = home.type === 'VariableDeclaration' && home.declarations.length > 1
  if (isOneOfSome) home.declarations = home.declarations.filter(({ init }) => init !== fn)
  else replace(home, [])
  return true
}
