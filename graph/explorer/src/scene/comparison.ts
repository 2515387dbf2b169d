/** What differs between two days, and what two things share. Pure functions. */

import type { Atlas } from "../data/atlas";
import { dayText } from "../data/days";
import type { AppState } from "../state/state";
import { isInForce, type Scene, sceneOf } from "./scene";

export interface Changes {
  readonly began: number[];
  readonly ended: number[];
}

/** Return the claims that hold on the second day only, and on the first day only. */
export function comparedDays(atlas: Atlas, state: AppState, one: number, other: number): Changes {
  const on = (day: number) =>
    sceneOf(atlas, { ...state, day: dayText(day), past: false, view: null });
  const [before, after] = [on(one), on(other)];
  const holds = (scene: Scene, at: number) => isInForce(scene.claims[at] ?? 0);
  const changes: Changes = { began: [], ended: [] };
  for (let at = 0; at < atlas.claimCount; at++) {
    const [was, is] = [holds(before, at), holds(after, at)];
    if (is && !was) changes.began.push(at);
    if (was && !is) changes.ended.push(at);
  }
  const { start, end } = atlas.data.claims;
  changes.began.sort((a, b) => (start[a] ?? "").localeCompare(start[b] ?? ""));
  changes.ended.sort((a, b) => (end[a] ?? "").localeCompare(end[b] ?? ""));
  return changes;
}

export interface Shared {
  readonly common: number[];
  readonly onlyOne: number[];
  readonly onlyOther: number[];
}

/** Return the things tied to both of two things, and to one of them only, as they are shown. */
export function comparedThings(atlas: Atlas, scene: Scene, one: number, other: number): Shared {
  const beside = (thing: number) =>
    new Set(
      (atlas.claimsOf[thing] ?? [])
        .filter((claim) => scene.claims[claim])
        .map((claim) => atlas.otherEnd(claim, thing))
        .filter((at) => at !== one && at !== other),
    );
  const [a, b] = [beside(one), beside(other)];
  const byName = (x: number, y: number) => atlas.labelOf(x).localeCompare(atlas.labelOf(y));
  return {
    common: [...a].filter((at) => b.has(at)).sort(byName),
    onlyOne: [...a].filter((at) => !b.has(at)).sort(byName),
    onlyOther: [...b].filter((at) => !a.has(at)).sort(byName),
  };
}
