/**
 * How alike two texts are, by Ratcliff and Obershelp: twice the signs in matching blocks, as a share
 * of all signs. The longest common block is taken first, then those to its left and right.
 *
 * The same measure as Python's `difflib`, which the service uses (`comity.queries.search`).
 */

const SHOWN = 8;
const LEAST = 0.75;

/** Return the texts that resemble one, the most alike first. */
export function nearest(wanted: string, texts: Iterable<string>): string[] {
  const found: [number, string][] = [];
  for (const text of texts) {
    const most = (2 * Math.min(text.length, wanted.length)) / (text.length + wanted.length);
    if (most < LEAST || mostOf(text, wanted) < LEAST) continue;
    const share = likeness(text, wanted);
    if (share >= LEAST) found.push([share, text]);
  }
  found.sort((one, other) => other[0] - one[0] || (one[1] < other[1] ? 1 : -1));
  return found.slice(0, SHOWN).map(([, text]) => text);
}

/** Return how alike two texts are, from 0 to 1. */
export function likeness(one: string, other: string): number {
  const all = one.length + other.length;
  return all ? (2 * matching(one, other)) / all : 1;
}

/** Return how alike two texts can be at most: as if the order of their signs did not count. */
function mostOf(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const sign of other) left.set(sign, (left.get(sign) ?? 0) + 1);
  let shared = 0;
  for (const sign of one) {
    const more = left.get(sign) ?? 0;
    if (more > 0) {
      shared += sign.length;
      left.set(sign, more - 1);
    }
  }
  return (2 * shared) / (one.length + other.length);
}

function matching(one: string, other: string): number {
  let size = 0;
  let [from, to] = [0, 0];
  let before: number[] = [];
  for (let at = 0; at < one.length; at += 1) {
    const now: number[] = [];
    for (let there = 0; there < other.length; there += 1) {
      if (one[at] !== other[there]) continue;
      const length = (before[there - 1] ?? 0) + 1;
      now[there] = length;
      if (length > size) [size, from, to] = [length, at - length + 1, there - length + 1];
    }
    before = now;
  }
  if (!size) return 0;
  return (
    size +
    matching(one.slice(0, from), other.slice(0, to)) +
    matching(one.slice(from + size), other.slice(to + size))
  );
}
