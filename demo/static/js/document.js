// The settings document on the demo's server: reading it, saving it, and its two forms.

export const ADDRESS = '/v1/projects/demo/settings';

/** @type {(value: any) => boolean} */
const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

/** @type {() => Promise<Values | null>} The settings that were saved; null before the first save. */
export async function readDocument() {
  const answer = await fetch(ADDRESS);
  return answer.status === 200 ? settingsIn(await answer.json()) : null;
}

/** @type {(values: Values) => Promise<void>} */
export const saveDocument = (values) => send({ method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: textOf(values) });

/** @type {() => Promise<void>} */
export const forgetDocument = () => send({ method: 'DELETE' });

/** @type {(request: RequestInit) => Promise<void>} */
async function send(request) {
  const answer = await fetch(ADDRESS, request);
  if (!answer.ok) throw new Error((await answer.text()).trim());
}

/** @type {(values: Values) => string} The document as text, in Segment's form. */
export const textOf = (values) => `${JSON.stringify({ integrations: { Piwik: values } }, null, 2)}\n`;

/**
 * The settings of a document in either form, with serverUrl for its alias; null where it has none.
 * @param {any} document
 * @returns {Values | null}
 */
export function settingsIn(document) {
  const [, named] = Object.entries(document?.integrations ?? {}).find(([name]) => /^(piwik|matomo)$/i.test(name)) ?? [];
  const said = named ?? document;
  if (!isObject(said)) return null;
  const { url, integrations, ...rest } = said;
  return url === undefined || rest.serverUrl !== undefined ? rest : { ...rest, serverUrl: url };
}
