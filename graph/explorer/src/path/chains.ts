/** Shortest chains of ties that are shown, between two things. */

import type { Atlas } from "../data/atlas";
import type { Scene } from "../scene/scene";

export interface Step {
  readonly from: number;
  readonly to: number;
  /** The claims that are shown between the two. */
  readonly claims: readonly number[];
}

export interface Chains {
  readonly chains: readonly (readonly Step[])[];
  /** How many there are in all; no more than `MOST` are listed. */
  readonly count: number;
}

export const MOST = 12;

/** Return the shortest chains, those through less connected things first, for they say more. */
export function chainsBetween(atlas: Atlas, scene: Scene, from: number, to: number): Chains {
  if (from === to || !scene.things[from] || !scene.things[to]) return { chains: [], count: 0 };
  const before = new Map<number, Set<number>>([[from, new Set()]]);
  let ring = [from];
  while (ring.length && !before.has(to)) {
    const next = new Map<number, Set<number>>();
    for (const at of ring) {
      for (const claim of atlas.claimsOf[at] ?? []) {
        const other = atlas.otherEnd(claim, at);
        if (!scene.claims[claim] || before.has(other)) continue;
        const found = next.get(other) ?? new Set();
        next.set(other, found.add(at));
      }
    }
    for (const [at, found] of next) before.set(at, found);
    ring = [...next.keys()];
  }
  if (!before.has(to)) return { chains: [], count: 0 };
  const ways: number[][] = [];
  let total = 0;
  const walk = (at: number, tail: number[]): void => {
    if (total > 5000) return;
    if (at === from) {
      total++;
      ways.push([from, ...tail]);
      return;
    }
    for (const earlier of before.get(at) ?? []) walk(earlier, [at, ...tail]);
  };
  walk(to, []);
  const weight = (way: number[]) => way.reduce((sum, at) => sum + (atlas.degree[at] ?? 0), 0);
  ways.sort((one, other) => weight(one) - weight(other) || compare(one, other));
  return { chains: ways.slice(0, MOST).map((way) => steps(atlas, scene, way)), count: total };
}

function steps(atlas: Atlas, scene: Scene, way: readonly number[]): Step[] {
  return way.slice(1).map((to, place) => {
    const from = way[place] ?? to;
    const claims = (atlas.claimsOf[from] ?? []).filter(
      (claim) => scene.claims[claim] && atlas.otherEnd(claim, from) === to,
    );
    return { from, to, claims };
  });
}

function compare(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((at, position) => at !== other[position]);
  return place < 0 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
