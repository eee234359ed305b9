// The syntax tree (ESTree) of a bundle: going through it, and changing it in place. Terser takes the
// tree as it is, and each node that is made here says which place in the source it stands for.
const PARENT = Symbol('parent')

export const parentOf = (node) => node[PARENT]
export const isFunction = ({ type }) => /^(Arrow)?Function/.test(type)
export const isLoop = ({ type }) => /^(For|While|DoWhile)/.test(type)

const LEAVES = new Set(['type', 'start', 'end', 'loc', 'range', 'raw', 'regex', 'name', 'operator', 'kind'])
const keys = {}

// Calls `see` with each node from `node` down, parents first; what it gives as false is not entered.
// Most of a build is spent here.
export function walk(node, see) {
  if (see(node) === false) return
  const parts = (keys[node.type] ??= Object.keys(node).filter((key) => !LEAVES.has(key)))
  for (let i = 0; i < parts.length; i++) {
    const value = node[parts[i]]
    if (value === null || typeof value !== 'object') continue
    if (!Array.isArray(value)) enter(value, node, see)
    else for (let n = 0; n < value.length; n++) enter(value[n], node, see)
  }
}

// The same of a part of `node`.
export function enter(child, node, see) {
  if (child === null || child.type === undefined) return
  child[PARENT] = node
  walk(child, see)
}

// Whether a node from `node` down is as `test` says; functions in it are their own affair.
export function has(node, test) {
  let found = false
  walk(node, (one) => {
    found ||= test(one)
    return !found && (one === node || !isFunction(one))
  })
  return found
}

// The nearest node around `node` that is as `test` says, or the program.
export function around(node, test) {
  let outer = parentOf(node)
  while (outer.type !== 'Program' && !test(outer)) outer = parentOf(outer)
  return outer
}

export function isInside(node, outer) {
  while (node && node !== outer) node = parentOf(node)
  return node === outer
}

// The statement that only gives the name `node` a value; nothing if there is more to it.
export function statementOf(node) {
  const parent = parentOf(node)
  const outer = parentOf(parent)
  const isAlone = parent.type === 'VariableDeclarator' && outer.declarations.length === 1
  if (isAlone && !/^For/.test(parentOf(outer).type)) return outer
  return parent.type === 'AssignmentExpression' && outer.type === 'ExpressionStatement' ? outer : undefined
}

// Puts `by`, a node or a list of statements, where `node` is.
export function replace(node, by) {
  const parent = parentOf(node)
  for (const key in parent) {
    const value = parent[key]
    if (value === node) parent[key] = Array.isArray(by) ? block(by, node) : by
    else if (Array.isArray(value) && value.includes(node)) value.splice(value.indexOf(node), 1, ...[by].flat())
  }
  for (const one of [by].flat()) one[PARENT] = parent
}

const made = (type, { loc, start, end }, rest) => ({ type, loc, start, end, ...rest })

export const identifier = (name, at) => made('Identifier', at, { name })
export const block = (body, at) => made('BlockStatement', at, { body })
export const statement = (expression) => made('ExpressionStatement', expression, { expression })
export const choice = (test, consequent, alternate) =>
  made('IfStatement', test, { test, consequent, alternate })

export function nothing(at) {
  const argument = made('Literal', at, { value: 0, raw: '0' })
  return made('UnaryExpression', at, { operator: 'void', prefix: true, argument })
}

export function assignment(name, right) {
  const left = identifier(name, right)
  return statement(made('AssignmentExpression', right, { operator: '=', left, right }))
}

export function declaration(name, init, at = init) {
  const declarations = [made('VariableDeclarator', at, { id: identifier(name, at), init })]
  return made('VariableDeclaration', at, { kind: 'var', declarations })
}
