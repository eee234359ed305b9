// Every variable of a bundle by its name: one name means one variable, so that code can be moved.
import { analyze } from 'eslint-scope'
import { around, enter, isFunction, parentOf, walk } from './tree.mjs'

// Gives variables names that no other one has, as `row`, `row$1`.
export function distinguish(tree, parsing) {
  const { scopes, globalScope } = analyze(tree, parsing)
  const taken = new Set(globalScope?.through.map(({ identifier }) => identifier.name))
  walk(tree, plain)
  for (const variable of scopes.flatMap((scope) => scope.variables)) {
    let name = variable.name
    if (name === 'arguments' && !variable.defs.length) continue
    for (let i = 1; taken.has(name); i++) name = `${variable.name}$${i}`
    taken.add(name)
    for (const one of variable.identifiers) one.name = name
    for (const { identifier } of variable.references) identifier.name = name
  }
}

// No node stands for a name and for something else.
function plain(node) {
  if (node.type === 'Property') node.shorthand = false
  if (node.type === 'ExportSpecifier') node.exported = { ...node.exported }
}

// Each name with where it is declared (`kind`, `owner`: the function that has it), the values that it
// gets (`writes`: the node, and the value if it is a plain one) and the nodes that read it. Statements
// of the program that are `known` by now are not gone through again, but where `touched` names stand.
export function survey(tree, known = new Map(), touched = []) {
  const nodes = touched.flatMap(({ reads, writes }) => [...reads, ...writes.map(({ node }) => node)])
  for (const node of nodes) known.delete(partOf(node))
  const names = new Map()
  for (const part of tree.body) {
    if (!known.has(part)) known.set(part, namesIn(part, tree))
    for (const one of known.get(part).values()) join(entry(names, one), one)
  }
  return names
}

// The statement of the program in which `node` stands, or stood before it was replaced.
const partOf = (node) => around(node, (one) => parentOf(one).type === 'Program')

function namesIn(part, tree) {
  const names = new Map()
  enter(part, tree, (node) => {
    if (node.type === 'Identifier') note(names, node, parentOf(node))
    if (node.type === 'FunctionDeclaration') entry(names, node.id).writes.push({ node: node.id, value: node })
  })
  return names
}

function join(whole, { kind, owner, writes, reads }) {
  if (kind) declare(whole, kind, owner)
  whole.writes.push(...writes)
  whole.reads.push(...reads)
}

function declare(one, kind, owner) {
  one.kind = one.kind && one.kind !== kind ? 'other' : kind
  one.owner = owner
}

function entry(names, { name }) {
  if (!names.has(name)) names.set(name, { name, kind: undefined, owner: undefined, writes: [], reads: [] })
  return names.get(name)
}

function note(names, node, parent) {
  const role = roleOf(node, parent)
  if (role === NONE) return
  const one = entry(names, node)
  if (role.kind) {
    const owner = role.kind === 'param' ? parent : around(role.kind === 'function' ? parent : node, isFunction)
    declare(one, role.kind, owner)
  }
  if (role.written) one.writes.push({ node, value: role.value })
  if (role.read) one.reads.push(node)
}

const ROLES = {
  VariableDeclarator: (node, { id, init }, outer) => id === node && ofDeclarator(init, outer),
  FunctionDeclaration: (node, { id }) => ({ kind: id === node ? 'function' : 'param' }),
  FunctionExpression: (node, { id }) => ({ kind: id === node ? 'other' : 'param' }),
  ArrowFunctionExpression: (node, { body }) => body !== node && { kind: 'param' },
  AssignmentExpression: (node, { left, operator, right }) =>
    left === node && (operator === '=' ? { written: true, value: right } : CHANGED),
  UpdateExpression: () => CHANGED,
  ForInStatement: (node, { left }) => left === node && CHANGED,
  ForOfStatement: (node, { left }) => left === node && CHANGED,
  CatchClause: () => OTHER,
  ArrayPattern: () => OTHER,
  RestElement: () => OTHER,
  AssignmentPattern: (node, { left }) => left === node && OTHER,
  ClassDeclaration: (node, { id }) => id === node && OTHER,
  ClassExpression: (node, { id }) => id === node && OTHER,
  Property: (node, { key, computed, value }, outer) => {
    if (node === key && !computed) return NONE
    return node === value && outer.type === 'ObjectPattern' && OTHER
  },
  MemberExpression: (node, { object, computed }) => object !== node && !computed && NONE,
  MethodDefinition: (node, { key, computed }) => key === node && !computed && NONE,
  ExportSpecifier: (node, { local }) => local !== node && NONE,
  LabeledStatement: () => NONE,
  BreakStatement: () => NONE,
  ContinueStatement: () => NONE,
  MetaProperty: () => NONE,
}
const READ = { read: true }
const CHANGED = { read: true, written: true }
const OTHER = { kind: 'other', written: true }
const NONE = {}

function ofDeclarator(init, { kind }) {
  if (kind !== 'var') return OTHER
  return { kind: 'var', written: !!init, value: init }
}

function roleOf(node, parent) {
  return ROLES[parent.type]?.(node, parent, parentOf(parent)) || READ
}
