/** The record as the explorer asks it: columns of the payload with the indexes that they need. */

import type { Payload } from "./payload";
import { addVotes } from "./votes";

/** A thing or a claim goes by its position in its column; ids are for addresses and people. */
export type ThingAt = number;
export type ClaimAt = number;
export type SourceAt = number;

export interface Saying {
  source: SourceAt;
  stance: string;
  voice: string;
  quote: string;
  seen: string;
}

export class Atlas {
  readonly data: Payload;
  readonly thingCount: number;
  readonly claimCount: number;
  /** Where the votes begin among the claims: all before are other ties, all from there on votes. */
  readonly firstVote: ClaimAt;
  /** Positions of the claims about each thing, votes apart. */
  readonly claimsOf: ClaimAt[][];
  /** Positions of the votes of each state, and on each resolution. */
  readonly votesOf: ClaimAt[][];
  /** With how many things a thing is tied, votes apart. */
  readonly degree: Uint16Array;
  private readonly thingAt: Map<string, ThingAt>;
  private readonly claimAt: Map<string, ClaimAt>;
  private readonly firstSaying: Int32Array;

  constructor(data: Payload) {
    this.data = data;
    this.firstVote = addVotes(data);
    this.thingCount = data.things.id.length;
    this.claimCount = data.claims.id.length;
    this.thingAt = new Map(data.things.id.map((id, at) => [id, at]));
    this.claimAt = new Map(data.claims.id.map((id, at) => [id, at]));
    this.claimsOf = data.things.id.map(() => []);
    this.votesOf = data.things.id.map(() => []);
    this.degree = new Uint16Array(this.thingCount);
    for (let at = 0; at < this.claimCount; at++) {
      const { subject, object } = this.endsOf(at);
      const of = this.isVote(at) ? this.votesOf : this.claimsOf;
      of[subject]?.push(at);
      if (object !== subject) of[object]?.push(at);
    }
    for (let at = 0; at < this.thingCount; at++) {
      const near = new Set(this.claimsOf[at]?.map((claim) => this.otherEnd(claim, at)));
      this.degree[at] = near.size;
    }
    this.firstSaying = new Int32Array(this.claimCount + 1).fill(-1);
    data.attestations.claim.forEach((claim, at) => {
      if (this.firstSaying[claim] === -1) this.firstSaying[claim] = at;
    });
  }

  /** Return the position of a thing by its id, such as `nation/chn`; undefined if it has none. */
  thing(id: string): ThingAt | undefined {
    return this.thingAt.get(id);
  }

  /** Return the position of a claim by its id; undefined if it has none. */
  claim(id: string): ClaimAt | undefined {
    return this.claimAt.get(id);
  }

  idOf(at: ThingAt): string {
    return this.data.things.id[at] ?? "";
  }

  isVote(claim: ClaimAt): boolean {
    return claim >= this.firstVote;
  }

  labelOf(at: ThingAt): string {
    return this.data.things.label[at] ?? "";
  }

  kindOf(at: ThingAt): Payload["kinds"][number] {
    return pick(this.data.kinds, this.data.things.kind[at]);
  }

  endsOf(claim: ClaimAt): { subject: ThingAt; object: ThingAt } {
    const { subject, object } = this.data.claims;
    return { subject: subject[claim] ?? 0, object: object[claim] ?? 0 };
  }

  otherEnd(claim: ClaimAt, thing: ThingAt): ThingAt {
    const { subject, object } = this.endsOf(claim);
    return subject === thing ? object : subject;
  }

  relationOf(claim: ClaimAt): Payload["relations"][number] {
    return pick(this.data.relations, this.data.claims.relation[claim]);
  }

  verdictOf(claim: ClaimAt): Payload["verdicts"][number] {
    return pick(this.data.verdicts, this.data.claims.verdict[claim]);
  }

  statusOf(claim: ClaimAt): string {
    return this.data.statuses[this.data.claims.status[claim] ?? -1] ?? "";
  }

  reasonOf(claim: ClaimAt): string {
    return this.data.reasons[this.data.claims.reason[claim] ?? -1] ?? "";
  }

  /** Return who says so of a claim, in the order of the record. */
  sayingsOf(claim: ClaimAt): Saying[] {
    const { attestations: said, stances } = this.data;
    const found: Saying[] = [];
    const first = this.firstSaying[claim] ?? -1;
    for (let at = first; at >= 0 && said.claim[at] === claim; at++) {
      found.push({
        source: said.source[at] ?? 0,
        stance: stances[said.stance[at] ?? 0] ?? "",
        voice: said.voice[at] ?? "",
        quote: said.quote[at] ?? "",
        seen: said.seen[at] ?? "",
      });
    }
    return found;
  }

  /** Whether a claim is so on a day, as far as the record does not exclude it. */
  holdsOn(claim: ClaimAt, day: number): boolean {
    return !this.isAfter(claim, day) && !this.isBefore(claim, day);
  }

  /** Whether a claim has not begun on a day. */
  isAfter(claim: ClaimAt, day: number): boolean {
    const from = this.data.claims.from[claim];
    return from !== null && from !== undefined && from > day;
  }

  /** Whether a claim has ended before a day. */
  isBefore(claim: ClaimAt, day: number): boolean {
    const until = this.data.claims.until[claim];
    return until !== null && until !== undefined && until < day;
  }

  /** Whether the record counts a claim: its verdict is that it holds, or that nobody looked. */
  isAccepted(claim: ClaimAt): boolean {
    const { name } = this.verdictOf(claim);
    return name === "supported" || name === "unverified";
  }
}

function pick<Item>(items: readonly Item[], at: number | undefined): Item {
  const found = items[at ?? -1];
  if (found === undefined) throw new RangeError(`the data has no item ${at}`);
  return found;
}
