/**
 * The state as the fragment of the address, and back. What is as at the start is left out; what
 * cannot be read is taken as at the start, for anybody may write an address.
 */

import { dayNumber } from "../data/days";
import { type AppState, type Choice, START, type View } from "./state";

type Lists = AppState["hidden"];
const LISTS = ["kinds", "relations", "verdicts", "statuses", "classes"] as const;
const EXTRA = "x-";

/** Return the fragment of a state, without `#`. */
export function fragmentOf(state: AppState): string {
  const parts = new URLSearchParams();
  if (state.day) parts.set("day", state.day);
  if (!state.past) parts.set("past", "no");
  for (const name of LISTS) {
    if (state.hidden[name].length) parts.set(`no-${name}`, state.hidden[name].join(","));
  }
  if (state.coalition) parts.set("coalition", state.coalition);
  if (state.colour !== START.colour) parts.set("colour", state.colour);
  if (state.layers.length) parts.set("layers", state.layers.join(","));
  if (state.votes) parts.set("votes", state.votes);
  if (state.chosen) parts.set(state.chosen.type, state.chosen.id);
  if (state.path.some(Boolean)) parts.set("path", state.path.join(","));
  if (state.compare.some(Boolean)) parts.set("compare", state.compare.join(","));
  if (state.panel !== START.panel) parts.set("panel", state.panel);
  if (state.table) parts.set("table", "yes");
  if (state.theme !== START.theme) parts.set("theme", state.theme);
  if (state.view) {
    const { x, y, scale } = state.view;
    parts.set("view", [x.toFixed(1), y.toFixed(1), scale.toPrecision(4)].join(","));
  }
  for (const [name, value] of Object.entries(state.extra)) {
    if (value) parts.set(EXTRA + name, value);
  }
  return parts.toString().replaceAll("%2F", "/").replaceAll("%2C", ",");
}

/** Return the state that a fragment stands for. */
export function stateOf(fragment: string): AppState {
  const parts = new URLSearchParams(fragment.replace(/^#/, ""));
  const words = (name: string) => (parts.get(name) ?? "").split(",").filter(Boolean);
  const pair = (name: string): readonly [string, string] => {
    const [one = "", other = ""] = (parts.get(name) ?? "").split(",");
    return [one, other];
  };
  const day = parts.get("day") ?? "";
  const theme = parts.get("theme");
  const hidden = Object.fromEntries(LISTS.map((name) => [name, words(`no-${name}`)]));
  return {
    day: dayNumber(day) === null ? START.day : day,
    past: parts.get("past") !== "no",
    hidden: hidden as unknown as Lists,
    coalition: parts.get("coalition") ?? START.coalition,
    colour: parts.get("colour") === "coalition" ? "coalition" : "kind",
    layers: words("layers"),
    votes: parts.get("votes") ?? START.votes,
    chosen: choiceOf(parts),
    path: pair("path"),
    compare: pair("compare"),
    panel: parts.get("panel") ?? START.panel,
    table: parts.get("table") === "yes",
    theme: theme === "light" || theme === "dark" ? theme : "auto",
    view: viewOf(parts.get("view")),
    extra: Object.fromEntries(
      [...parts].filter(([name]) => name.startsWith(EXTRA)).map(([n, v]) => [n.slice(2), v]),
    ),
  };
}

function choiceOf(parts: URLSearchParams): Choice | null {
  for (const type of ["thing", "claim", "source"] as const) {
    const id = parts.get(type);
    if (id) return { type, id };
  }
  return null;
}

function viewOf(text: string | null): View | null {
  const [x, y, scale] = (text ?? "").split(",").map(Number);
  if (x === undefined || y === undefined || scale === undefined) return null;
  return [x, y, scale].every(Number.isFinite) && scale > 0 ? { x, y, scale } : null;
}
