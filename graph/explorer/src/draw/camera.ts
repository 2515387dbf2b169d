/** Where the sheet is looked at: the point in the middle and how many pixels a unit takes. */

import type { View } from "../state/state";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const LEAST_SCALE = 0.02;
export const MOST_SCALE = 40;

export function toScreen(view: View, size: Size, x: number, y: number): [number, number] {
  return [(x - view.x) * view.scale + size.width / 2, (y - view.y) * view.scale + size.height / 2];
}

export function toSheet(view: View, size: Size, left: number, top: number): [number, number] {
  return [
    (left - size.width / 2) / view.scale + view.x,
    (top - size.height / 2) / view.scale + view.y,
  ];
}

/** Return a view zoomed by a factor so that what is under a point stays there. */
export function zoomed(view: View, size: Size, factor: number, left: number, top: number): View {
  const scale = Math.min(MOST_SCALE, Math.max(LEAST_SCALE, view.scale * factor));
  const [x, y] = toSheet(view, size, left, top);
  return {
    x: x - (left - size.width / 2) / scale,
    y: y - (top - size.height / 2) / scale,
    scale,
  };
}

export function moved(view: View, left: number, top: number): View {
  return { ...view, x: view.x - left / view.scale, y: view.y - top / view.scale };
}

/** Return the view that shows a box with a margin, not larger than a scale. */
export function fitting(box: Box, size: Size, margin: number, most = 3): View {
  const width = Math.max(1, box.right - box.left);
  const height = Math.max(1, box.bottom - box.top);
  const across = Math.max(60, size.width - 2 * margin) / width;
  const down = Math.max(60, size.height - 2 * margin) / height;
  return {
    x: (box.left + box.right) / 2,
    y: (box.top + box.bottom) / 2,
    scale: Math.min(most, across, down),
  };
}
