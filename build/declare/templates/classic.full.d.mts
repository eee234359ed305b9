import type { PiwikConstructor } from './classic.mjs'
import type { FullSettings } from './settings.js'
export type { Integration, PiwikConstructor } from './classic.mjs'
export type { FullSettings, GoalId, Goals } from './settings.js'

export declare const Piwik: PiwikConstructor<FullSettings>
export default Piwik
