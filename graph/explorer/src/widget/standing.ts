/** What is shown on a day, and how far each tie holds then: the rules of `palette.standing_of`. */

import type { Claim, Picture, Tie } from "./model";

export type StandingName =
  | "in_force"
  | "planned"
  | "ended"
  | "contested"
  | "unverified"
  | "inferred";

export interface ShownTie {
  readonly at: number;
  readonly tie: Tie;
  readonly claims: readonly Claim[];
  readonly standing: StandingName;
}

export interface Shown {
  /** Ties on the day, in the order of the data. */
  readonly ties: readonly ShownTie[];
  /** Positions of the things on the day. */
  readonly things: ReadonlySet<number>;
}

// the best verdict of several claims speaks for the tie, as in `comity.analysis.surroundings`
const SEVERITY = ["supported", "unverified", "outdated", "disputed", "contradicted"];

/** Return what a day shows: the ties that may have held, and the things at their ends. */
export function shownOn(picture: Picture, day: number | null): Shown {
  const ties: ShownTie[] = [];
  const things = new Set<number>();
  picture.things.forEach((thing, at) => {
    if (thing.centre || day === null) things.add(at);
  });
  picture.ties.forEach((tie, at) => {
    const claims = day === null ? tie.claims : tie.claims.filter((claim) => holdsOn(claim, day));
    if (!claims.length) return;
    ties.push({ at, tie, claims, standing: standingOf(claims, day ?? picture.today) });
    things.add(tie.subject).add(tie.object);
  });
  return { ties, things };
}

function holdsOn(claim: Claim, day: number): boolean {
  return (claim.from ?? day) <= day && (claim.until ?? day) >= day;
}

/** Return the one standing by which a tie with some claims is drawn. */
export function standingOf(claims: readonly Claim[], day: number): StandingName {
  const ranks = claims.map((claim) => SEVERITY.indexOf(claim.verdict)).filter((rank) => rank >= 0);
  const verdict = SEVERITY[Math.min(...ranks)] ?? "unverified";
  if (verdict === "disputed" || verdict === "contradicted") return "contested";
  const ended = claims.every((claim) => claim.until !== null && claim.until < day);
  if (ended || verdict === "outdated") return "ended";
  if (claims.every((claim) => claim.from !== null && claim.from > day)) return "planned";
  return verdict === "supported" ? "in_force" : "unverified";
}
