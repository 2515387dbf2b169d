/** Pointer, wheel, touch and keys over the picture, as moves of the view. */

import type { View } from "../state/state";
import { moved, type Size, zoomed } from "./camera";

export interface Gestured {
  view(): View;
  size(): Size;
  /** Take a view while a gesture goes on. */
  move(view: View): void;
  /** A gesture has ended; the view stays. */
  settle(): void;
  showAll(): void;
  click(left: number, top: number): void;
  hover(left: number, top: number): void;
  leave(): void;
}

const CLICK = 5;
const STEP = 60;

export function listen(element: HTMLElement, to: Gestured): void {
  const fingers = new Map<number, { left: number; top: number }>();
  let travelled = 0;
  const spot = (event: MouseEvent) => {
    const box = element.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };
  element.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    element.setPointerCapture(event.pointerId);
    if (!fingers.size) travelled = 0;
    fingers.set(event.pointerId, spot(event));
  });
  element.addEventListener("pointermove", (event) => {
    const now = spot(event);
    const before = fingers.get(event.pointerId);
    if (!before) {
      to.hover(now.left, now.top);
      return;
    }
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, at]) => at);
    const [left, top] = [now.left - before.left, now.top - before.top];
    travelled += Math.hypot(left, top);
    fingers.set(event.pointerId, now);
    if (travelled < CLICK) return;
    element.classList.add("moving");
    const other = others[0];
    if (!other) {
      to.move(moved(to.view(), left, top));
      return;
    }
    const was = Math.hypot(before.left - other.left, before.top - other.top) || 1;
    const is = Math.hypot(now.left - other.left, now.top - other.top) || 1;
    const middle = { left: (now.left + other.left) / 2, top: (now.top + other.top) / 2 };
    const shifted = moved(to.view(), left / 2, top / 2);
    to.move(zoomed(shifted, to.size(), is / was, middle.left, middle.top));
  });
  const lift = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size) return;
    element.classList.remove("moving");
    const { left, top } = spot(event);
    if (travelled < CLICK && event.type === "pointerup") to.click(left, top);
    else to.settle();
  };
  element.addEventListener("pointerup", lift);
  element.addEventListener("pointercancel", lift);
  element.addEventListener("pointerleave", () => to.leave());
  element.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      const { left, top } = spot(event);
      const factor = Math.exp(-Math.max(-240, Math.min(240, event.deltaY * unit)) / 300);
      to.move(zoomed(to.view(), to.size(), factor, left, top));
      to.settle();
    },
    { passive: false },
  );
  element.addEventListener("dblclick", (event) => {
    const { left, top } = spot(event);
    to.move(zoomed(to.view(), to.size(), event.shiftKey ? 0.5 : 2, left, top));
    to.settle();
  });
  element.addEventListener("keydown", (event) => {
    const view = keyed(event, to);
    if (!view) return;
    event.preventDefault();
    to.move(view);
    to.settle();
  });
}

function keyed(event: KeyboardEvent, to: Gestured): View | null {
  const size = to.size();
  const middle = [size.width / 2, size.height / 2] as const;
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case "ArrowLeft":
      return moved(to.view(), STEP, 0);
    case "ArrowRight":
      return moved(to.view(), -STEP, 0);
    case "ArrowUp":
      return moved(to.view(), 0, STEP);
    case "ArrowDown":
      return moved(to.view(), 0, -STEP);
    case "+":
    case "=":
      return zoomed(to.view(), size, 1.35, ...middle);
    case "-":
      return zoomed(to.view(), size, 1 / 1.35, ...middle);
    case "0":
      event.preventDefault();
      to.showAll();
      return null;
    default:
      return null;
  }
}
