// The settings that there are: dist/settings.schema.json, which is made from the settings table.

const BUILDS = ['lean', 'full'];

/** The schema as rows {name, about, kind, choices, fallback, group, isFull}, of the builds that the demo has. */
export const rowsOf = ({ properties }) => Object.entries(properties)
  .filter(([, said]) => BUILDS.includes(said['x-build']))
  .map(([name, said]) => ({
    name,
    about: said.description,
    kind: name === 'goals' ? 'goals' : kindOf(said),
    choices: said.enum ?? [],
    fallback: said.default,
    group: said['x-group'],
    isFull: said['x-build'] === 'full',
  }));

function kindOf({ type, enum: choices }) {
  if (choices) return 'choice';
  return { boolean: 'flag', number: 'number', array: 'lines', object: 'json' }[type] ?? 'text';
}

/** The rows by group, in the order in which groups first appear. */
export function byGroup(rows) {
  const groups = new Map();
  for (const row of rows) groups.set(row.group, [...(groups.get(row.group) ?? []), row]);
  return groups;
}
