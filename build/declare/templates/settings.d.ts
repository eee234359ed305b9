/** Event name -> goal id or ids, or the list that Segment's dashboard stores. */
export type GoalId = number | string
export type Goals = Record<string, GoalId | GoalId[]> | { key: string; value: GoalId | GoalId[] }[]

export interface Settings {
  /*lean*/
  /** Hosts add settings of their own; they are ignored. */
  [other: string]: unknown
}

/** What the full builds have besides. */
export interface FullSettings extends Settings {
  /*full*/
}

/** What the build that explains has besides. */
export interface ExplainSettings extends FullSettings {
  /*explain*/
}
