// A parameter that is the same in all calls becomes a variable of the function, and a variable that
// is another name for one that never changes is replaced by it.
import { callsOf, functionOf, isFixed, isIdle, isMovable, isVoid, sees } from './facts.mjs'
import { declaration, parentOf, replace, statementOf } from './tree.mjs'

export function constantParameters(one, names) {
  const fn = functionOf(one)
  const calls = fn && one.reads.length && isMovable(fn) && callsOf(one)
  if (!calls || fn.body.type !== 'BlockStatement') return false
  const index = fn.params.findIndex((param, i) => drop(fn, names.get(param.name), calls.map((call) => call.arguments[i]), names))
  if (index < 0) return false
  fn.params.splice(index, 1)
  for (const call of calls) call.arguments.splice(index, 1)
  return true
}

function drop(fn, param, given, names) {
  if (param.reads.length === 0 && param.writes.length === 0) return given.every((value) => isIdle(value, names))
  if (param.writes.length) return false
  const others = given.filter((value) => !(value?.type === 'Identifier' && value.name === param.name))
  const [first] = others
  if (!first || !others.every((value) => isSame(value, first)) || !isConstant(first, fn, names)) return false
  fn.body.body.unshift(declaration(param.name, { ...first }))
  return true
}

function isSame(a, b) {
  if (a?.type !== b.type) return false
  if (a.type === 'Identifier') return a.name === b.name
  return isVoid(a) ? isVoid(b) : a.type === 'Literal' && !a.regex && a.value === b.value
}

function isConstant(value, fn, names) {
  if (value.type !== 'Identifier') return (value.type === 'Literal' && !value.regex) || isVoid(value)
  const one = names.get(value.name)
  return one.kind && isFixed(one) && sees(one.owner, parentOf(fn)) && one.owner !== fn
}

// What is known of the names is kept true, so that nobody need look them up anew: there are many aliases.
export function aliases(one, names) {
  if (one.kind !== 'var' || !isFixed(one)) return false
  const [{ value, node }] = one.writes
  const other = value.type === 'Identifier' && names.get(value.name)
  if (!other || other === one || !other.kind || !isFixed(other)) return false
  for (const read of one.reads) read.name = value.name
  other.reads = [...other.reads.filter((read) => read !== value), ...one.reads]
  names.delete(one.name)
  remove(parentOf(node))
  return false
}

function remove(declarator) {
  const all = parentOf(declarator)
  if (all.declarations.length > 1) all.declarations.splice(all.declarations.indexOf(declarator), 1)
  else replace(all, [])
}

// A variable that nobody reads.
export function unread(one, names) {
  if (one.reads.length || !['var', 'function'].includes(one.kind) || !one.writes.length) return false
  const places = one.writes.map(({ node, value }) => value && isIdle(value, names) && placeOf(node))
  if (!places.every(Boolean)) return false
  for (const place of places) replace(place, [])
  return true
}

const placeOf = (node) => (parentOf(node).type === 'FunctionDeclaration' ? parentOf(node) : statementOf(node))
