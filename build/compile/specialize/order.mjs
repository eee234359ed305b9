// In which order the parts of an expression are evaluated.
import { isFixed } from './facts.mjs'
import { parentOf } from './tree.mjs'

// Whether a value is the same at any time, and nobody notices when it is looked at.
export function isSteady(node, names) {
  if (!node) return true
  if (node.type === 'Literal') return !node.regex
  const one = node.type === 'Identifier' && names.get(node.name)
  return !!one && one.kind !== undefined && isFixed(one)
}

// Whether `node` is evaluated before everything else in `outer` that matters.
export function isFirst(node, outer, names) {
  for (let one = node; one !== outer; one = parentOf(one)) {
    if (!isFirstIn(one, parentOf(one), names)) return false
  }
  return true
}

const before = (list, node) => list.slice(0, list.indexOf(node))

const FIRST = {
  CallExpression: (node, { callee, arguments: given }, all) =>
    node === callee || (all(callee) && before(given, node).every(all)),
  MemberExpression: (node, { object }, all) => node === object || all(object),
  UnaryExpression: (node, { operator }) => operator !== 'delete' && operator !== 'typeof',
  BinaryExpression: (node, { left }, all) => node === left || all(left),
  LogicalExpression: (node, { left }) => node === left,
  ConditionalExpression: (node, { test }) => node === test,
  ArrayExpression: (node, { elements }, all) => before(elements, node).every(all),
  ObjectExpression: (node, { properties }, all) => before(properties, node).every(({ value }) => all(value)),
  Property: (node, { value, computed }) => node === value && !computed,
  SequenceExpression: (node, { expressions }) => node === expressions[0],
  AssignmentExpression: (node, { left, operator }, all) =>
    node !== left && operator === '=' && (left.type === 'Identifier' || isSteadyMember(left, all)),
}

const isSteadyMember = ({ type, object, computed, property }, all) =>
  type === 'MemberExpression' && all(object) && (!computed || all(property))

function isFirstIn(node, parent, names) {
  return !!FIRST[parent.type]?.(node, parent, (one) => isSteady(one, names))
}
