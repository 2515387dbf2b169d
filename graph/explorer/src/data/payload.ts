/**
 * What a page carries: columns of equal length, as `comity.views.atlas.payload` writes them.
 *
 * Numbers in columns that name something (`kind`, `subject`, `source`) are positions in the list
 * that they point into; -1 stands for none. Dates are texts as stated; `from` and `until` are days
 * since 1970-01-01, the first and the last on which the record does not exclude the claim.
 */

export const FORM = 2;

export interface KindLook {
  name: string;
  one: string;
  many: string;
  fill: string;
  shape: string;
  outline: string;
}

export interface Relation {
  name: string;
  /** Words from subject to object. */
  phrase: string;
  /** Heading of the relation among a thing's ties, seen from the subject and from the object. */
  group: string;
}

export interface Things {
  id: string[];
  kind: number[];
  label: string[];
  description: string[];
  start: string[];
  end: string[];
  /** First and last day of the thing, as of claims; null for open. */
  from: (number | null)[];
  until: (number | null)[];
  /** Other names, joined by line ends. */
  names: string[];
  x: number[];
  y: number[];
}

/** What a claim says of its object: when it holds, and how it was judged. */
interface Judged {
  object: number[];
  start: string[];
  end: string[];
  from: (number | null)[];
  until: (number | null)[];
  verdict: number[];
  status: number[];
  reason: number[];
  note: string[];
}

export interface Claims extends Judged {
  id: string[];
  subject: number[];
  relation: number[];
  inferred: number[];
  /** 1 where the arrow runs from object to subject. */
  reversed: number[];
}

interface Sayings {
  source: number[];
  stance: number[];
  voice: string[];
  quote: string[];
  seen: string[];
}

/** Who says so: sorted by claim. */
export interface Attestations extends Sayings {
  claim: number[];
}

export interface Sources {
  id: string[];
  title: string[];
  publisher: string[];
  /** Where the words were seen, if not at their publisher's. */
  via: string[];
  url: string[];
  published: string[];
  class: number[];
}

/** Votes on one resolution that differ in who cast them and how, and in nothing else. */
export interface Rolls extends Judged {
  /** For each of `voters` the place of the vote in `ballots`, or a dot; dots at the end left out. */
  votes: string[];
  /** Ids of claims that do not follow from resolution and voter, by the place of the voter. */
  ids: Record<string, string>[];
}

/** Who says so of each vote of a roll call. */
export interface RollSayings extends Sayings {
  roll: number[];
}

/** Sums over flights and satellites: pairs of things, one row a pair and year. */
export interface Sums {
  layer: number[];
  subject: number[];
  object: number[];
  year: number[];
  count: number[];
}

export interface Payload {
  form: number;
  version: string;
  release: string;
  snapshot: string;
  /** Address of the page of a thing, claim or source, with `$id` for its id; or empty. */
  pages: string;
  asOf: string | null;
  knownBy: string | null;
  today: number;
  kinds: KindLook[];
  relations: Relation[];
  verdicts: { name: string; words: string }[];
  statuses: string[];
  reasons: string[];
  stances: string[];
  classes: string[];
  layers: { name: string; words: string; phrase: string }[];
  coalitions: { name: string; words: string; body: string }[];
  standings: string[];
  things: Things;
  claims: Claims;
  /** Relations that votes have. */
  ballots: number[];
  /** Things that ever voted. */
  voters: number[];
  rolls: Rolls;
  rollSayings: RollSayings;
  attestations: Attestations;
  sources: Sources;
  sums: Sums;
}
