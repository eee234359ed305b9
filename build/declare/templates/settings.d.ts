/** Event name -> goal id or ids, or the list that Segment's dashboard stores. */
export type GoalId = number | string
export type Goals = Record<string, GoalId | GoalId[]> | { key: string; value: GoalId | GoalId[] }[]

/** One of both names is required. */
type Server = { serverUrl: string } | { url: string }

interface LeanMembers {
  /*lean*/
}

interface FullMembers extends LeanMembers {
  /*full*/
}

interface ExplainMembers extends FullMembers {
  /*explain*/
}

/** Settings of a lean build. */
export type Settings = LeanMembers & Server

/** Settings of a full build. */
export type FullSettings = FullMembers & Server

/** Settings of the build that explains. */
export type ExplainSettings = ExplainMembers & Server
