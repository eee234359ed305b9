// A function that only returns an expression, and is called at one place, becomes that expression.
import { forget, only } from './facts.mjs'
import { isFirst, isSteady } from './order.mjs'
import { nothing, replace } from './tree.mjs'

export function singleExpressions(one, names) {
  const { fn, call } = only(one) || {}
  if (!fn || !returned(fn)) return false
  const params = fn.params.map((param) => names.get(param.name))
  if (!params.every((param, i) => canStand(param, i, call, fn, names))) return false
  params.forEach((param, i) => {
    for (const read of param.reads) replace(read, copied(call.arguments[i] ?? nothing(call)))
  })
  // Asked again: the whole expression may have been a parameter.
  replace(call, returned(fn))
  return forget(one, fn)
}

export function returned({ body }) {
  if (body.type !== 'BlockStatement') return body
  return body.body.length === 1 && body.body[0].type === 'ReturnStatement' && body.body[0].argument
}

// Whether what is given for a parameter can stand where it is read: it is the same at any time, or it
// is read once, before anything else happens.
function canStand(param, index, call, fn, names) {
  if (param.writes.length) return false
  if (isSteady(call.arguments[index], names)) return true
  const others = call.arguments.slice(1).every((value) => isSteady(value, names))
  return index === 0 && param.reads.length === 1 && others && isFirst(param.reads[0], returned(fn), names)
}

const copied = (node) => (node.type === 'Identifier' || node.type === 'Literal' ? { ...node } : node)
