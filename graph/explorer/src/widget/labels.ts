/** Which names are written: each at a size that can be read, none over another or over a mark. */

import type { Thing } from "./model";

const WIDTH = 0.56;
const HEIGHT = 1.15;
const SIZE = 13;
const LEAST = 11;

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface Named {
  readonly thing: Thing;
  readonly element: Element;
  /** 0 for a name that must be written, then the smaller, the sooner. */
  readonly rank: number;
}

/** Return the size of letters, in units of the sheet, that can be read at a scale. */
export function letterSize(scale: number): number {
  return Math.max(SIZE, LEAST / scale);
}

/** Write the names that find room, and hide the others until the reader zooms in. */
export function placeNames(named: readonly Named[], scale: number, seen: Box): void {
  const size = letterSize(scale);
  const taken: Box[] = [];
  const marks = named.map(({ thing }) => ({
    left: thing.x - thing.size * 0.8,
    right: thing.x + thing.size * 0.8,
    top: thing.y - thing.size * 0.8,
    bottom: thing.y + thing.size * 0.8,
  }));
  for (const { thing, element, rank } of [...named].sort((a, b) => a.rank - b.rank)) {
    const half = (Math.max(...thing.lines.map((line) => line.length)) * WIDTH * size) / 2;
    const top = thing.y + thing.size + 1;
    const bottom = top + thing.lines.length * HEIGHT * size;
    const box = { left: thing.x - half, right: thing.x + half, top, bottom };
    const whole = box.left >= seen.left && box.right <= seen.right && bottom <= seen.bottom;
    const free = whole && ![...taken, ...marks].some((other) => meet(box, other));
    element.classList.toggle("away", rank > 0 && !free);
    if (rank === 0 || free) taken.push(box);
  }
}

function meet(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
