// The settings of this tab: what the server says, changed by what was entered here.

const KEY = 'paqbridge demo load';
const GOALS = { Subscribed: 1 };

/**
 * The build that was chosen, and settings by name; an empty serverUrl is the embedded collector.
 * @param {{ siteId: Id, serverUrl: string | null }} config
 * @returns {Settings}
 */
export function readSettings(config) {
  const values = { siteId: asNumber(String(config.siteId)), serverUrl: config.serverUrl ?? '', goals: GOALS };
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') ?? { build: 'lean', values };
  } catch {
    return { build: 'lean', values };
  }
}

/** @type {(settings: Settings) => void} */
export const keepSettings = (settings) => sessionStorage.setItem(KEY, JSON.stringify(settings));
export const forgetSettings = () => sessionStorage.removeItem(KEY);

/** @type {(text: string) => Id} Digits as the number that they are, any other text as it is. */
export const asNumber = (text) => (/^\d+$/.test(text) ? Number(text) : text);

/** @type {(settings: Settings) => boolean} Whether requests stay with the collector of this page's own server. */
export const isEmbedded = ({ values }) => !values.serverUrl;

/**
 * The name of the server that requests go to.
 * @param {Settings} settings
 */
export function serverName({ values }) {
  const { serverUrl } = values;
  try {
    return serverUrl ? new URL(serverUrl, location.href).host : 'embedded collector';
  } catch {
    return serverUrl;
  }
}

/** @type {(settings: Settings) => Values} What analytics.load is called with. */
export const loadArguments = ({ values }) => ({ ...values, serverUrl: values.serverUrl || location.origin });

/** @type {(settings: Settings) => string} The bundle that has these settings. */
export const bundleOf = ({ build }) => (build === 'full' ? '/dist/analytics.full.min.js' : '/dist/analytics.min.js');

/** @type {(settings: Settings) => Id[]} The ids of the goals that the page converts. */
export const goalIds = ({ values }) => Object.values(values.goals ?? {}).flat().filter(Number.isInteger);

/**
 * The settings with those that an example needs, in the full build; what is there already stays.
 * @param {Settings} settings
 * @param {Values} needs
 */
export function withNeeds({ values }, needs) {
  const added = Object.entries(needs).map(([name, need]) => [name, joined(values[name], need)]);
  return { build: 'full', values: { ...values, ...Object.fromEntries(added) } };
}

/** @type {(present: any, need: any) => any} */
function joined(present, need) {
  if (Array.isArray(need)) return [...new Set([...(present ?? []), ...need])];
  return typeof need === 'object' ? { ...present, ...need } : need;
}
