/** What the sheet shows, as arrays for WebGL: made anew when the scene, the choice or the inks change. */

import type { Atlas } from "../data/atlas";
import { Line, type Scene } from "../scene/scene";
import { COALITION_FILLS, type Colour, colour, type Inks } from "./colours";
import { SHAPES } from "./programs";

/** Numbers of floats a corner takes: spot, colour (in one), along and dash, side and width. */
export const LINE_FLOATS = 5;
export const BAND_FLOATS = 8;
export const MARK_FLOATS = 6;

export interface Sheet {
  readonly lines: Float32Array;
  readonly bands: Float32Array;
  readonly marks: Float32Array;
}

/** What stands out: things and claims of a choice; null when nothing does. */
export interface Reach {
  readonly things: ReadonlySet<number>;
  readonly claims: ReadonlySet<number>;
  /** Whether it is a path, which has a colour of its own. */
  readonly isPath: boolean;
}

export interface Looks {
  readonly inks: Inks;
  readonly byCoalition: boolean;
  readonly radii: Float32Array;
}

/** Length of dashes and gaps: the shader has one length a line, so `palette.LINES` less gaps. */
export const DASHES: Readonly<Record<number, number>> = {
  [Line.Unverified]: 9,
  [Line.Ended]: 5,
  [Line.Contested]: 3,
  [Line.Planned]: 2,
};

/** Return the radius of each thing's mark in pixels, when the whole sheet is seen. */
export function radiiOf(atlas: Atlas): Float32Array {
  return Float32Array.from(atlas.degree, (degree) => Math.min(15, 2.1 + 0.95 * Math.sqrt(degree)));
}

export function sheetOf(atlas: Atlas, scene: Scene, reach: Reach | null, looks: Looks): Sheet {
  const lines = new Filling(scene.claimCount * 2 * LINE_FLOATS);
  const bands = new Filling(64 * BAND_FLOATS);
  const { x, y } = atlas.data.things;
  for (let claim = 0; claim < atlas.claimCount; claim++) {
    const line = scene.claims[claim] ?? Line.Hidden;
    if (line === Line.Hidden) continue;
    const { subject, object } = atlas.endsOf(claim);
    const ends = [x[subject] ?? 0, y[subject] ?? 0, x[object] ?? 0, y[object] ?? 0] as const;
    const dash = DASHES[line] ?? 0;
    if (reach?.claims.has(claim)) {
      const ink = reach.isPath ? looks.inks.path : inkOf(line, looks.inks, true);
      bands.band(ends, tint(ink, 0.92), dash, reach.isPath ? 1.7 : 0.9);
    } else {
      const ink = inkOf(line, looks.inks, false);
      lines.line(ends, tint(ink, alphaOf(line) * (reach ? 0.3 : 1)), dash);
    }
  }
  for (const { one, other, count } of scene.sums) {
    const ends = [x[one] ?? 0, y[one] ?? 0, x[other] ?? 0, y[other] ?? 0] as const;
    const faint = reach && !(reach.things.has(one) && reach.things.has(other));
    bands.band(ends, tint(looks.inks.sum, faint ? 0.1 : 0.36), 0, 0.5 + Math.log2(count + 1) * 0.4);
  }
  return { lines: lines.done(), bands: bands.done(), marks: marksOf(atlas, scene, reach, looks) };
}

function marksOf(atlas: Atlas, scene: Scene, reach: Reach | null, looks: Looks): Float32Array {
  const marks = new Filling(scene.thingCount * MARK_FLOATS);
  const { x, y } = atlas.data.things;
  // large marks last: what stands behind a hub comes into sight as one zooms in
  const order = Array.from({ length: atlas.thingCount }, (_, at) => at)
    .filter((at) => scene.things[at])
    .sort((a, b) => (looks.radii[a] ?? 0) - (looks.radii[b] ?? 0));
  for (const at of order) {
    const kind = atlas.kindOf(at);
    const fill = looks.byCoalition
      ? (COALITION_FILLS[scene.coalitions[at] ?? ""] ?? "#8C8C8C")
      : kind.fill;
    const faint = reach && !reach.things.has(at);
    marks.push(x[at] ?? 0, y[at] ?? 0, tint(colour(fill), faint ? 0.22 : 1));
    marks.push(looks.radii[at] ?? 3, SHAPES.indexOf(kind.shape), scene.over[at] ?? 0);
  }
  return marks.done();
}

function inkOf(line: Line, inks: Inks, chosen: boolean): Colour {
  if (line === Line.Contested) return inks.contested;
  if (chosen) return inks.chosen;
  if (line === Line.Ended || line === Line.Planned || line === Line.Unverified) return inks.ended;
  return line === Line.Inferred ? inks.inferred : inks.line;
}

function alphaOf(line: Line): number {
  if (line === Line.Contested) return 0.6;
  if (line === Line.Holds) return 0.2;
  return line === Line.Ended ? 0.2 : 0.15;
}

const bytes = new Uint8Array(4);
const word = new Float32Array(bytes.buffer);

/** Return a colour with an opacity, its four bytes taken for one float. */
function tint(ink: Colour, alpha: number): number {
  bytes[0] = ink[0];
  bytes[1] = ink[1];
  bytes[2] = ink[2];
  bytes[3] = Math.min(254, Math.round(alpha * 255)); // 255 could make a float that is no number
  return word[0] ?? 0;
}

type Ends = readonly [number, number, number, number];

/** A growing array of floats. */
class Filling {
  private floats: Float32Array;
  private used = 0;

  constructor(room: number) {
    this.floats = new Float32Array(Math.max(room, 16));
  }

  push(...values: number[]): void {
    if (this.used + values.length > this.floats.length) {
      const larger = new Float32Array(this.floats.length * 2 + values.length);
      larger.set(this.floats);
      this.floats = larger;
    }
    for (const value of values) this.floats[this.used++] = value;
  }

  line([ax, ay, bx, by]: Ends, ink: number, dash: number): void {
    this.push(ax, ay, ink, 0, dash);
    this.push(bx, by, ink, Math.hypot(bx - ax, by - ay), dash);
  }

  band([ax, ay, bx, by]: Ends, ink: number, dash: number, half: number): void {
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [nx, ny] = [-(by - ay) / length, (bx - ax) / length];
    for (const [end, side] of [
      [0, 1],
      [1, 1],
      [0, -1],
      [0, -1],
      [1, 1],
      [1, -1],
    ] as const) {
      this.push(end ? bx : ax, end ? by : ay, ink, end * length, dash * 1.6);
      this.push(nx, ny, side * half);
    }
  }

  done(): Float32Array {
    return this.floats.subarray(0, this.used);
  }
}
