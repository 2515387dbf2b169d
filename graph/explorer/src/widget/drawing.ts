/** The picture as SVG: small enough at 300 things, sharp at any zoom, coloured by the sheet. */

import { count, STRINGS } from "../text/strings";
import { letterSize, type Named, placeNames } from "./labels";
import { lookOf, type Picture, type Thing, type Tie } from "./model";
import type { Choice } from "./selection";
import { Sight } from "./sight";
import type { Shown } from "./standing";

const SVG = "http://www.w3.org/2000/svg";

export class Drawing {
  readonly element = shape("svg", { class: "picture", role: "application", tabindex: "0" });
  readonly sight: Sight;
  private readonly things: SVGElement[];
  private readonly ties: SVGElement[];
  private named: Named[] = [];

  constructor(
    private readonly picture: Picture,
    private readonly choice: Choice,
  ) {
    this.ties = picture.ties.map((tie, at) => tieShape(picture, tie, at));
    this.things = picture.things.map((thing, at) => thingShape(picture, thing, at));
    this.element.append(...this.ties, ...this.things);
    this.sight = new Sight(this.element, picture, () => this.name());
    this.element.addEventListener("click", (event) => this.clicked(event));
  }

  /** Draw what a day shows, and what is chosen. */
  draw(shown: Shown): void {
    const { element, picture } = this;
    element.setAttribute(
      "aria-label",
      STRINGS.widget.picture(count(shown.things.size), count(shown.ties.length)),
    );
    const chosen = new Set([...picture.things.keys()].filter((at) => this.isChosen(at)));
    const picked = new Set(
      shown.ties
        .filter(({ claims }) => claims.some((claim) => this.choice.has(claim.id)))
        .map(({ at }) => at),
    );
    const near = new Set(chosen);
    for (const { at, tie } of shown.ties) {
      if (chosen.has(tie.tail) || chosen.has(tie.head) || picked.has(at)) {
        near.add(tie.tail).add(tie.head);
      }
    }
    const any = near.size > 0;
    const ends = new Set(
      shown.ties.filter(({ at }) => picked.has(at)).flatMap(({ tie }) => [tie.tail, tie.head]),
    );
    this.things.forEach((mark, at) => {
      mark.classList.toggle("away", !shown.things.has(at));
      mark.classList.toggle("chosen", chosen.has(at));
      mark.classList.toggle("faint", any && !near.has(at));
    });
    this.named = picture.things.flatMap((thing, at) => {
      const element = this.things[at]?.querySelector(".label");
      if (!element || !shown.things.has(at)) return [];
      const must = chosen.has(at) || ends.has(at) || (thing.centre && !any);
      return [{ thing, element, rank: must ? 0 : at + (any && !near.has(at) ? 1e4 : 1) }];
    });
    this.name();
    for (const line of this.ties) line.setAttribute("class", "tie away");
    for (const { at, tie, standing } of shown.ties) {
      const line = this.ties[at];
      const look = picture.lines[standing];
      const touched = chosen.has(tie.tail) || chosen.has(tie.head) || picked.has(at);
      const more = [touched ? "near" : any ? "faint" : "", picked.has(at) ? "chosen" : ""];
      line?.setAttribute("class", ["tie", standing, ...more].join(" "));
      const path = line?.querySelector(".line");
      path?.setAttribute("stroke-width", String(look.width + (picked.has(at) ? 1.6 : 0)));
      path?.setAttribute("stroke-dasharray", look.dashes.join(" "));
    }
  }

  /** Write the names that find room at the scale at which the sheet is seen. */
  private name(): void {
    const scale = this.sight.scale();
    this.element.style.setProperty("--letters", `${letterSize(scale).toFixed(1)}px`);
    placeNames(this.named, scale, this.sight.seen());
  }

  private isChosen(at: number): boolean {
    return this.choice.has(this.picture.things[at]?.id ?? "");
  }

  private clicked(event: MouseEvent): void {
    if (this.sight.wasMoved) return;
    const many = event.shiftKey || event.ctrlKey || event.metaKey;
    const mark = (event.target as Element).closest("[data-thing], [data-tie]");
    if (!mark) {
      if (!many) this.choice.set([]);
      return;
    }
    const thing = this.picture.things[Number(mark.getAttribute("data-thing") ?? -1)];
    const tie = this.picture.ties[Number(mark.getAttribute("data-tie") ?? -1)];
    const ids = thing ? [thing.id] : (tie?.claims.map((claim) => claim.id) ?? []);
    if (many) this.choice.toggle(ids);
    else this.choice.set(ids);
  }
}

