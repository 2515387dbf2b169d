/** Which things some words may mean. */

import type { Atlas } from "../data/atlas";
import { folded } from "../text/readable";

const texts = new WeakMap<Atlas, string[][]>();

/** Return positions of things whose names hold the words, best first. */
export function matches(atlas: Atlas, words: string, limit: number): number[] {
  const wanted = folded(words);
  if (!wanted) return [];
  const parts = wanted.split(" ");
  const found: { at: number; worth: number }[] = [];
  namesOf(atlas).forEach((names, at) => {
    let best = 0;
    for (const [place, name] of names.entries()) {
      if (!parts.every((part) => name.includes(part))) continue;
      const whole = name === wanted ? 8 : name.startsWith(wanted) ? 5 : 0;
      const word = ` ${name}`.includes(` ${wanted}`) ? 2 : 0;
      best = Math.max(best, 1 + whole + word - (place > 0 ? 0.5 : 0));
    }
    if (best) found.push({ at, worth: best + Math.min(1, (atlas.degree[at] ?? 0) / 100) });
  });
  found.sort((one, other) => other.worth - one.worth || one.at - other.at);
  return found.slice(0, limit).map((each) => each.at);
}

function namesOf(atlas: Atlas): string[][] {
  let found = texts.get(atlas);
  if (!found) {
    const { label, names, id } = atlas.data.things;
    found = label.map((text, at) =>
      [text, ...(names[at] ? (names[at] ?? "").split("\n") : []), id[at] ?? ""].map(folded),
    );
    texts.set(atlas, found);
  }
  return found;
}
