// A function that is called at one place is put into that place, where a statement holds the call.
import { isRepeated, only, forget } from './facts.mjs'
import { withoutReturns } from './returns.mjs'
import { assignment, declaration, has, nothing, parentOf, replace, statement } from './tree.mjs'

export function singlePlaces(one) {
  const { fn, call } = only(one) || {}
  if (!fn || isRepeated(call)) return false
  const place = placeOf(call, fn)
  const body = place && (fn.body.type === 'BlockStatement' ? place.body(fn.body.body) : place.put(fn.body))
  if (!body) return false
  const given = fn.params.map((param, i) => declaration(param.name, call.arguments[i] ?? nothing(call)))
  replace(place.node, [...given, ...body])
  return forget(one, fn)
}

// The statement that a call is the whole of (`node`), what stands there for a value (`put`), and what
// stands there for the statements of a function (`body`).
function placeOf(call, fn) {
  const parent = parentOf(call)
  const outer = parentOf(parent)
  if (parent.type === 'ReturnStatement') return ofReturn(parent)
  if (parent.type === 'ExpressionStatement') return ofPut(parent, (value) => (value ? [statement(value)] : []))
  if (isVariable(parent, outer)) return ofVariable(call, outer, parent.id.name, fn)
  if (isAssignment(parent, call, outer)) {
    return ofPut(outer, (value) => [assignment(parent.left.name, value || nothing(call))])
  }
  return undefined
}

const ofPut = (node, put) => ({ node, put, body: (list) => withoutReturns(list, put) })

const ofReturn = (node) => ({
  node,
  put: (value) => [{ ...node, argument: value }],
  body: (list) => [...list, { ...node, argument: null }],
})

function ofVariable(call, node, name, fn) {
  const put = (value) => [assignment(name, value || nothing(call))]
  if (!leavesEarly(fn)) return ofPut(node, (value) => [declaration(name, value || nothing(call))])
  const body = (list) => {
    const found = withoutReturns(list, put)
    return found && [declaration(name, null, call), ...found]
  }
  return { node, put, body }
}

// Whether a return stands in a branch, so that the value comes from more than one place.
function leavesEarly(fn) {
  const isReturn = ({ type }) => type === 'ReturnStatement'
  return has(fn, (node) => node.type === 'IfStatement' && has(node, isReturn))
}

function isVariable(node, outer) {
  return (
    node.type === 'VariableDeclarator' &&
    outer.kind === 'var' &&
    outer.declarations.length === 1 &&
    node.id.type === 'Identifier' &&
    !/^For/.test(parentOf(outer).type)
  )
}

function isAssignment(node, value, outer) {
  const isPlain = node.type === 'AssignmentExpression' && node.operator === '=' && node.right === value
  return isPlain && node.left.type === 'Identifier' && outer.type === 'ExpressionStatement'
}
