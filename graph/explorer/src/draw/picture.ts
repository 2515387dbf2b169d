/**
 * The picture: canvas, labels and gestures together.
 *
 * While the view moves, the last picture is moved with it, which costs nothing; it is drawn anew
 * when the view rests, or at once on machines that draw it in a few milliseconds. The canvas reaches
 * beyond what is seen, so that something comes into sight meanwhile.
 */

import { make } from "../dom/elements";
import type { App } from "../panels/registry";
import type { AppState, View } from "../state/state";
import { type Box, fitting, type Size, zoomed } from "./camera";
import { type Inks, readInks } from "./colours";
import { listen } from "./gestures";
import { type Hit, hitAt } from "./hits";
import { Labels, type PlacedLabel } from "./labels";
import { Painter } from "./painter";
import { type Reach, radiiOf, sheetOf } from "./sheet";

const FAST = 9;
const REST = 120;
const MARGIN = 0.12;

export interface Pointing {
  /** What stands out under a state, while the pointer is over something. */
  reach(state: AppState, hover: Hit): Reach | null;
  click(hit: Hit): void;
  tip(hit: Hit): string;
}

export class Picture {
  readonly element: HTMLElement;
  /** What is seen; opaque, and the only layer, so that moving it costs little. */
  private readonly canvas = make("canvas");
  /** Where WebGL draws; it is copied from there. */
  private readonly marks = make("canvas");
  private readonly context: CanvasRenderingContext2D;
  private readonly tip = make("div", { class: "tip", "aria-hidden": "true" });
  private readonly stage = make("div", { class: "stage" });
  private painter: Painter;
  private readonly labels: Labels;
  private readonly radii: Float32Array;
  private inks: Inks;
  private view: View = { x: 0, y: 0, scale: 1 };
  private fit: View = { x: 0, y: 0, scale: 1 };
  private painted: View = { x: 0, y: 0, scale: 1 };
  private placed: PlacedLabel[] = [];
  private hover: Hit = null;
  private reach: Reach | null = null;
  private cost = 0;
  private paintedAt = 0;
  private timer = 0;
  private frame = 0;
  private stale = true;
  /** Number of times that the picture was drawn, and when first, for those who measure. */
  readonly drawn = { times: 0, first: 0, cost: 0 };

  /** Throws when the browser has no WebGL 2. */
  constructor(
    private readonly app: App,
    private readonly pointing: Pointing,
    element: HTMLElement,
  ) {
    this.element = element;
    const context = this.canvas.getContext("2d", { alpha: false });
    if (!context) throw new Error("no canvas");
    this.context = context;
    this.painter = new Painter(this.marks);
    this.stage.append(this.canvas);
    element.append(this.stage, this.tip);
    this.labels = new Labels(context, app.atlas);
    this.radii = radiiOf(app.atlas);
    this.inks = readInks();
    this.resize();
    this.fit = this.wholeView();
    this.view = app.store.get().view ?? this.fit;
    listen(element, {
      view: () => this.view,
      size: () => this.size(),
      move: (view) => this.move(view),
      settle: () => this.settle(),
      showAll: () => this.showAll(),
      click: (left, top) => this.pointing.click(this.hit(left, top)),
      hover: (left, top) => this.point(this.hit(left, top), left, top),
      leave: () => this.point(null, 0, 0),
    });
    this.marks.addEventListener("webglcontextlost", (event) => event.preventDefault());
    this.marks.addEventListener("webglcontextrestored", () => {
      this.painter.restore();
      this.refresh();
    });
    let seen = this.size();
    new ResizeObserver(() => {
      const now = this.size();
      if (now.width === seen.width && now.height === seen.height) return;
      seen = now;
      const following = this.view === this.fit;
      this.resize();
      this.fit = this.wholeView();
      if (following) this.view = this.fit;
      this.repaint();
    }).observe(element);
  }

  /** Take what has changed in the scene, the choice or the colours. */
  refresh(): void {
    this.inks = readInks();
    this.stale = true;
    this.repaint();
  }

  showAll(): void {
    this.fit = this.wholeView();
    this.move(this.fit);
    this.settle();
  }

