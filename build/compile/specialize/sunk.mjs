// A function of the module that only one other function calls, always with the same variable of that
// one, moves into it: there it needs no parameter for that.
import { callsOf, functionOf, isFixed, isMovable, sees } from './facts.mjs'
import { around, isFunction, isInside, parentOf, replace } from './tree.mjs'

export function sunk(one, names) {
  const fn = functionOf(one)
  const calls = fn && isOfModule(one) && isMovable(fn) && callsOf(one)
  const home = calls && homeOf(calls, fn)
  if (!home) return false
  const index = fn.params.findIndex((param, i) => isSame(names.get(param.name), calls.map((call) => call.arguments[i]), home, names))
  if (index < 0) return false
  const { name } = calls[0].arguments[index]
  for (const read of names.get(fn.params[index].name).reads) read.name = name
  fn.params.splice(index, 1)
  for (const call of calls) call.arguments.splice(index, 1)
  const declared = parentOf(parentOf(one.writes[0].node))
  replace(declared, [])
  home.body.body.unshift(declared)
  return true
}

function isOfModule({ kind, owner, reads, writes }) {
  const isAlone = () => parentOf(parentOf(writes[0].node)).declarations.length === 1
  return kind === 'var' && owner.type === 'Program' && reads.length > 0 && isAlone()
}

// The one function that has all calls, if it is another one, with a body to move into.
function homeOf(calls, fn) {
  const [home, ...others] = new Set(calls.map((call) => around(call, isFunction)))
  const isOne = others.length === 0 && home.type !== 'Program' && home.body.type === 'BlockStatement'
  return isOne && fn.body.type === 'BlockStatement' && !calls.some((call) => isInside(call, fn)) ? home : undefined
}

function isSame(param, given, home, names) {
  const [first] = given
  if (param.writes.length || !given.every((one) => one?.type === 'Identifier' && one.name === first.name)) return false
  const one = names.get(first.name)
  return one.kind !== undefined && isFixed(one) && one.owner !== undefined && sees(one.owner, home)
}
