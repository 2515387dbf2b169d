/** Buttons that lead from an id to its profile: in panels, tables and answers to queries. */

import type { App } from "../panels/registry";
import type { Choice } from "../state/state";
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
