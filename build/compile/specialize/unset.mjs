// A variable that is declared as undefined is so without a word, if nothing gives it a value before.
import { isRepeated, isVoid } from './facts.mjs'
import { survey } from './names.mjs'
import { around, isInside, parentOf, walk } from './tree.mjs'

export function unset(tree) {
  const places = new Map()
  walk(tree, (node) => void places.set(node, places.size))
  for (const one of survey(tree).values()) if (one.kind === 'var') clear(one, places)
}

function clear({ writes, owner }, places) {
  const [first, ...others] = [...writes].sort((a, b) => places.get(a.node) - places.get(b.node))
  const declarator = first && parentOf(first.node)
  const isUnset = declarator?.type === 'VariableDeclarator' && declarator.init && isVoid(declarator.init)
  // A function that is declared may be called ahead of its place.
  const isHoisted = ({ node }) => isInside(around(node, isDeclared), owner) && around(node, isDeclared) !== owner
  if (isUnset && !isRepeated(first.node) && !others.some(isHoisted)) declarator.init = null
}

const isDeclared = ({ type }) => type === 'FunctionDeclaration'
