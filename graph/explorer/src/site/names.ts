/**
 * The names of all things of a site, and which of them some words may mean.
 *
 * The same rules as `comity.queries.search`: an exact name comes before one that begins with the
 * words, then one in which every word begins some word, then one that only resembles them;
 * satellites, of which there are thousands, come one step later.
 */

import { folded } from "../text/readable";
import { nearest } from "./likeness";

export interface Thing {
  readonly id: string;
  readonly kind: string;
  readonly label: string;
}

export interface Match extends Thing {
  /** The name that fits, if that is not the label. */
  readonly name: string;
}

interface Named extends Thing {
  readonly names: readonly (readonly [name: string, folded: string])[];
}

type Score = readonly [rank: number, later: number, place: number, name: string];

const EXACT = 0;
const BEGINS = 1;
const WORDS = 2;
const ALIKE = 3;

/** What can be found. */
export class Names {
  readonly #things: readonly Named[];

  /**
   * @param lines A line a thing: its id, its label and its other names, with tabs between them.
   * @param kinds Words for kinds.
   */
  constructor(lines: string, kinds: Readonly<Record<string, string>>) {
    this.#things = lines.split("\n").map((line) => {
      const [id = "", label = "", ...others] = line.split("\t");
      const kind = id.slice(0, id.indexOf("/"));
      const names = [label, ...others, id].map((name) => [name, folded(name)] as const);
      return { id, label, kind: kinds[kind] ?? kind, names };
    });
  }

  /** Return the things that words may mean, the best first, and none for words without a letter. */
  search(words: string, limit: number): Match[] {
    const wanted = folded(words);
    if (!wanted) return [];
    let found: [Score, Named][] = [];
    for (const thing of this.#things) {
      const later = thing.id.startsWith("satellite/") ? 1 : 0;
      let best: Score | undefined;
      for (const [name, plain] of thing.names) {
        const rank = rankOf(wanted, plain);
        if (rank === undefined) continue;
        const score: Score = [rank + later, later, name.length, name];
        if (!best || compare(score, best) < 0) best = score;
      }
      if (best) found.push([best, thing]);
    }
    if (!found.length) found = this.#alike(wanted);
    found.sort((one, other) => compare(one[0], other[0]) || order(one[1].id, other[1].id));
    return found.slice(0, limit).map(([score, { id, label, kind }]) => {
      const name = score[3] === label || score[3] === id ? "" : score[3];
      return { id, label, kind, name };
    });
  }

  #alike(wanted: string): [Score, Named][] {
    const byName = new Map<string, [Named, string][]>();
    for (const thing of this.#things) {
      for (const [name, plain] of thing.names) {
        const among = byName.get(plain);
        if (among) among.push([thing, name]);
        else byName.set(plain, [[thing, name]]);
      }
    }
    const found = new Map<string, [Score, Named]>();
    for (const [place, plain] of nearest(wanted, byName.keys()).entries()) {
      for (const [thing, name] of byName.get(plain) ?? []) {
        if (!found.has(thing.id)) found.set(thing.id, [[ALIKE, 0, place, name], thing]);
      }
    }
    return [...found.values()];
  }
}

function rankOf(wanted: string, name: string): number | undefined {
  if (name === wanted) return EXACT;
  if (name.startsWith(wanted)) return BEGINS;
  const parts = name.split(" ");
  const fit = wanted.split(" ").every((word) => parts.some((part) => part.startsWith(word)));
  return fit ? WORDS : undefined;
}

function compare(one: Score, other: Score): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || order(one[3], other[3]);
}

function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