  zoom(factor: number): void {
    const { width, height } = this.size();
    this.move(zoomed(this.view, this.size(), factor, width / 2, height / 2));
    this.settle();
  }

  /** Take a view without a gesture. */
  show(view: View | null): void {
    this.view = view ?? this.fit;
    this.repaint();
  }

  /** Bring things into sight, moving no more than it takes. */
  bring(things: readonly number[]): void {
    const size = this.size();
    const box = this.boxOf(things);
    if (!box) return;
    const half = { x: size.width / 2 / this.view.scale, y: size.height / 2 / this.view.scale };
    const inner = 0.8;
    const fits =
      box.left > this.view.x - half.x * inner &&
      box.right < this.view.x + half.x * inner &&
      box.top > this.view.y - half.y * inner &&
      box.bottom < this.view.y + half.y * inner;
    if (fits) return;
    const whole = fitting(box, size, 80, Math.max(this.view.scale, this.fit.scale * 2));
    this.move(
      things.length === 1 ? { ...whole, scale: Math.max(this.view.scale, whole.scale) } : whole,
    );
    this.settle();
  }

  /** Return where a thing stands, in pixels from the corner of the picture. */
  spotOf(at: number): [number, number] {
    const { x, y } = this.app.atlas.data.things;
    const { width, height } = this.size();
    return [
      ((x[at] ?? 0) - this.view.x) * this.view.scale + width / 2,
      ((y[at] ?? 0) - this.view.y) * this.view.scale + height / 2,
    ];
  }

  /** Return what is seen now: where from, with which names and colours. */
  seen(): { view: View; size: Size; labels: PlacedLabel[]; inks: Inks } {
    const { width, height } = this.size();
    const labels = this.placed.map((label) => ({
      ...label,
      left: label.left - width * MARGIN,
      top: label.top - height * MARGIN,
    }));
    return { view: this.view, size: { width, height }, labels, inks: this.inks };
  }

  /** Return the radius of a thing's mark in pixels now. */
  radius = (at: number): number => (this.radii[at] ?? 3) * this.markSize(this.view);

  /** Return what is seen as one canvas, on the colour of the page. */
  snapshot(): HTMLCanvasElement {
    this.paint();
    const { width, height } = this.size();
    const ratio = this.ratio();
    const whole = document.createElement("canvas");
    whole.width = Math.round(width * ratio);
    whole.height = Math.round(height * ratio);
    const context = whole.getContext("2d");
    if (!context) throw new Error("no canvas");
    context.drawImage(this.canvas, -width * MARGIN * ratio, -height * MARGIN * ratio);
    return whole;
  }

  private hit(left: number, top: number): Hit {
    const { app, view } = this;
    return hitAt(app.atlas, app.scene(), view, this.size(), left, top, this.radius);
  }

  private point(hit: Hit, left: number, top: number): void {
    const same = this.hover?.type === hit?.type && this.hover?.at === hit?.at;
    this.element.classList.toggle("pointing", hit !== null);
    this.tip.hidden = !hit;
    if (hit) {
      if (!same) this.tip.textContent = this.pointing.tip(hit);
      const right = left > this.size().width - 260;
      this.tip.style.setProperty(
        "--left",
        `${right ? left - this.tip.offsetWidth - 14 : left + 14}px`,
      );
      this.tip.style.setProperty("--top", `${top + 16}px`);
    }
    if (same) return;
    this.hover = hit;
    if (this.cost < 60) {
      this.stale = true;
      this.repaint();
    }
  }

  private move(view: View): void {
    this.view = view;
    this.tip.hidden = true;
    if (this.cost < FAST) {
      this.repaint();
      return;
    }
    const scale = view.scale / this.painted.scale;
    const { width, height } = this.canvasSize();
    const left = (this.painted.x - view.x) * view.scale - (width / 2) * (scale - 1);
    const top = (this.painted.y - view.y) * view.scale - (height / 2) * (scale - 1);
    this.stage.style.transform = `translate(${left}px, ${top}px) scale(${scale})`;
    const beyond = Math.max(Math.abs(left) / width, Math.abs(top) / height) > MARGIN;
    const since = performance.now() - this.paintedAt;
    if (beyond && since > this.cost * 4) this.repaint();
    else this.later();
  }

