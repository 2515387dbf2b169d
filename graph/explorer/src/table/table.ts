/** The text alternative: tables of the things and the claims that are drawn, a page at a time. */

import { period } from "../data/days";
import { isolated, make } from "../dom/elements";
import { thingLink } from "../dom/links";
import type { App } from "../panels/registry";
import { count, STRINGS } from "../text/strings";

const PAGE = 100;
const words = STRINGS.table;

export function drawTable(app: App, into: HTMLElement): void {
  const scene = app.scene();
  const { atlas } = app;
  const drawn = (claims: readonly number[]) => claims.filter((at) => scene.claims[at]).length;
  const ties = atlas.claimsOf.map((claims, at) => drawn(claims) + drawn(atlas.votesOf[at] ?? []));
  const things = positions(scene.things).sort((a, b) => (ties[b] ?? 0) - (ties[a] ?? 0) || a - b);
  into.replaceChildren(
    make("h2", { text: words.heading, tabindex: -1 }),
    section(
      words.things,
      [words.name, words.kind, words.ties, words.since, words.until],
      things,
      (at) => [
        thingLink(app, at),
        atlas.kindOf(at).one,
        count(ties[at] ?? 0),
        atlas.data.things.start[at] ?? "",
        atlas.data.things.end[at] ?? "",
      ],
    ),
    section(
      words.claims,
      [words.subject, words.relation, words.object, words.since, words.verdict],
      positions(scene.claims),
      (at) => {
        const { subject, object } = atlas.endsOf(at);
        const { claims } = atlas.data;
        const id = claims.id[at] ?? "";
        return [
          thingLink(app, subject),
          make("button", {
            type: "button",
            class: "link",
            text: atlas.relationOf(at).phrase,
            onclick: () => app.open({ type: "claim", id }),
          }),
          thingLink(app, object),
          period(claims.start[at] ?? "", claims.end[at] ?? "", atlas.data.release),
          atlas.verdictOf(at).words,
        ];
      },
    ),
  );
}

function positions(flags: Uint8Array): number[] {
  return Array.from(flags, (flag, at) => (flag ? at : -1)).filter((at) => at >= 0);
}

/** Return one table with its pages; also what answers to queries may be shown with. */
export function section(
  title: string,
  heads: readonly string[],
  rows: readonly number[],
  cells: (row: number) => (Node | string)[],
): HTMLElement {
  let first = 0;
  const body = make("tbody");
  const where = make("span", { role: "status" });
  const draw = () => {
    const last = Math.min(rows.length, first + PAGE);
    body.replaceChildren(
      ...rows.slice(first, last).map((row) => {
        const [name = "", ...rest] = cells(row);
        return make(
          "tr",
          {},
          make("th", { scope: "row" }, typeof name === "string" ? isolated(name) : name),
          ...rest.map((cell) => make("td", {}, typeof cell === "string" ? isolated(cell) : cell)),
        );
      }),
    );
    where.textContent = words.page(
      count(rows.length ? first + 1 : 0),
      count(last),
      count(rows.length),
    );
    previous.disabled = first === 0;
    next.disabled = last >= rows.length;
  };
  const turn = (by: number) => () => {
    first = Math.max(0, first + by);
    draw();
  };
  const previous = make("button", {
    type: "button",
    class: "action",
    text: words.previous,
    "aria-label": `${words.previous}: ${title}`,
    onclick: turn(-PAGE),
  });
  const next = make("button", {
    type: "button",
    class: "action",
    text: words.next,
    "aria-label": `${words.next}: ${title}`,
    onclick: turn(PAGE),
  });
  draw();
  return make(
    "section",
    { class: "sheet" },
    make(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": title },
      make(
        "table",
        {},
        make("caption", { text: title }),
        make(
          "thead",
          {},
          make("tr", {}, ...heads.map((head) => make("th", { scope: "col", text: head }))),
        ),
        body,
      ),
    ),
    make("p", { class: "actions" }, previous, where, next),
  );
}
