// A function that only returns a variable is not called for it: the variable is read, at the same time.
import { functionOf, isMovable, isVoid, sees } from './facts.mjs'
import { returned } from './expressions.mjs'
import { parentOf, replace } from './tree.mjs'

export function getters(one, names) {
  const fn = functionOf(one)
  const value = fn && fn.params.length === 0 && isMovable(fn) && returned(fn)
  if (!value || !isReadable(value, names)) return false
  const calls = one.reads.map(parentOf).filter((call, i) => isCall(call, one.reads[i]) && canStand(value, call, names))
  for (const call of calls) replace(call, { ...value })
  return calls.length > 0
}

const isCall = (node, callee) => node.type === 'CallExpression' && node.callee === callee && node.arguments.length === 0

const isReadable = (value, names) => isVoid(value) || (value.type === 'Identifier' && names.get(value.name)?.kind !== undefined)

const canStand = (value, call, names) => isVoid(value) || sees(names.get(value.name).owner, call)
