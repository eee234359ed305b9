// A variable that only ever holds records, whose entries are asked for by name, becomes a variable for
// each entry. Variables that get each other's records are looked at together.
import { functionOf, isFixed, isIdle, isMovable, isPlainEntry, isVoid } from './facts.mjs'
import { around, assignment, declaration, identifier, isFunction, nothing, parentOf, replace, statementOf, walk } from './tree.mjs'

const COPY = {}
const NOTHING = {}

export function records(one, names) {
  if (one.kind !== 'var' || !one.writes.length || !one.reads.length) return false
  const group = groupOf(one, names)
  if (!group) return false
  const writes = group.flatMap((each) => each.writes)
  const shapes = new Map(writes.map(({ node, value }) => [node, shapeOf(value)]))
  const keys = keysOf([...shapes.values()])
  const isKnown = (read) => copyOf(read) || (keys.includes(keyOf(read)) && (group.length === 1 || !isWritten(read)))
  if (!keys || !group.flatMap((each) => each.reads).every(isKnown)) return false
  if (!group.every((each) => isAtOnce(each, each.writes.map(({ node }) => shapes.get(node)), names, group.length > 1))) return false
  if (!writes.every(({ node }) => statementOf(node)) || asksForItself(shapes, names)) return false
  const fresh = new Map(group.map((each) => [each.name, freshNames(each, keys, names)]))
  for (const each of group) dissolve(each, keys, shapes, fresh)
  return group
}

// Whether a function among the entries speaks of `this`: called as a variable's value it has none.
function asksForItself(shapes, names) {
  const functions = [...shapes.values()].flatMap(Object.values).map((value) => (isName(value) ? functionOf(names.get(value.name)) : value))
  return functions.some((value) => value && isFunction(value) && value.type !== 'ArrowFunctionExpression' && !isMovable(value))
}

// Puts variables where a record was written, declared and read.
function dissolve(one, keys, shapes, fresh) {
  const own = fresh.get(one.name)
  for (const read of one.reads) if (!copyOf(read)) replace(parentOf(read), identifier(own[keyOf(read)], read))
  for (const { node, value } of one.writes) {
    const place = statementOf(node)
    const shape = shapes.get(node)
    const put = place.type === 'VariableDeclaration' ? declaration : assignment
    const entry = (key) => (shape === COPY ? identifier(fresh.get(value.name)[key], place) : shape[key] || nothing(place))
    replace(place, keys.map((key) => put(own[key], entry(key))))
  }
  const isDeclared = one.writes.some(({ node }) => parentOf(node).type === 'VariableDeclarator')
  if (!isDeclared) declare(one, Object.values(own))
}

// What was declared without a value is declared at the top of its function.
function declare({ owner, writes }, own) {
  const list = owner.type === 'Program' ? owner.body : owner.body.body
  list.unshift(...own.map((name) => declaration(name, null, writes[0].node)))
}

function groupOf(one, names) {
  const group = [one]
  for (const each of group) {
    if (!each || each.kind !== 'var' || !each.writes.length) return undefined
    const given = each.writes.filter(({ value }) => isName(value)).map(({ value }) => value.name)
    const taken = each.reads.map(copyOf).filter(Boolean)
    for (const name of [...given, ...taken]) if (!group.includes(names.get(name))) group.push(names.get(name))
  }
  return group
}

const isName = (value) => value?.type === 'Identifier'

// The name that gets what `read` reads, if that is a plain copy.
function copyOf(read) {
  const parent = parentOf(read)
  const isCopied = parent.type === 'AssignmentExpression' && parent.operator === '=' && parent.right === read
  if (parent.type === 'VariableDeclarator' && parent.init === read && isName(parent.id)) return parent.id.name
  return isCopied && isName(parent.left) && parentOf(parent).type === 'ExpressionStatement' ? parent.left.name : undefined
}

function isWritten(read) {
  const member = parentOf(read)
  const outer = parentOf(member)
  const isTarget = outer.type === 'AssignmentExpression' || /^For(In|Of)/.test(outer.type)
  return (isTarget && outer.left === member) || outer.type === 'UpdateExpression'
}

function freshNames({ name }, keys, names) {
  const pairs = keys.map((key) => [key, free(names, `${name}$${key.replace(/\W/g, '_')}`)])
  return Object.fromEntries(pairs)
}

function free(names, wanted) {
  let name = wanted
  while (names.has(name)) name += '$'
  names.set(name, {})
  return name
}

// The entries of a record by key; COPY for a name, NOTHING for undefined.
function shapeOf(value) {
  if (isName(value)) return COPY
  if (!value || isVoid(value)) return value && NOTHING
  if (value.type === 'ArrayExpression') return value.elements.every(isPlain) ? { ...value.elements } : undefined
  if (value.type !== 'ObjectExpression' || !value.properties.every(isPlainEntry)) return undefined
  const pairs = value.properties.map(({ key, value: own }) => [String(key.name ?? key.value), own])
  const isOdd = pairs.some(([key]) => key === '__proto__') || new Set(pairs.map(([key]) => key)).size < pairs.length
  return isOdd ? undefined : Object.fromEntries(pairs)
}

const isPlain = (element) => element && element.type !== 'SpreadElement'

// The keys that all records have, in one order; nothing if they differ or there is no record at all.
function keysOf(shapes) {
  const own = shapes.filter((shape) => shape !== COPY && shape !== NOTHING)
  const keys = own.length && own[0] && Object.keys(own[0])
  const isSame = (shape) => shape && Object.keys(shape).join() === keys.join()
  return keys && keys.length && own.every(isSame) ? keys : undefined
}

// The key by which `read` is asked, if that is all that is done to it.
function keyOf(read) {
  const member = parentOf(read)
  if (member.type !== 'MemberExpression' || member.object !== read) return undefined
  const outer = parentOf(member)
  if (outer.type === 'UnaryExpression' && outer.operator === 'delete') return undefined
  if (!member.computed) return member.property.name
  return member.property.type === 'Literal' && !member.property.regex ? String(member.property.value) : undefined
}

// Whether nobody can see that the entries get their values one after the other.
function isAtOnce(one, shapes, names, isOfMany) {
  const values = shapes.flatMap(Object.values)
  const areIdle = values.every((value) => isIdle(value, names))
  if (shapes.includes(NOTHING) && !areIdle) return false
  if (isFixed(one) && !isOfMany) return !values.some((value) => !isFunction(value) && isReadIn(value, one.name))
  if (values.some((value) => isReadIn(value, one.name))) return false
  return areIdle || one.reads.every((read) => around(read, isFunction) === one.owner)
}

function isReadIn(value, name) {
  let found = false
  walk(value, (node) => {
    found ||= isName(node) && node.name === name
  })
  return found
}
