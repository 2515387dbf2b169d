/** The profile of a thing: names, lifespan, and its claims by relation; hubs a page at a time. */

import { period, yearOf } from "../data/days";
import { glyph, isolated, make } from "../dom/elements";
import { pageLink, thingLink } from "../dom/links";
import { isInForce, lineOf } from "../scene/scene";
import { count, STRINGS } from "../text/strings";
import { claimCard } from "./claim_card";
import { paged } from "./paged";
import type { App } from "./registry";
import { votesOfThing } from "./votes";

const words = STRINGS.profile;

export function thingProfile(into: HTMLElement, app: App, at: number): void {
  const { atlas } = app;
  const { things } = atlas.data;
  const kind = atlas.kindOf(at);
  const id = atlas.idOf(at);
  const names = (things.names[at] ?? "").split("\n").filter(Boolean);
  const life = period(things.start[at] ?? "", things.end[at] ?? "", atlas.data.release);
  const coalition = app.scene().coalitions[at];
  into.append(
    make(
      "p",
      { class: "kicker" },
      glyph(kind.outline, kind.fill),
      make("span", { text: kind.one }),
    ),
    make("h2", { tabindex: -1 }, isolated(atlas.labelOf(at))),
  );
  if (things.description[at]) {
    into.append(make("p", { class: "description" }, isolated(things.description[at] ?? "")));
  }
  const facts = [life, coalition && `${STRINGS.filters.coalition}: ${coalition}`].filter(Boolean);
  if (facts.length) into.append(make("p", { class: "quiet", text: facts.join(" · ") }));
  if (names.length) {
    into.append(
      make(
        "details",
        { class: "names" },
        make("summary", { text: `${words.alsoKnown} (${count(names.length)})` }),
        make("p", { class: "quiet" }, isolated(names.join(", "))),
      ),
    );
  }
  into.append(
    make(
      "div",
      { class: "actions" },
      action(words.pathFrom, () =>
        app.store.set({ path: [id, app.store.get().path[1]], panel: "path" }),
      ),
      action(words.compare, () => {
        const [one] = app.store.get().compare;
        const first = one && one !== id && atlas.thing(one) !== undefined ? one : id;
        app.store.set({ compare: [first, first === id ? "" : id], panel: "compare" });
      }),
      action(words.centre, () => app.open({ type: "thing", id })),
      pageLink(app, id),
    ),
    ...claimGroups(app, at),
    ...votesOfThing(app, at),
    ...sums(app, at),
    make("p", { class: "quiet" }, make("code", { text: id })),
  );
}

function claimGroups(app: App, at: number): HTMLElement[] {
  const { atlas } = app;
  const scene = app.scene();
  const all = atlas.claimsOf[at] ?? [];
  const shown = all.filter((claim) => scene.claims[claim]);
  const groups = new Map<string, number[]>();
  for (const claim of shown) {
    const relation = atlas.relationOf(claim);
    const { subject } = atlas.endsOf(claim);
    const key = subject === at ? relation.phrase : `… ${relation.phrase} it`;
    groups.set(key, [...(groups.get(key) ?? []), claim]);
  }
  const parts = [...groups]
    .sort(([one, a], [other, b]) => b.length - a.length || one.localeCompare(other))
    .map(([title, claims]) => {
      const part = make(
        "details",
        { class: "group" },
        make(
          "summary",
          {},
          make("h3", { text: title }),
          make("small", { text: tally(app, claims, at) }),
        ),
        paged(sorted(app, claims, at), (claim) => claimCard(app, claim, at)),
      );
      part.open = groups.size <= 4 || claims.length <= 12;
      return part;
    });
  const left = all.length - shown.length;
  return [
    make("p", { class: "quiet", text: words.claims(count(shown.length)) }),
    ...parts,
    ...(left ? [make("p", { class: "quiet", text: words.filtered(count(left)) })] : []),
  ];
}

/** Return with how many things the claims tie a thing by the day, and how many claims are left. */
function tally(app: App, claims: readonly number[], at: number): string {
  const scene = app.scene();
  const holds = claims.filter((claim) => isInForce(scene.claims[claim] ?? 0));
  const others = new Set(holds.map((claim) => app.atlas.otherEnd(claim, at)));
  const left = claims.length - holds.length;
  return words.tally(count(others.size), left ? count(left) : "");
}

/** Those that hold first, then by date and name. */
function sorted(app: App, claims: readonly number[], at: number): number[] {
  const { atlas } = app;
  const { day } = app.scene();
  const over = (claim: number) => (isInForce(lineOf(atlas, claim, day)) ? 0 : 1);
  const start = (claim: number) => atlas.data.claims.start[claim] || "9999";
  const label = (claim: number) => atlas.labelOf(atlas.otherEnd(claim, at));
  return [...claims].sort(
    (a, b) =>
      over(a) - over(b) || start(a).localeCompare(start(b)) || label(a).localeCompare(label(b)),
  );
}

/** Sums over flights and satellites of the thing until the day, the largest first. */
function sums(app: App, at: number): HTMLElement[] {
  const { sums: rows, layers } = app.atlas.data;
  const last = yearOf(app.scene().day);
  const found = new Map<string, { other: number; words: string; count: number }>();
  rows.layer.forEach((layer, row) => {
    const [one = 0, other = 0] = [rows.subject[row], rows.object[row]];
    if ((one !== at && other !== at) || (rows.year[row] ?? 0) > last) return;
    const far = one === at ? other : one;
    const text = layers[layer]?.phrase ?? "";
    const phrase = one === at || layers[layer]?.name === "crews" ? text : `… ${text}`;
    const key = `${phrase} ${far}`;
    const sum = found.get(key) ?? { other: far, words: phrase, count: 0 };
    sum.count += rows.count[row] ?? 0;
    found.set(key, sum);
  });
  if (!found.size) return [];
  const list = [...found.values()].sort((a, b) => b.count - a.count || a.other - b.other);
  return [
    make(
      "details",
      { class: "group" },
      make(
        "summary",
        {},
        make("h3", { text: words.sums }),
        make("small", { text: count(list.length) }),
      ),
      paged(list, (sum) =>
        make(
          "div",
          { class: "claim" },
          make("span", { class: "phrase", text: `${sum.words} ` }),
          thingLink(app, sum.other),
          make("small", { text: ` × ${count(sum.count)}` }),
        ),
      ),
    ),
  ];
}

function action(text: string, act: () => void): HTMLElement {
  return make("button", { type: "button", class: "action", text, onclick: act });
}
