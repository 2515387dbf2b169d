/** What the atlas is, its legend, and the most connected things: where a reader starts. */

import { glyph, make } from "../dom/elements";
import { thingLink } from "../dom/links";
import { COALITION_FILLS } from "../draw/colours";
import { count, STRINGS } from "../text/strings";
import { type App, registerPanel } from "./registry";

const SHOWN = 10;
const DOT = "M2 8a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z";
const LINES = [
  "holds",
  "planned",
  "ended",
  "contested",
  "unverified",
  "inferred",
  "chosen",
] as const;

registerPanel({
  name: "about",
  tab: STRINGS.tabs.about,
  order: 10,
  depends: ({ colour, day, hidden, coalition, past }) => [colour, day, hidden, coalition, past],
  draw: (into, app) => {
    const { data } = app.atlas;
    into.append(
      make("h2", { text: STRINGS.about.heading }),
      make("p", { text: STRINGS.about.text }),
      make("p", { class: "quiet", text: STRINGS.about.places }),
      make("h3", { text: STRINGS.about.legend }),
      app.store.get().colour === "kind" ? kinds(app) : coalitions(app),
      make("h3", { text: STRINGS.about.lines }),
      make(
        "ul",
        { class: "legend lines" },
        ...LINES.map((name) =>
          make(
            "li",
            {},
            make("span", { class: `stroke stroke-${name}`, "aria-hidden": "true" }),
            make("span", { text: STRINGS.lines[name] }),
          ),
        ),
      ),
      make("h3", { text: STRINGS.about.most }),
      make("ol", { class: "things" }, ...most(app).map((at) => make("li", {}, thingLink(app, at)))),
      make("p", { class: "quiet", text: STRINGS.about.left(STRINGS.about.omitted) }),
      make("p", {
        class: "quiet",
        text: `${STRINGS.release(data.release)} · Comity ${data.version}`,
      }),
    );
  },
});

function kinds(app: App): HTMLElement {
  const scene = app.scene();
  const counts = new Map<string, number>();
  for (let at = 0; at < app.atlas.thingCount; at++) {
    if (!scene.things[at]) continue;
    const { name } = app.atlas.kindOf(at);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return make(
    "ul",
    { class: "legend" },
    ...app.atlas.data.kinds.map((kind) =>
      make(
        "li",
        {},
        glyph(kind.outline, kind.fill),
        make("span", { text: kind.many }),
        make("small", { text: count(counts.get(kind.name) ?? 0) }),
      ),
    ),
  );
}

function coalitions(app: App): HTMLElement {
  const scene = app.scene();
  const names = [...app.atlas.data.coalitions.map((each) => each.name), "both", ""];
  const words: Record<string, string> = { both: STRINGS.filters.both, "": STRINGS.filters.none };
  return make(
    "ul",
    { class: "legend" },
    ...names.map((name) =>
      make(
        "li",
        {},
        glyph(DOT, COALITION_FILLS[name] ?? "#8C8C8C"),
        make("span", { text: words[name] ?? name }),
        make("small", {
          text: count(
            scene.coalitions.filter((each, at) => each === name && scene.things[at]).length,
          ),
        }),
      ),
    ),
  );
}

function most(app: App): number[] {
  const scene = app.scene();
  return Array.from({ length: app.atlas.thingCount }, (_, at) => at)
    .filter((at) => scene.things[at])
    .sort((a, b) => (app.atlas.degree[b] ?? 0) - (app.atlas.degree[a] ?? 0) || a - b)
    .slice(0, SHOWN);
}
