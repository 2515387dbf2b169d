/** The path between two things: the shortest chains of ties that are shown. */

import { make } from "../dom/elements";
import { searchBox } from "../find/box";
import { chainsBetween, type Step } from "../path/chains";
import { count, STRINGS } from "../text/strings";
import { claimCard } from "./claim_card";
import { type App, registerPanel } from "./registry";

const words = STRINGS.path;

registerPanel({
  name: "path",
  tab: STRINGS.tabs.path,
  order: 40,
  depends: ({ path, day, past, hidden, coalition }) => [path, day, past, hidden, coalition],
  draw: (into, app) => {
    const { atlas, store } = app;
    const { path } = store.get();
    const [from, to] = path.map((id) => atlas.thing(id));
    const set = (place: 0 | 1) => (at: number) => {
      const id = atlas.idOf(at);
      store.set({ path: place === 0 ? [id, path[1]] : [path[0], id] });
    };
    into.append(
      make("h2", { text: words.heading }),
      picker(app, "path-from", words.from, from, set(0)),
      picker(app, "path-to", words.to, to, set(1)),
      make(
        "div",
        { class: "actions" },
        button(words.swap, () => store.set({ path: [path[1], path[0]] })),
        button(words.clear, () => store.set({ path: ["", ""] })),
      ),
    );
    if (from === undefined || to === undefined) {
      into.append(make("p", { class: "quiet", text: words.pick }));
      return;
    }
    const found = chainsBetween(atlas, app.scene(), from, to);
    const [first] = found.chains;
    into.append(
      make("p", {
        class: "quiet",
        role: "status",
        text: first ? words.length(first.length, found.count) : words.none,
      }),
      ...found.chains.map((chain, place) => chainPart(app, chain, place === 0)),
    );
    const left = found.count - found.chains.length;
    if (left > 0) into.append(make("p", { class: "quiet", text: STRINGS.more(count(left)) }));
  },
});

/** Return a labelled search box that shows what is picked. */
export function picker(
  app: App,
  id: string,
  label: string,
  at: number | undefined,
  take: (at: number) => void,
): HTMLElement {
  const value = at === undefined ? "" : app.atlas.labelOf(at);
  return make(
    "div",
    { class: "field" },
    make("span", { text: label, "aria-hidden": "true" }),
    searchBox(app, { id, label, hint: STRINGS.search, value }, take),
  );
}

function chainPart(app: App, chain: readonly Step[], open: boolean): HTMLElement {
  const through = chain.slice(0, -1).map((step) => app.atlas.labelOf(step.to));
  const part = make(
    "details",
    { class: "group chain" },
    make("summary", {}, make("h3", { text: through.join(" → ") || "→" })),
    make(
      "ol",
      {},
      ...chain.map((step) =>
        make("li", {}, ...step.claims.slice(0, 3).map((claim) => claimCard(app, claim))),
      ),
    ),
  );
  part.open = open;
  return part;
}

function button(text: string, act: () => void): HTMLElement {
  return make("button", { type: "button", class: "action", text, onclick: act });
}