function thingShape(picture: Picture, thing: Thing, at: number): SVGElement {
  const look = lookOf(picture, thing);
  const scale = thing.size / 7;
  const group = shape("g", {
    class: `thing${thing.centre ? " centre" : ""}`,
    transform: `translate(${thing.x} ${thing.y})`,
    "data-thing": String(at),
  });
  const label = shape("text", { class: "label", y: String(thing.size + 1) });
  for (const [row, line] of thing.lines.entries()) {
    label.append(shape("tspan", { x: "0", dy: row ? "1.15em" : "1em" }, line));
  }
  group.append(
    shape("title", {}, `${thing.label} (${look.one})`),
    shape("circle", { class: "ring", r: String(thing.size + 8) }),
    shape("path", {
      class: "mark",
      d: look.outline,
      fill: look.fill,
      transform: `scale(${scale.toFixed(3)}) translate(-8 -8)`,
    }),
    label,
  );
  return group;
}

function tieShape(picture: Picture, tie: Tie, at: number): SVGElement {
  const group = shape("g", { class: "tie away", "data-tie": String(at) });
  const tail = picture.things[tie.tail];
  const head = picture.things[tie.head];
  if (!tail || !head) throw new RangeError("a tie has no end");
  const { line, tip, middle } = curve(tail, head, tie.bend);
  const subject = picture.things[tie.subject]?.label ?? "";
  const object = picture.things[tie.object]?.label ?? "";
  group.append(
    shape("title", {}, `${subject} ${tie.phrase} ${object}`),
    shape("path", { class: "reach", d: line }),
    shape("path", { class: "line", d: line }),
    shape("path", { class: "tip", d: tip }),
    shape("text", { class: "words", x: n(middle[0]), y: n(middle[1] - 4) }, tie.along),
  );
  return group;
}

type Spot = readonly [number, number];

/** Return the paths of a line and of its tip, and the middle of the line. */
function curve(
  tail: Thing,
  head: Thing,
  bend: number,
): { line: string; tip: string; middle: Spot } {
  if (tail === head) {
    const { x, y, size } = tail;
    const top = y - size - 40;
    const line = `M${n(x - 8)} ${n(y - size)}C${n(x - 40)} ${n(top)} ${n(x + 40)} ${n(top)} ${n(x + 8)} ${n(y - size)}`;
    return { line, tip: tipPath([x + 8, y - size], [-0.5, 0.86]), middle: [x, top + 8] };
  }
  const [dx, dy] = [head.x - tail.x, head.y - tail.y];
  const knee: Spot = [(tail.x + head.x) / 2 - dy * bend, (tail.y + head.y) / 2 + dx * bend];
  const from = beside([tail.x, tail.y], knee, tail.size + 2);
  const to = beside([head.x, head.y], knee, head.size + 4);
  const length = Math.hypot(to[0] - knee[0], to[1] - knee[1]) || 1;
  const way: Spot = [(to[0] - knee[0]) / length, (to[1] - knee[1]) / length];
  return {
    line: `M${n(from[0])} ${n(from[1])}Q${n(knee[0])} ${n(knee[1])} ${n(to[0])} ${n(to[1])}`,
    tip: tipPath(to, way),
    middle: [(from[0] + 2 * knee[0] + to[0]) / 4, (from[1] + 2 * knee[1] + to[1]) / 4],
  };
}

/** Return the spot at a distance from one spot toward another. */
function beside(from: Spot, toward: Spot, distance: number): Spot {
  const [dx, dy] = [toward[0] - from[0], toward[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [from[0] + (dx / length) * distance, from[1] + (dy / length) * distance];
}

function tipPath([x, y]: Spot, [dx, dy]: Spot): string {
  const [bx, by] = [x - dx * 9, y - dy * 9];
  return `M${n(x)} ${n(y)}L${n(bx - dy * 4)} ${n(by + dx * 4)}L${n(bx + dy * 4)} ${n(by - dx * 4)}z`;
}

function n(value: number): string {
  return value.toFixed(1);
}

function shape<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  facts: Readonly<Record<string, string>>,
  text?: string,
): SVGElementTagNameMap[Tag] {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(facts)) element.setAttribute(name, value);
  if (text !== undefined) element.textContent = text;
  return element;
}
