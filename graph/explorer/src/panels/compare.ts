/** Two days, or two things, side by side: what began and ended, or what both are tied to. */

import { dayNumber } from "../data/days";
import { dayBox } from "../dom/days";
import { make } from "../dom/elements";
import { thingLink } from "../dom/links";
import { comparedDays, comparedThings } from "../scene/comparison";
import { count, PERIOD, STRINGS } from "../text/strings";
import { claimCard } from "./claim_card";
import { paged } from "./paged";
import { picker } from "./path";
import { type App, registerPanel } from "./registry";
import { votesOfTwo } from "./votes";

const words = STRINGS.compare;

registerPanel({
  name: "compare",
  tab: STRINGS.tabs.compare,
  order: 50,
  depends: ({ compare, hidden, coalition, day, past, votes }) => [
    compare,
    hidden,
    coalition,
    day,
    past,
    votes,
  ],
  draw: (into, app) => {
    const { compare } = app.store.get();
    into.append(make("h2", { text: words.heading }), days(app), things(app));
    const [one, other] = compare;
    const [before, after] = [dayNumber(one), dayNumber(other)];
    const [a, b] = [app.atlas.thing(one), app.atlas.thing(other)];
    if (before !== null && after !== null) {
      const changes = comparedDays(app.atlas, app.store.get(), before, after);
      into.append(
        make("p", { class: "quiet", role: "status", text: words.between(one, other) }),
        group(words.began(count(changes.began.length)), changes.began, (at) => claimCard(app, at)),
        group(words.stopped(count(changes.ended.length)), changes.ended, (at) =>
          claimCard(app, at),
        ),
      );
    } else if (a !== undefined && b !== undefined) {
      const shared = comparedThings(app.atlas, app.scene(), a, b);
      const only = (name: string, found: readonly number[]) =>
        group(words.only(name, count(found.length)), found, (at) => thingLink(app, at));
      into.append(
        group(words.common(count(shared.common.length)), shared.common, (at) =>
          between(app, at, a, b),
        ),
        only(app.atlas.labelOf(a), shared.onlyOne),
        only(app.atlas.labelOf(b), shared.onlyOther),
        ...votesOfTwo(app, a, b),
      );
    } else into.append(make("p", { class: "quiet", text: words.pick }));
  },
});

function days(app: App): HTMLElement {
  const { compare } = app.store.get();
  const boxes = compare.map((value, place) => {
    const other = compare[place ? 0 : 1];
    const kept = dayNumber(other) === null ? "" : other;
    return dayBox(
      `${words.days}: ${place ? words.second : words.first}`,
      dayNumber(value) === null ? "" : value,
      (day) => app.store.set({ compare: place ? [kept, day] : [day, kept] }),
    );
  });
  return make("fieldset", { class: "pair" }, make("legend", { text: words.days }), ...boxes);
}

function things(app: App): HTMLElement {
  const { compare } = app.store.get();
  const [one, other] = compare.map((id) => app.atlas.thing(id));
  const take = (place: 0 | 1) => (at: number) => {
    const kept = compare.map((id) => (app.atlas.thing(id) === undefined ? "" : id));
    const id = app.atlas.idOf(at);
    app.store.set({ compare: place ? [kept[0] ?? "", id] : [id, kept[1] ?? ""] });
  };
  return make(
    "fieldset",
    { class: "pair" },
    make("legend", { text: words.things }),
    picker(app, "compare-one", words.first, one, take(0)),
    picker(app, "compare-other", words.second, other, take(1)),
  );
}

function between(app: App, at: number, one: number, other: number): HTMLElement {
  const phrases = [one, other].map((end) => {
    const scene = app.scene();
    const claim = (app.atlas.claimsOf[at] ?? []).find(
      (each) => scene.claims[each] && app.atlas.otherEnd(each, at) === end,
    );
    const since = claim === undefined ? "" : (app.atlas.data.claims.start[claim] ?? "");
    return since ? `${app.atlas.labelOf(end)} ${PERIOD.since(since)}` : app.atlas.labelOf(end);
  });
  return make(
    "div",
    { class: "claim" },
    thingLink(app, at),
    make("small", { text: phrases.join(" · ") }),
  );
}

function group(
  title: string,
  items: readonly number[],
  draw: (at: number) => HTMLElement,
): HTMLElement {
  const part = make(
    "details",
    { class: "group" },
    make("summary", {}, make("h3", { text: title })),
    paged(items, draw),
  );
  part.open = items.length > 0 && items.length <= 60;
  return part;
}
