// The settings of this tab: what the server says, changed by what was entered here.

const KEY = 'paqbridge demo settings';
const GOALS = [{ event: 'Subscribed', id: '1' }];
export const LIMIT = 5;

/** Settings {siteId, serverUrl, goals: [{event, id}], limit} as text; an empty serverUrl is the embedded collector. */
export function readSettings(config) {
  const defaults = { siteId: String(config.siteId), serverUrl: config.serverUrl ?? '', goals: GOALS, limit: String(LIMIT) };
  try {
    return { ...defaults, ...JSON.parse(sessionStorage.getItem(KEY)) };
  } catch {
    return defaults;
  }
}

export const keepSettings = (settings) => sessionStorage.setItem(KEY, JSON.stringify(settings));
export const forgetSettings = () => sessionStorage.removeItem(KEY);

/** Whether requests stay with the collector of this page's own server. */
export const isEmbedded = ({ serverUrl }) => serverUrl === '';

/** The name of the server that requests go to. */
export function serverName({ serverUrl }) {
  try {
    return serverUrl ? new URL(serverUrl, location.href).host : 'embedded collector';
  } catch {
    return serverUrl;
  }
}

const number = (text) => (/^\d+$/.test(text) ? Number(text) : text);

/** What analytics.load is called with. */
export function loadArguments(settings) {
  const load = { siteId: number(settings.siteId), serverUrl: settings.serverUrl || location.origin };
  const goals = settings.goals.filter(({ event }) => event.trim() !== '');
  if (goals.length > 0) load.goals = goalsByEvent(goals);
  if (number(settings.limit) !== LIMIT) load.customVariableLimit = number(settings.limit);
  return load;
}

/** The ids of the goals that the page converts. */
export const goalIds = ({ goals }) => goals.map(({ id }) => number(id)).filter(Number.isInteger);

function goalsByEvent(goals) {
  const byEvent = new Map();
  for (const { event, id } of goals) byEvent.set(event.trim(), [...(byEvent.get(event.trim()) ?? []), number(id)]);
  return Object.fromEntries([...byEvent].map(([event, ids]) => [event, ids.length === 1 ? ids[0] : ids]));
}
