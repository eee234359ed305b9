// A function that only calls another one, with what it is given itself, is not called for it.
import { functionOf, isFixed, isMovable, sees } from './facts.mjs'
import { parentOf } from './tree.mjs'

export function forwards(one, names) {
  const fn = functionOf(one)
  const inner = fn && isMovable(fn) && calledBy(fn)
  const other = inner && inner.callee.type === 'Identifier' && names.get(inner.callee.name)
  if (!other || other === one || !functionOf(other) || !isFixed(other) || !isSame(fn, inner, names)) return false
  const isTold = parentOf(inner).type !== 'ExpressionStatement'
  const canGo = (call) => (isTold || parentOf(call).type === 'ExpressionStatement') && sees(other.owner, call) && call !== inner
  const calls = one.reads.map(parentOf).filter((call, i) => isPlain(call, one.reads[i], fn) && canGo(call))
  for (const call of calls) call.callee.name = inner.callee.name
  return calls.length > 0
}

// The call that is all of a function; a statement tells nobody its value.
function calledBy({ body }) {
  const [only, ...more] = body.type === 'BlockStatement' ? body.body : [{ argument: body }]
  const call = only?.argument ?? only?.expression
  return more.length === 0 && call?.type === 'CallExpression' && call
}

const isSame = ({ params }, { arguments: given }, names) =>
  given.length === params.length &&
  params.every(({ name }, i) => given[i].type === 'Identifier' && given[i].name === name && !names.get(name).writes.length)

const isPlain = (call, callee, { params }) =>
  call.type === 'CallExpression' && call.callee === callee && call.arguments.length === params.length && call.arguments.every(({ type }) => type !== 'SpreadElement')
