/** What is under a point of the picture. */

import type { Atlas } from "../data/atlas";
import type { Scene } from "../scene/scene";
import type { View } from "../state/state";
import { type Size, toScreen } from "./camera";

export type Hit = { type: "thing"; at: number } | { type: "claim"; at: number } | null;

const NEAR_THING = 5;
const NEAR_LINE = 4;

/** Return the thing under a point, else the nearest line within a few pixels. */
export function hitAt(
  atlas: Atlas,
  scene: Scene,
  view: View,
  size: Size,
  left: number,
  top: number,
  radius: (at: number) => number,
): Hit {
  const { x, y } = atlas.data.things;
  let nearest = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < atlas.thingCount; at++) {
    if (!scene.things[at]) continue;
    const [sx, sy] = toScreen(view, size, x[at] ?? 0, y[at] ?? 0);
    const far = Math.hypot(sx - left, sy - top) - radius(at);
    if (far < Math.min(least, NEAR_THING)) {
      least = far;
      nearest = at;
    }
  }
  if (nearest >= 0) return { type: "thing", at: nearest };
  let closest = NEAR_LINE;
  for (let at = 0; at < atlas.claimCount; at++) {
    if (!scene.claims[at]) continue;
    const { subject, object } = atlas.endsOf(at);
    const [ax, ay] = toScreen(view, size, x[subject] ?? 0, y[subject] ?? 0);
    const [bx, by] = toScreen(view, size, x[object] ?? 0, y[object] ?? 0);
    const far = distance(left, top, ax, ay, bx, by);
    if (far < closest) {
      closest = far;
      nearest = at;
    }
  }
  return nearest >= 0 ? { type: "claim", at: nearest } : null;
}

function distance(px: number, py: number, ax: number, ay: number, bx: number, by: number): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1);
  const t = Math.max(0, Math.min(1, along));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}
