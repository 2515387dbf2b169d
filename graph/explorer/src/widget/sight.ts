/** What part of the sheet is seen: fitted, moved and zoomed, by pointer and by keyboard. */

import type { Box } from "./labels";
import type { Picture } from "./model";

const LABEL_ROOM = 90;
const STEP = 0.12;
const ZOOM = 1.3;
const CLOSEST = 6;

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class Sight {
  /** Whether the last press of the pointer moved the sheet, and so chose nothing. */
  wasMoved = false;
  private readonly whole: Rectangle;
  private box: Rectangle;

  constructor(
    private readonly drawing: SVGSVGElement,
    picture: Picture,
    private readonly changed: () => void,
  ) {
    const xs = picture.things.map((thing) => thing.x);
    const ys = picture.things.map((thing) => thing.y);
    const left = Math.min(...xs) - LABEL_ROOM;
    const top = Math.min(...ys) - LABEL_ROOM / 2;
    this.whole = {
      x: left,
      y: top,
      width: Math.max(...xs) + LABEL_ROOM - left,
      height: Math.max(...ys) + LABEL_ROOM - top,
    };
    this.box = this.whole;
    this.listen();
    this.drawing.setAttribute("viewBox", this.words());
    new ResizeObserver(() => this.changed()).observe(drawing); // Jupyter shows it after it is made
  }

  /** Return how many pixels a unit of the sheet takes; 1 before the drawing has a size. */
  scale(): number {
    const { clientWidth, clientHeight } = this.drawing;
    return Math.min(clientWidth / this.box.width, clientHeight / this.box.height) || 1;
  }

  showAll(): void {
    this.show(this.whole);
  }

  zoom(closer: boolean): void {
    const factor = closer ? 1 / ZOOM : ZOOM;
    const width = Math.min(
      Math.max(this.box.width * factor, this.whole.width / CLOSEST / 2),
      this.whole.width * 1.5,
    );
    const scale = width / this.box.width;
    const height = this.box.height * scale;
    this.show({
      x: this.box.x + (this.box.width - width) / 2,
      y: this.box.y + (this.box.height - height) / 2,
      width,
      height,
    });
  }

  /** Return what of the sheet the reader sees: the box, and more where the drawing is wider. */
  seen(): Box {
    const [x, y] = [this.box.x + this.box.width / 2, this.box.y + this.box.height / 2];
    const width = this.drawing.clientWidth / this.scale() / 2;
    const height = this.drawing.clientHeight / this.scale() / 2;
    return { left: x - width, right: x + width, top: y - height, bottom: y + height };
  }

  private move(across: number, down: number): void {
    this.show({ ...this.box, x: this.box.x + across, y: this.box.y + down });
  }

  private show(box: Rectangle): void {
    this.box = box;
    this.drawing.setAttribute("viewBox", this.words());
    this.changed();
  }

  private words(): string {
    return `${this.box.x} ${this.box.y} ${this.box.width} ${this.box.height}`;
  }

  private listen(): void {
    this.drawing.addEventListener("keydown", (event) => {
      const step = this.box.width * STEP;
      const actions: Record<string, () => void> = {
        ArrowLeft: () => this.move(-step, 0),
        ArrowRight: () => this.move(step, 0),
        ArrowUp: () => this.move(0, -step),
        ArrowDown: () => this.move(0, step),
        "+": () => this.zoom(true),
        "=": () => this.zoom(true),
        "-": () => this.zoom(false),
        "0": () => this.showAll(),
      };
      const plain = !(event.ctrlKey || event.metaKey || event.altKey);
      const action = plain && Object.hasOwn(actions, event.key) ? actions[event.key] : undefined;
      if (!action) return;
      event.preventDefault();
      event.stopPropagation(); // Jupyter has commands on single keys
      action();
    });
    this.drawing.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey && !event.metaKey) return; // else the notebook scrolls
        event.preventDefault();
        this.zoom(event.deltaY < 0);
      },
      { passive: false },
    );
    let last: { x: number; y: number } | null = null;
    this.drawing.addEventListener("pointerdown", (event) => {
      last = { x: event.clientX, y: event.clientY };
      this.wasMoved = false;
    });
    this.drawing.addEventListener("pointermove", (event) => {
      if (!last) return;
      const [x, y] = [event.clientX - last.x, event.clientY - last.y];
      if (!this.wasMoved && Math.hypot(x, y) < 5) return;
      this.wasMoved = true;
      this.drawing.setPointerCapture(event.pointerId);
      const scale = 1 / this.scale();
      this.move(-x * scale, -y * scale);
      last = { x: event.clientX, y: event.clientY };
    });
    for (const end of ["pointerup", "pointercancel"]) {
      this.drawing.addEventListener(end, () => {
        last = null;
        // after the click that follows; a click without a pointer must count again
        setTimeout(() => {
          this.wasMoved = false;
        });
      });
    }
  }
}
