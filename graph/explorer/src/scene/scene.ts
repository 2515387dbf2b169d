/** What is drawn: which things and claims are shown under a state, and how. A pure function. */

import type { Atlas } from "../data/atlas";
import { dayNumber, yearOf } from "../data/days";
import type { AppState } from "../state/state";
import { coalitionsOn } from "./coalitions";
import { areVotesDrawn, isVoteDrawn } from "./votes";

/** How a tie's line is drawn. */
export enum Line {
  Hidden = 0,
  Holds = 1,
  Ended = 2,
  Contested = 3,
  Inferred = 4,
  Unverified = 5,
  Planned = 6,
}

export interface SumLine {
  layer: number;
  one: number;
  other: number;
  count: number;
}

export interface Scene {
  /** Day that the scene shows; for all times, the day of the release. */
  readonly day: number;
  /** 1 for things that are shown. */
  readonly things: Uint8Array;
  /** 1 for things that have ended by the day. */
  readonly over: Uint8Array;
  /** A `Line` for each claim. */
  readonly claims: Uint8Array;
  readonly sums: SumLine[];
  /** Name of the coalition of each thing on the day: of `data.coalitions`, `both` or empty. */
  readonly coalitions: string[];
  readonly thingCount: number;
  readonly claimCount: number;
}

/** Return what a state shows. */
export function sceneOf(atlas: Atlas, state: AppState): Scene {
  const { data } = atlas;
  const day = (state.day ? dayNumber(state.day) : null) ?? data.today;
  const coalitions = coalitionsOn(atlas, state.day ? day : null);
  const wanted = wantedThings(atlas, state);
  const claims = new Uint8Array(atlas.claimCount);
  const hidden = hiddenClaims(atlas, state);
  const things = new Uint8Array(atlas.thingCount);
  const over = new Uint8Array(atlas.thingCount);
  const tied = new Uint8Array(atlas.thingCount);
  const isDrawn = isVoteDrawn(atlas, state);
  const end = areVotesDrawn(state) ? atlas.claimCount : atlas.firstVote;
  let claimCount = 0;
  for (let at = 0; at < end; at++) {
    if (atlas.isVote(at) && !isDrawn(at)) continue;
    const { subject, object } = atlas.endsOf(at);
    if (!wanted[subject] || !wanted[object] || hidden[at]) continue;
    const line = lineOf(atlas, at, day);
    if (state.day && atlas.isAfter(at, day)) continue;
    if (!state.past && (line === Line.Ended || atlas.isBefore(at, day))) continue;
    if (state.coalition && !touches(state.coalition, coalitions, subject, object)) continue;
    claims[at] = line;
    claimCount++;
    tied[subject] = tied[object] = 1;
  }
  let thingCount = 0;
  for (let at = 0; at < atlas.thingCount; at++) {
    const ofCoalition = !state.coalition || isOf(state.coalition, coalitions[at] ?? "");
    const seen = wanted[at] && (tied[at] || (ofCoalition && standsAlone(atlas, state, at, day)));
    things[at] = seen ? 1 : 0;
    thingCount += things[at] ?? 0;
    const until = data.things.until[at];
    over[at] = until !== null && until !== undefined && until < day ? 1 : 0;
  }
  const sums = sumLines(atlas, state, day, things);
  return { day, things, over, claims, sums, coalitions, thingCount, claimCount };
}

/** Return how a claim is drawn on a day, by the rules of `palette.standing_of`. */
export function lineOf(atlas: Atlas, claim: number, day: number): Line {
  const { name } = atlas.verdictOf(claim);
  if (name === "disputed" || name === "contradicted") return Line.Contested;
  if (atlas.isBefore(claim, day) || name === "outdated") return Line.Ended;
  if (atlas.isAfter(claim, day)) return Line.Planned;
  if (atlas.data.claims.inferred[claim]) return Line.Inferred;
  return name === "supported" ? Line.Holds : Line.Unverified;
}

/** Whether a claim that is drawn is so on the day, and the record counts it. */
export function isInForce(line: number): boolean {
  return line === Line.Holds || line === Line.Inferred || line === Line.Unverified;
}

function wantedThings(atlas: Atlas, state: AppState): Uint8Array {
  const kinds = atlas.data.kinds.map((kind) => !state.hidden.kinds.includes(kind.name));
  return Uint8Array.from(atlas.data.things.kind, (kind) => (kinds[kind] ? 1 : 0));
}

/** Whether a thing is shown on a day although no tie of it is: once it has begun, as far as known. */
function standsAlone(atlas: Atlas, state: AppState, at: number, day: number): boolean {
  const from = atlas.data.things.from[at];
  if (!state.day) return true;
  if (from === null || from === undefined) return atlas.claimsOf[at]?.length === 0;
  return from <= day;
}

function hiddenClaims(atlas: Atlas, state: AppState): Uint8Array {
  const { data } = atlas;
  const { hidden } = state;
  const relations = data.relations.map((each) => hidden.relations.includes(each.name));
  const verdicts = data.verdicts.map((each) => hidden.verdicts.includes(each.name));
  const statuses = data.statuses.map((each) => hidden.statuses.includes(each));
  const found = new Uint8Array(atlas.claimCount);
  const backed = hidden.classes.length ? claimsBacked(atlas, hidden.classes) : null;
  for (let at = 0; at < atlas.claimCount; at++) {
    const { relation, verdict, status } = data.claims;
    found[at] =
      relations[relation[at] ?? -1] ||
      verdicts[verdict[at] ?? -1] ||
      statuses[status[at] ?? -1] ||
      (backed && !backed[at])
        ? 1
        : 0;
  }
  return found;
}

/** Return 1 for each claim that has a source of a class that is not hidden. */
function claimsBacked(atlas: Atlas, hidden: readonly string[]): Uint8Array {
  const { attestations, sources, classes } = atlas.data;
  const backed = new Uint8Array(atlas.claimCount);
  attestations.claim.forEach((claim, at) => {
    const name = classes[sources.class[attestations.source[at] ?? -1] ?? -1] ?? "";
    if (!hidden.includes(name)) backed[claim] = 1;
  });
  return backed;
}

function isOf(wanted: string, coalition: string): boolean {
  if (wanted === "none") return coalition === "";
  return coalition === wanted || (coalition === "both" && wanted !== "none");
}

function touches(wanted: string, coalitions: readonly string[], a: number, b: number): boolean {
  const one = coalitions[a] ?? "";
  const other = coalitions[b] ?? "";
  if (wanted === "none") return one === "" && other === "";
  return isOf(wanted, one) || isOf(wanted, other);
}

function sumLines(atlas: Atlas, state: AppState, day: number, things: Uint8Array): SumLine[] {
  if (!state.layers.length) return [];
  const { sums, layers } = atlas.data;
  const last = yearOf(day);
  const found = new Map<string, SumLine>();
  sums.layer.forEach((layer, at) => {
    const name = layers[layer]?.name ?? "";
    const one = sums.subject[at] ?? 0;
    const other = sums.object[at] ?? 0;
    if (!state.layers.includes(name) || (sums.year[at] ?? 0) > last) return;
    if (!things[one] || !things[other]) return;
    const key = `${layer} ${one} ${other}`;
    const line = found.get(key) ?? { layer, one, other, count: 0 };
    line.count += sums.count[at] ?? 0;
    found.set(key, line);
  });
  return [...found.values()];
}
