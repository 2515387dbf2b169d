/** What votes say: those of a state or on a resolution, and how alike two states vote. Pure functions. */

import type { Atlas, ClaimAt, ThingAt } from "../data/atlas";
import { dayNumber } from "../data/days";
import type { AppState } from "../state/state";

/** The value of `state.votes` for which all votes are drawn. */
export const EVERY = "all";
const CAST = ["voted_for", "voted_against", "abstained_on"];

/** Whether any vote may be drawn: those of a state or on a resolution, all, or the chosen one. */
export function areVotesDrawn(state: AppState): boolean {
  return state.votes !== "" || state.chosen?.type === "claim";
}

/** Whether a vote is among those that the reader has asked to see drawn. */
export function isVoteDrawn(atlas: Atlas, state: AppState): (vote: ClaimAt) => boolean {
  const chosen = state.chosen?.type === "claim" ? atlas.claim(state.chosen.id) : undefined;
  const isOf = isVoteOf(atlas, state);
  return (vote) => vote === chosen || isOf(vote);
}

function isVoteOf(atlas: Atlas, state: AppState): (vote: ClaimAt) => boolean {
  if (!state.votes) return () => false;
  if (state.votes === EVERY) return () => true;
  const of = atlas.thing(state.votes);
  return (vote) => {
    const { subject, object } = atlas.endsOf(vote);
    return subject === of || object === of;
  };
}

/** Return the votes of a state, or on a resolution, by the day that is looked at. */
export function votesBy(atlas: Atlas, state: AppState, thing: ThingAt): ClaimAt[] {
  const day = state.day ? dayNumber(state.day) : null;
  return (atlas.votesOf[thing] ?? []).filter((vote) => day === null || !atlas.isAfter(vote, day));
}

export interface Likeness {
  /** Votes of the first state on resolutions on which both voted for, against, or abstained. */
  readonly alike: ClaimAt[];
  /** Votes of both, one after the other, where they differ. */
  readonly unlike: [ClaimAt, ClaimAt][];
}

/** Compare how two states voted, where both did; who is absent has cast no vote. */
export function votesCompared(
  atlas: Atlas,
  state: AppState,
  one: ThingAt,
  other: ThingAt,
): Likeness {
  const [ours, theirs] = [one, other].map((state_) => castBy(atlas, state, state_));
  const found: Likeness = { alike: [], unlike: [] };
  for (const [resolution, vote] of ours ?? []) {
    const against = theirs?.get(resolution);
    if (against === undefined) continue;
    if (atlas.relationOf(vote) === atlas.relationOf(against)) found.alike.push(vote);
    else found.unlike.push([vote, against]);
  }
  return found;
}

/** Return the vote of a state on each resolution; of two on one, the first counts. */
function castBy(atlas: Atlas, state: AppState, thing: ThingAt): Map<ThingAt, ClaimAt> {
  const found = new Map<ThingAt, ClaimAt>();
  for (const vote of votesBy(atlas, state, thing)) {
    const { subject, object } = atlas.endsOf(vote);
    const counts = CAST.includes(atlas.relationOf(vote).name) && atlas.isAccepted(vote);
    if (subject === thing && counts && !found.has(object)) found.set(object, vote);
  }
  return found;
}
