// The statements of a function as they stand where its call stood.
import { choice, block, has, nothing } from './tree.mjs'

const isReturn = ({ type }) => type === 'ReturnStatement'
const listOf = (node) => (!node ? [] : node.type === 'BlockStatement' ? node.body : [node])

// `put` makes the statements that stand for a returned value (`undefined` where the end is reached).
// Gives nothing if the function is left in the middle of something.
export function withoutReturns(list, put) {
  const index = list.findIndex((one) => has(one, isReturn))
  if (index < 0) return [...list, ...put(undefined)]
  const [before, one, rest] = [list.slice(0, index), list[index], list.slice(index + 1)]
  if (isReturn(one)) return [...before, ...put(one.argument)]
  if (one.type !== 'IfStatement') return undefined
  const [yes, no] = [listOf(one.consequent), listOf(one.alternate)]
  const isSplit = alwaysReturns(yes) || alwaysReturns(no)
  if (rest.length && !isSplit) return undefined
  const then = withoutReturns(alwaysReturns(yes) ? yes : [...yes, ...rest], put)
  const otherwise = withoutReturns(alwaysReturns(yes) ? [...no, ...rest] : no, put)
  if (!then || !otherwise) return undefined
  return [...before, choice(one.test, block(then, one), otherwise.length ? block(otherwise, one) : null)]
}

function alwaysReturns(list) {
  const last = list[list.length - 1]
  if (!last) return false
  if (last.type === 'IfStatement') return alwaysReturns(listOf(last.consequent)) && alwaysReturns(listOf(last.alternate))
  return isReturn(last) || last.type === 'ThrowStatement'
}