  /** Draw anew when the view rests: longer than a slow machine takes from one move to the next. */
  private later(): void {
    clearTimeout(this.timer);
    const rest = Math.min(600, Math.max(REST, this.cost * 2));
    this.timer = window.setTimeout(() => this.repaint(), rest);
  }

  /** Put the view into the state, so that the address holds it. */
  private settle(): void {
    const { x, y, scale } = this.view;
    this.app.store.set({ view: this.view === this.fit ? null : { x, y, scale } });
  }

  private repaint(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.paint();
    });
  }

  private paint(): void {
    clearTimeout(this.timer);
    const { app } = this;
    const scene = app.scene();
    if (this.stale) {
      this.reach = this.pointing.reach(app.store.get(), this.hover);
      const byCoalition = app.store.get().colour === "coalition";
      const looks = { inks: this.inks, byCoalition, radii: this.radii };
      this.painter.load(sheetOf(app.atlas, scene, this.reach, looks));
      this.stale = false;
    }
    const size = this.canvasSize();
    const ratio = this.ratio();
    this.cost = this.painter.paint(this.view, size, ratio, this.markSize(this.view), this.inks);
    const strong = new Set<number>();
    if (this.hover?.type === "thing") strong.add(this.hover.at);
    const { chosen, path } = app.store.get();
    for (const id of [chosen?.type === "thing" ? chosen.id : "", ...path]) {
      const at = app.atlas.thing(id);
      if (at !== undefined) strong.add(at);
    }
    const { reach, radius } = this;
    const beyond = this.size().width * MARGIN;
    const edges = { left: beyond, right: size.width - beyond };
    this.placed = this.labels.placed(this.view, size, scene, edges, reach, strong, radius);
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.context.fillStyle = this.inks.page;
    this.context.fillRect(0, 0, this.canvas.width, this.canvas.height);
    this.context.drawImage(this.marks, 0, 0);
    this.labels.paint(this.placed, ratio, this.inks);
    this.stage.style.transform = "";
    this.painted = this.view;
    this.paintedAt = performance.now();
    this.drawn.times++;
    this.drawn.cost = this.cost;
    if (!this.drawn.first) this.drawn.first = performance.now();
  }

  private markSize(view: View): number {
    const grown = (view.scale / this.fit.scale) ** 0.42;
    return Math.min(2.6, Math.max(0.62, grown)) * Math.min(1, 0.45 + this.size().width / 1900);
  }

  private wholeView(): View {
    const { atlas } = this.app;
    const box = this.boxOf(Array.from({ length: atlas.thingCount }, (_, at) => at));
    const size = this.size();
    return fitting(
      box ?? { left: 0, top: 0, right: 1, bottom: 1 },
      size,
      size.width < 600 ? 12 : 40,
    );
  }

  private boxOf(things: readonly number[]): Box | null {
    const { x, y } = this.app.atlas.data.things;
    if (!things.length) return null;
    const box = { left: 1e9, top: 1e9, right: -1e9, bottom: -1e9 };
    for (const at of things) {
      box.left = Math.min(box.left, x[at] ?? 0);
      box.right = Math.max(box.right, x[at] ?? 0);
      box.top = Math.min(box.top, y[at] ?? 0);
      box.bottom = Math.max(box.bottom, y[at] ?? 0);
    }
    return box;
  }

  private size(): Size {
    return { width: this.element.clientWidth || 1, height: this.element.clientHeight || 1 };
  }

  private canvasSize(): Size {
    const { width, height } = this.size();
    return { width: width * (1 + 2 * MARGIN), height: height * (1 + 2 * MARGIN) };
  }

  private ratio(): number {
    return Math.min(2, window.devicePixelRatio || 1);
  }

  private resize(): void {
    const { width, height } = this.canvasSize();
    const ratio = this.ratio();
    for (const layer of [this.canvas, this.marks]) {
      layer.width = Math.round(width * ratio);
      layer.height = Math.round(height * ratio);
    }
  }
}
