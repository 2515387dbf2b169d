/** The picture as text: things with a box to choose each, and claims, on the day. */

import { isolated, make } from "../dom/elements";
import { STRINGS } from "../text/strings";
import { lookOf, type Picture } from "./model";
import type { Choice } from "./selection";
import type { Shown } from "./standing";

export class Lists {
  readonly element: HTMLDetailsElement;
  private readonly parts = make("div");
  private shown: Shown | null = null;

  constructor(
    private readonly picture: Picture,
    private readonly choice: Choice,
  ) {
    this.element = make(
      "details",
      { class: "lists", ontoggle: () => this.fill() },
      make("summary", { text: STRINGS.widget.text }),
      this.parts,
    );
  }

  draw(shown: Shown): void {
    const same = this.shown?.things === shown.things;
    this.shown = shown;
    if (!this.element.open) return;
    // boxes that stay keep the focus of who chooses by keyboard
    if (same) this.tick();
    else this.fill();
  }

  private fill(): void {
    if (!this.element.open || !this.shown) return;
    const words = STRINGS.table;
    const { picture, choice, shown } = this;
    const degree = new Map<number, number>();
    for (const { tie } of shown.ties) {
      for (const at of new Set([tie.subject, tie.object]))
        degree.set(at, (degree.get(at) ?? 0) + 1);
    }
    const things = picture.things.flatMap((thing, at) => {
      if (!shown.things.has(at)) return [];
      const look = lookOf(picture, thing);
      const box = make("input", {
        type: "checkbox",
        "data-thing": at,
        "aria-label": STRINGS.widget.choose(thing.label),
        onchange: () => choice.toggle([thing.id]),
      });
      return [[box, isolated(thing.label), look.one, String(degree.get(at) ?? 0)]];
    });
    const claims = shown.ties.flatMap(({ tie, claims: held }) =>
      held.map((claim) => [
        isolated(picture.things[tie.subject]?.label ?? ""),
        tie.phrase,
        isolated(picture.things[tie.object]?.label ?? ""),
        claim.start,
        claim.end,
        claim.verdict_words,
      ]),
    );
    this.parts.replaceChildren(
      table(words.things, ["", words.name, words.kind, words.ties], things),
      table(
        words.claims,
        [words.subject, words.relation, words.object, words.since, words.until, words.verdict],
        claims,
      ),
    );
    this.tick();
  }

  private tick(): void {
    for (const box of this.parts.querySelectorAll("input")) {
      const thing = this.picture.things[Number(box.getAttribute("data-thing"))];
      box.checked = this.choice.has(thing?.id ?? "");
    }
  }
}

function table(caption: string, heads: string[], rows: (string | Node)[][]): HTMLElement {
  const cell = (content: string | Node) =>
    typeof content === "string"
      ? make("td", { class: /^\d{4}(-\d\d)*$/.test(content) ? "date" : null }, isolated(content))
      : make("td", {}, content);
  return make(
    "div",
    { class: "scroll", tabindex: 0, role: "region", "aria-label": caption },
    make(
      "table",
      {},
      make("caption", { text: caption }),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          ...heads.map((text) => (text ? make("th", { scope: "col", text }) : make("td"))),
        ),
      ),
      make("tbody", {}, ...rows.map((row) => make("tr", {}, ...row.map(cell)))),
    ),
  );
}
