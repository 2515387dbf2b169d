/** Filters: what is drawn, by kind, relation, coalition, verdict, legal status and source class. */

import { glyph, make } from "../dom/elements";
import { type AppState, START } from "../state/state";
import { count, STRINGS } from "../text/strings";
import { type App, registerPanel } from "./registry";
import { votesFilter } from "./votes";

type ListName = keyof AppState["hidden"];
interface Item {
  name: string;
  words: string;
  count: number;
  sign?: SVGElement;
}

registerPanel({
  name: "filters",
  tab: STRINGS.tabs.filters,
  order: 20,
  depends: ({ hidden, coalition, colour, layers, votes }) => [
    hidden,
    coalition,
    colour,
    layers,
    votes,
  ],
  draw: (into, app) => {
    const { data } = app.atlas;
    const words = STRINGS.filters;
    const { firstVote } = app.atlas;
    const [verdict, relation, status] = [
      data.claims.verdict.slice(0, firstVote),
      data.claims.relation.slice(0, firstVote),
      data.claims.status.slice(0, firstVote),
    ];
    into.append(
      make("h2", { text: words.heading }),
      coalition(app),
      colour(app),
      layers(app),
      votesFilter(app) ?? "",
      group(
        app,
        "kinds",
        words.kinds,
        true,
        data.kinds.map((kind, at) => ({
          name: kind.name,
          words: kind.many,
          count: tally(data.things.kind, at),
          sign: glyph(kind.outline, kind.fill),
        })),
      ),
      group(
        app,
        "verdicts",
        words.verdicts,
        true,
        data.verdicts.map((each, at) => ({
          name: each.name,
          words: each.words,
          count: tally(verdict, at),
        })),
      ),
      group(
        app,
        "relations",
        words.relations,
        false,
        data.relations.map((each, at) => ({
          name: each.name,
          words: each.group,
          count: tally(relation, at),
        })),
      ),
      group(
        app,
        "statuses",
        words.statuses,
        false,
        data.statuses.map((each, at) => ({
          name: each,
          words: each,
          count: tally(status, at),
        })),
      ),
      group(
        app,
        "classes",
        words.classes,
        false,
        data.classes.map((each, at) => ({
          name: each,
          words: each,
          count: tally(data.sources.class, at),
        })),
      ),
      make("button", {
        type: "button",
        class: "action",
        text: words.reset,
        onclick: () =>
          app.store.set({
            hidden: START.hidden,
            coalition: "",
            layers: [],
            votes: "",
            past: true,
            day: null,
          }),
      }),
    );
  },
});

function tally(column: readonly number[], value: number): number {
  return column.reduce((sum, each) => sum + (each === value ? 1 : 0), 0);
}

function group(app: App, list: ListName, title: string, open: boolean, items: Item[]): HTMLElement {
  const hidden = app.store.get().hidden[list];
  const set = (names: readonly string[]) => {
    app.store.set({ hidden: { ...app.store.get().hidden, [list]: names } });
  };
  const sorted = [...items]
    .filter((item) => item.count)
    .sort((one, other) => other.count - one.count);
  const boxes = sorted.map((item) => {
    const box = make("input", {
      type: "checkbox",
      onchange: () =>
        set(box.checked ? hidden.filter((name) => name !== item.name) : [...hidden, item.name]),
    });
    box.checked = !hidden.includes(item.name);
    return make(
      "li",
      {},
      make(
        "label",
        { class: "check" },
        box,
        item.sign,
        make("bdi", { text: item.words }),
        make("small", { text: count(item.count) }),
      ),
    );
  });
  const part = make(
    "details",
    { class: "group" },
    make("summary", {}, make("h3", { text: title })),
    make(
      "p",
      { class: "both" },
      choice(STRINGS.filters.all, `${STRINGS.filters.all}: ${title}`, () => set([])),
      choice(STRINGS.filters.nothing, `${STRINGS.filters.nothing}: ${title}`, () =>
        set(sorted.map((item) => item.name)),
      ),
    ),
    make("ul", { class: "checks" }, ...boxes),
  );
  part.open = open || hidden.length > 0;
  return part;
}

function choice(text: string, label: string, act: () => void): HTMLElement {
  return make("button", { type: "button", class: "link", text, "aria-label": label, onclick: act });
}

function coalition(app: App): HTMLElement {
  const words = STRINGS.filters;
  const { coalitions } = app.atlas.data;
  const select = make(
    "select",
    { id: "by-coalition", onchange: () => app.store.set({ coalition: select.value }) },
    make("option", { value: "", text: words.everyone }),
    ...coalitions.map((each) => make("option", { value: each.name, text: each.words })),
    make("option", { value: "none", text: words.none }),
  );
  select.value = app.store.get().coalition;
  return field(words.coalition, select);
}

function colour(app: App): HTMLElement {
  const words = STRINGS.filters;
  const select = make(
    "select",
    {
      id: "colour-by",
      onchange: () =>
        app.store.set({ colour: select.value === "coalition" ? "coalition" : "kind" }),
    },
    make("option", { value: "kind", text: words.byKind }),
    make("option", { value: "coalition", text: words.byCoalition }),
  );
  select.value = app.store.get().colour;
  return field(words.colour, select);
}

function layers(app: App): HTMLElement {
  const { layers: drawn } = app.store.get();
  return make(
    "fieldset",
    { class: "group plain" },
    make("legend", { text: STRINGS.filters.layers }),
    make(
      "ul",
      { class: "checks" },
      ...app.atlas.data.layers.map(({ name, words }) => {
        const box = make("input", {
          type: "checkbox",
          onchange: () =>
            app.store.set({
              layers: box.checked ? [...drawn, name] : drawn.filter((each) => each !== name),
            }),
        });
        box.checked = drawn.includes(name);
        return make(
          "li",
          {},
          make("label", { class: "check" }, box, make("span", { text: words })),
        );
      }),
    ),
  );
}

function field(text: string, select: HTMLSelectElement): HTMLElement {
  return make("div", { class: "field" }, make("label", { text, for: select.id }), select);
}
