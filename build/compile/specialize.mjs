// What a bundle has once it has not to choose: one kit, one place for most parts. Between esbuild,
// which joins the modules, and terser, which shortens what is left, the tree of the bundle is
// rewritten by rules until none of them finds anything. Each rule keeps what the code does.
import { aliases, constantParameters, unread } from './specialize/constants.mjs'
import { singleExpressions } from './specialize/expressions.mjs'
import { forwards } from './specialize/forwards.mjs'
import { getters } from './specialize/getters.mjs'
import { distinguish, survey } from './specialize/names.mjs'
import { singlePlaces } from './specialize/places.mjs'
import { records } from './specialize/records.mjs'
import { sunk } from './specialize/sunk.mjs'
import { unset } from './specialize/unset.mjs'

export const RULES = [unread, aliases, constantParameters, records, getters, forwards, singleExpressions, singlePlaces, sunk]

/** Rewrites `tree` in place. A rule gets a name and all names; it tells whether it has changed anything. */
export function specialize(tree, parsing, rules = RULES) {
  distinguish(tree, parsing)
  while (changeOnce(tree, rules)) continue
  unset(tree)
  return tree
}

function changeOnce(tree, rules) {
  const names = survey(tree)
  const all = [...names.values()].filter(({ kind }) => kind)
  return rules.some((rule) => all.some((one) => rule(one, names)))
}
