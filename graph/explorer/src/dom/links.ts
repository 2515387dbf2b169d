/** What leads from an id to its profile, in panels, tables and answers to queries, or to its page. */

import type { App } from "../panels/registry";
import type { Choice } from "../state/state";
import { STRINGS } from "../text/strings";
import { glyph, isolated, make } from "./elements";

/** Return the choice that an id of the record stands for; null when the atlas does not hold it. */
export function choiceOf(app: App, id: string): Choice | null {
  if (app.atlas.thing(id) !== undefined) return { type: "thing", id };
  if (app.atlas.claim(id) !== undefined) return { type: "claim", id };
  return app.atlas.data.sources.id.includes(id) ? { type: "source", id } : null;
}

/** Return a button with a thing's sign and name that opens its profile. */
export function thingLink(app: App, at: number): HTMLElement {
  const kind = app.atlas.kindOf(at);
  const id = app.atlas.idOf(at);
  return make(
    "button",
    { class: "link", type: "button", onclick: () => app.open({ type: "thing", id }) },
    glyph(kind.outline, kind.fill),
    isolated(app.atlas.labelOf(at)),
    make("span", { class: "unseen", text: ` (${kind.one})` }),
  );
}

/** Return a cell for an id: a link where the atlas holds it, else the id as text. */
export function idLink(app: App, id: string): HTMLElement {
  const choice = choiceOf(app, id);
  if (!choice) return isolated(id);
  if (choice.type === "thing") return thingLink(app, app.atlas.thing(id) ?? 0);
  return make(
    "button",
    { class: "link", type: "button", onclick: () => app.open(choice) },
    isolated(id),
  );
}

/** Return a link to the page of an id, where the atlas stands beside such pages. */
export function pageLink(app: App, id: string): HTMLElement | null {
  const { pages } = app.atlas.data;
  if (!pages) return null;
  const path = id.split("/").map(encodeURIComponent).join("/");
  return make("a", {
    class: "action",
    href: pages.replace("$id", () => path),
    text: STRINGS.profile.page,
  });
}
