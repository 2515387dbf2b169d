/** What the bar of time shows of the record: its events, and how many ties begin in each year. */

import type { Atlas } from "../data/atlas";
import { yearOf } from "../data/days";

export interface EventMark {
  readonly id: string;
  readonly label: string;
  readonly day: number;
  readonly start: string;
}

/** Return the dated events, the earliest first. */
export function events(atlas: Atlas): EventMark[] {
  const { things } = atlas.data;
  const found: EventMark[] = [];
  for (let at = 0; at < atlas.thingCount; at++) {
    const day = things.from[at];
    if (atlas.kindOf(at).name !== "event" || day === null || day === undefined) continue;
    found.push({
      id: atlas.idOf(at),
      label: atlas.labelOf(at),
      day,
      start: things.start[at] ?? "",
    });
  }
  return found.sort((one, other) => one.day - other.day);
}

/** Return how many claims begin in each year, of those whose start is stated, votes apart. */
export function beginnings(atlas: Atlas): Map<number, number> {
  const { claims } = atlas.data;
  const found = new Map<number, number>();
  claims.from.forEach((day, at) => {
    if (day === null || !claims.start[at] || atlas.isVote(at)) return;
    const year = yearOf(day);
    found.set(year, (found.get(year) ?? 0) + 1);
  });
  return found;
}
