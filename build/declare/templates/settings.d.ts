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

interface StandaloneMembers extends FullMembers {
  /*standalone*/
}

interface ExplainMembers extends StandaloneMembers {
  /*explain*/
}

/** A document may say the rest. */
type Documented<Members> = (Members & Server) | (Partial<Members> & { settingsUrl: string })

/** Settings of a lean build. */
export type Settings = LeanMembers & Server

/** Settings of a full build in a host. */
export type FullSettings = FullMembers & Server

/** Settings of the full standalone. */
export type StandaloneSettings = Documented<StandaloneMembers>

/** Settings of the build that explains. */
export type ExplainSettings = Documented<ExplainMembers>
