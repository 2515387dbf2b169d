/**
 * All that the reader has chosen, as one immutable value. The address carries the whole of it, so
 * that a link shows another reader the same.
 */

/** What a panel tells about. Ids are those of the record. */
export type Choice =
  | { readonly type: "thing"; readonly id: string }
  | { readonly type: "claim"; readonly id: string }
  | { readonly type: "source"; readonly id: string };

export interface View {
  readonly x: number;
  readonly y: number;
  /** Pixels for one unit of the sheet. */
  readonly scale: number;
}

export interface AppState {
  /** Day looked at, YYYY-MM-DD; null for all times. */
  readonly day: string | null;
  /** Whether ties that have ended by the day are drawn, dashed. */
  readonly past: boolean;
  readonly hidden: {
    readonly kinds: readonly string[];
    readonly relations: readonly string[];
    readonly verdicts: readonly string[];
    readonly statuses: readonly string[];
    readonly classes: readonly string[];
  };
  /** Only what belongs to, or is tied to, a coalition: its name, `both`, `none`, or empty for all. */
  readonly coalition: string;
  readonly colour: "kind" | "coalition";
  /** Sums over flights and satellites that are drawn as well. */
  readonly layers: readonly string[];
  /** Votes that are drawn as well: id of a state or a resolution, `all`, or empty for none. */
  readonly votes: string;
  readonly chosen: Choice | null;
  /** Ends of a path; empty texts where none is picked. */
  readonly path: readonly [string, string];
  /** Two days or two things to compare; empty texts where none is picked. */
  readonly compare: readonly [string, string];
  /** Name of the open panel, see `panels/registry`. */
  readonly panel: string;
  /** Whether the text table is shown in place of the picture. */
  readonly table: boolean;
  readonly theme: "auto" | "light" | "dark";
  /** Part of the sheet that is seen; null for all of it. */
  readonly view: View | null;
  /** What optional features keep, such as the text of a query; by their own names. */
  readonly extra: Readonly<Record<string, string>>;
}

export const START: AppState = {
  day: null,
  past: true,
  hidden: { kinds: [], relations: [], verdicts: [], statuses: [], classes: [] },
  coalition: "",
  colour: "kind",
  layers: [],
  votes: "",
  chosen: null,
  path: ["", ""],
  compare: ["", ""],
  panel: "about",
  table: false,
  theme: "auto",
  view: null,
  extra: {},
};
