/** Which names are written: each at a size that can be read, none over another or over a mark. */

import type { Thing } from "./model";

const WIDTH = 0.6;
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
    const high = thing.lines.length * HEIGHT * size;
    const spots = spotsAround(thing, half, high).map(([across, down]) => ({
      across,
      down,
      left: thing.x + across - half,
      right: thing.x + across + half,
      top: thing.y + thing.size + 1 + down,
      bottom: thing.y + thing.size + 1 + down + high,
    }));
    const spot = spots.find(
      (box) => within(box, seen) && ![...taken, ...marks].some((other) => meet(box, other)),
    );
    const written = spot ?? (rank === 0 ? spots[0] : undefined);
    element.classList.toggle("away", !written);
    if (!written) continue;
    element.setAttribute("transform", `translate(${written.across} ${written.down})`);
    taken.push(written);
  }
}

/** Where a name may stand, from below its mark: there, above it, right or left of it. */
function spotsAround(thing: Thing, half: number, high: number): (readonly [number, number])[] {
  const side = thing.size + half + 3;
  const level = -thing.size - 1 - high / 2;
  return [
    [0, 0],
    [0, -2 * thing.size - 4 - high],
    [side, level],
    [-side, level],
  ];
}

function within(one: Box, whole: Box): boolean {
  return (
    one.left >= whole.left &&
    one.right <= whole.right &&
    one.top >= whole.top &&
    one.bottom <= whole.bottom
  );
}

function meet(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
