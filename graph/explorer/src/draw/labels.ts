/** Names beside the marks: the weightiest first, none over another. */

import type { Atlas } from "../data/atlas";
import type { Scene } from "../scene/scene";
import type { View } from "../state/state";
import { shortened } from "../text/readable";
import { type Size, toScreen } from "./camera";
import type { Inks } from "./colours";
import type { Reach } from "./sheet";

export const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif';
const LONGEST = 30;
const CELL = 24;
const GAP = 4;

export interface PlacedLabel {
  readonly at: number;
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly size: number;
  readonly strong: boolean;
}

/** Where the picture begins and ends that is seen; the canvas reaches beyond it. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

export class Labels {
  private readonly order: number[];
  private readonly texts: string[];
  private readonly widths = new Map<string, number>();

  constructor(
    private readonly context: CanvasRenderingContext2D,
    private readonly atlas: Atlas,
  ) {
    this.texts = atlas.data.things.label.map((label) => shortened(label, LONGEST));
    this.order = Array.from({ length: atlas.thingCount }, (_, at) => at).sort(
      (a, b) => (atlas.degree[b] ?? 0) - (atlas.degree[a] ?? 0) || a - b,
    );
  }

  /** Return which labels have room, with their places. */
  placed(
    view: View,
    size: Size,
    scene: Scene,
    edges: Edges,
    reach: Reach | null,
    strong: ReadonlySet<number>,
    radius: (at: number) => number,
  ): PlacedLabel[] {
    const taken = new Set<number>();
    const across = Math.ceil(size.width / CELL) + 2;
    const most = Math.round((size.width * size.height) / 16000);
    const found: PlacedLabel[] = [];
    const few = reach && reach.things.size <= 400 ? reach.things : null;
    const order = [...strong, ...(few ? this.order.filter((at) => few.has(at)) : this.order)];
    const seen = new Set<number>();
    for (const at of order) {
      if (found.length >= most) break;
      if (!scene.things[at] || seen.has(at)) continue;
      seen.add(at);
      const isStrong = strong.has(at);
      const [x, y] = this.spot(view, size, at);
      if (x < -20 || y < 0 || x > size.width + 20 || y > size.height) continue;
      const text = this.texts[at] ?? "";
      const font = isStrong ? 14 : 10.5 + Math.min(3, Math.sqrt(this.atlas.degree[at] ?? 0) / 5);
      const width = this.width(text, font, isStrong);
      const left = beside(x, radius(at) + GAP, width, edges);
      const isCut = x <= edges.right && left + width > edges.right;
      if (isCut && !isStrong) continue;
      const cells = covered(left, y - font / 2 - 1, width, font + 2, across);
      if (!isStrong && cells.some((cell) => taken.has(cell))) continue;
      for (const cell of cells) taken.add(cell);
      found.push({ at, text, left, top: y, size: font, strong: isStrong });
    }
    return found;
  }

  paint(labels: readonly PlacedLabel[], ratio: number, inks: Inks): void {
    const { context } = this;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.strokeStyle = inks.page;
    context.fillStyle = inks.ink;
    for (const label of [...labels].reverse()) {
      context.font = fontOf(label.size, label.strong);
      context.lineWidth = label.strong ? 5 : 3.5;
      context.strokeText(label.text, label.left, label.top);
      context.fillText(label.text, label.left, label.top);
    }
  }

  private spot(view: View, size: Size, at: number): [number, number] {
    const { x, y } = this.atlas.data.things;
    return toScreen(view, size, x[at] ?? 0, y[at] ?? 0);
  }

  /** Return how wide a name is; letters are fitted to whole pixels, so sizes differ by more than scale. */
  private width(text: string, font: number, strong: boolean): number {
    const key = `${font} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.context.font = fontOf(font, strong);
      width = this.context.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }
}

function fontOf(size: number, strong: boolean): string {
  return `${strong ? 650 : 450} ${size}px ${FONT}`;
}

/** Return where a name begins: right of its mark, or left of it where it would leave the picture. */
function beside(x: number, away: number, width: number, edges: Edges): number {
  const right = x + away;
  const left = x - away - width;
  return right + width > edges.right && x <= edges.right && left >= edges.left ? left : right;
}

function covered(
  left: number,
  top: number,
  width: number,
  height: number,
  across: number,
): number[] {
  const cells: number[] = [];
  const last = Math.floor((top + height) / (CELL / 2));
  for (let row = Math.floor(top / (CELL / 2)); row <= last; row++) {
    for (
      let column = Math.floor(left / CELL);
      column <= Math.floor((left + width) / CELL);
      column++
    ) {
      cells.push((row + 2) * across * 4 + column + 2);
    }
  }
  return cells;
}
