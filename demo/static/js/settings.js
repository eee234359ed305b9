// The settings of this tab: what the server says, changed by what was entered here; and what the settings document adds.

import { ADDRESS } from './document.js';

const KEY = 'paqbridge demo load';
const GOALS = { Subscribed: 1 };

/**
 * The build that was chosen, and settings by name; an empty serverUrl is the embedded collector. Where a document
 * was saved, the page names it and says only what it lacks, unless this tab has settings of its own.
 * @param {{ siteId: Id, serverUrl: string | null }} config
 * @param {Values | null} document
 * @returns {Settings}
 */
export function readSettings(config, document) {
  const settings = kept() ?? started(config, document);
  return document && settings.values.settingsUrl === ADDRESS ? { ...settings, document } : settings;
}

/** @type {() => Settings | null} */
function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  } catch {
    return null;
  }
}

/**
 * @param {{ siteId: Id, serverUrl: string | null }} config
 * @param {Values | null} document
 * @returns {Settings}
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

/** @type {(settings: Settings) => void} */
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
export function loadArguments({ values, document }) {
  const { serverUrl, ...rest } = values;
  return !serverUrl && document?.serverUrl ? rest : { ...values, serverUrl: serverUrl || location.origin };
}

/** @type {(settings: Settings) => string} The bundle that has these settings. */
export const bundleOf = ({ build }) => (build === 'full' ? '/dist/analytics.full.min.js' : '/dist/analytics.min.js');

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
