// The settings of this tab: what the server says, changed by what was entered here; and what the settings document adds.

import { ADDRESS } from './document.js';
import { chosen } from './tracker_choice.js';

const KEY = 'paqbridge demo load';
const GOALS = { Subscribed: 1 };

/** Where this server has a real matomo.js, and takes its hits. */
const REAL = '/real';

/**
 * The build that was chosen, and settings by name; an empty serverUrl is the embedded collector. Where a document
 * was saved, the page names it and says only what it lacks, unless this tab has settings of its own. The tracker is
 * the one that was chosen in this tab, if there is such a one.
 * @param {Config} config
 * @param {Values | null} document
 * @returns {Settings}
 */
export function readSettings(config, document) {
  const { values, build } = kept() ?? started(config, document);
  const named = document && values.settingsUrl === ADDRESS ? { document } : {};
  /** @type {Settings} */
  const settings = { values, build, ...named, tracker: 'usual' };
  return { ...settings, tracker: trackers(settings, config).find((tracker) => tracker === chosen()) ?? 'usual' };
}

/** @type {(settings: Settings, config: Config) => Tracker[]} Another server has a real matomo.js of its own. */
export const trackers = (settings, { matomoJs }) => (matomoJs && isEmbedded(settings) ? ['usual', 'real', 'own'] : ['usual', 'own']);

/** @type {() => Kept | null} */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {Config} config
 * @param {Values | null} document
 * @returns {Kept}
 */
function started({ siteId, serverUrl }, document) {
  const values = { siteId: asNumber(String(siteId)), serverUrl: serverUrl ?? '', goals: GOALS };
  if (!document) return { build: 'lean', values };
  const lacking = Object.entries(values).filter(([name]) => name !== 'goals' && !(name in document));
  return { build: 'full', values: { ...Object.fromEntries(lacking), settingsUrl: ADDRESS } };
}

/** @type {(settings: Settings) => Values} What counts: the page's own, and what the document adds. */
export function counting({ values, document }) {
  const own = Object.entries(values).filter(([, value]) => value !== '');
  return { ...document, ...Object.fromEntries(own) };
}

/** @type {(settings: Kept) => void} */
export const keepSettings = ({ build, values }) => sessionStorage.setItem(KEY, JSON.stringify({ build, values }));
export const forgetSettings = () => sessionStorage.removeItem(KEY);

/** @type {(text: string) => Id} Digits as the number that they are, any other text as it is. */
export const asNumber = (text) => (/^\d+$/.test(text) ? Number(text) : text);

/** @type {(settings: Settings) => boolean} Whether requests stay with the collector of this page's own server. */
export const isEmbedded = (settings) => !counting(settings).serverUrl;

/**
 * The name of the server that requests go to.
 * @param {Settings} settings
 */
export function serverName(settings) {
  const { serverUrl = '' } = counting(settings);
  try {
    return serverUrl ? new URL(serverUrl, location.href).host : 'embedded collector';
  } catch {
    return serverUrl;
  }
}

/** @type {(settings: Settings) => Values} What analytics.load is called with. */
export function loadArguments({ build, values, document, tracker }) {
  const { serverUrl, ...rest } = values;
  const here = location.origin + (tracker === 'real' ? REAL : '');
  const told = !serverUrl && document?.serverUrl ? rest : { ...values, serverUrl: serverUrl || here };
  return tracker === 'own' && build === 'full' ? { ...told, scriptUrl: `${location.origin}/dist/tracker.min.js` } : told;
}

/** @type {(settings: Settings) => string} The bundle that has these settings, and in the lean build our tracker, too. */
export function bundleOf({ build, tracker }) {
  const name = build === 'full' ? 'analytics.full' : tracker === 'own' ? 'analytics.solo' : 'analytics';
  return `/dist/${name}.min.js`;
}

/** @type {(settings: Settings) => Id[]} The ids of the goals that the page converts. */
export const goalIds = (settings) => Object.values(counting(settings).goals ?? {}).flat().filter(Number.isInteger);

/**
 * The settings with those that an example needs, in the full build; what is there already stays.
 * @param {Settings} settings
 * @param {Values} needs
 */
export function withNeeds(settings, needs) {
  const present = counting(settings);
  const missing = Object.entries(needs).map(([name, need]) => [name, joined(present[name], need)])
    .filter(([name, value]) => JSON.stringify(present[name]) !== JSON.stringify(value));
  return { ...settings, build: 'full', values: { ...settings.values, ...Object.fromEntries(missing) } };
}

/** @type {(present: any, need: any) => any} */
function joined(present, need) {
  if (Array.isArray(need)) return [...new Set([...(present ?? []), ...need])];
  return typeof need === 'object' ? { ...present, ...need } : need;
}
