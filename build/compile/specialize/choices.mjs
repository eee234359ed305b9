// A call that stands in an expression is brought out to where a statement holds it, and a choice
// between two values becomes one between two statements, if that lets another rule go on.
import { isRepeated, only } from './facts.mjs'
import { isFirstIn } from './order.mjs'
import { isAssignment, isVariable, placeOf } from './places.mjs'
import { withoutReturns } from './returns.mjs'
import { assignment, choice, declaration, identifier, isFunction, not, parentOf, replace, statement } from './tree.mjs'

export function broughtOut(one, names) {
  const { fn, call } = only(one) || {}
  if (!fn || isRepeated(call) || placeOf(call, fn)) return false
  if (fn.body.type === 'BlockStatement' && !withoutReturns(fn.body.body, () => [])) return false
  const parent = parentOf(call)
  if (parent.type === 'ConditionalExpression' && parent.test !== call) return split(parent)
  return asChoice(parent, call) || asFirst(call, names)
}

// `test && f()` as a statement of its own.
function asChoice({ type, operator, left, right }, call) {
  const outer = parentOf(parentOf(call))
  if (type !== 'LogicalExpression' || right !== call || operator === '??' || outer.type !== 'ExpressionStatement') return false
  replace(outer, choice(operator === '&&' ? left : not(left), statement(call), null))
  return true
}

// A call that is the first thing that its statement does gets a statement before that.
function asFirst(call, names) {
  for (let node = call; !isFunction(parentOf(node)); node = parentOf(node)) {
    const up = parentOf(node)
    if (up.type === 'VariableDeclarator') return isFirstOf(up) && hoist(call, parentOf(up), names)
    if (/Statement$/.test(up.type)) return holds(up, node) && hoist(call, up, names)
    if (!isFirstIn(node, up, names)) return false
  }
  return false
}

function isFirstOf(declarator) {
  const all = parentOf(declarator)
  return all.declarations[0] === declarator && !/^For/.test(parentOf(all).type)
}

const holds = ({ type, consequent, alternate }, node) =>
  /^(Return|Expression|If|Throw)Statement$/.test(type) && node !== consequent && node !== alternate

function hoist(call, place, names) {
  let name = `${call.callee.name}$of`
  while (names.has(name)) name += '$'
  replace(call, identifier(name, call))
  replace(place, [declaration(name, call), place])
  return true
}

// A choice between records: each is given a statement of its own, where the rule for records sees it.
export function choices({ kind, reads, writes }) {
  const isAsked = (read) => parentOf(read).type === 'MemberExpression' && parentOf(read).object === read
  if (kind !== 'var' || !reads.length || !reads.every(isAsked)) return false
  return writes.some(({ value }) => value?.type === 'ConditionalExpression' && hasRecord(value) && split(value))
}

const isRecord = ({ type }) => type === 'ArrayExpression' || type === 'ObjectExpression'
const hasRecord = ({ consequent, alternate }) => isRecord(consequent) || isRecord(alternate)

function split(value) {
  const parent = parentOf(value)
  const outer = parentOf(parent)
  const both = (put) => choice(value.test, put(value.consequent), put(value.alternate))
  if (parent.type === 'ReturnStatement') replace(parent, both((argument) => ({ ...parent, argument })))
  else if (parent.type === 'ExpressionStatement') replace(parent, both(statement))
  else if (isAssignment(parent, value, outer)) replace(outer, both((one) => assignment(parent.left.name, one)))
  else if (isVariable(parent, outer)) {
    replace(outer, [declaration(parent.id.name, null, parent), both((one) => assignment(parent.id.name, one))])
  } else return false
  return true
}
