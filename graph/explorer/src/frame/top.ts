/** The top of the page: name, search, and the tools of the picture. */

import { make } from "../dom/elements";
import { searchBox } from "../find/box";
import type { App } from "../panels/registry";
import type { AppState } from "../state/state";
import { STRINGS } from "../text/strings";

export interface Moves {
  showAll(): void;
  zoom(factor: number): void;
}

export function drawTop(app: App, into: HTMLElement, moves: Moves): void {
  const table = make("button", {
    type: "button",
    class: "tool wide",
    onclick: () => app.store.set({ table: !app.store.get().table }),
  });
  const theme = make(
    "select",
    {
      class: "tool",
      "aria-label": STRINGS.theme.label,
      onchange: () => app.store.set({ theme: theme.value as AppState["theme"] }),
    },
    ...(["auto", "light", "dark"] as const).map((name) =>
      make("option", { value: name, text: STRINGS.theme[name] }),
    ),
  );
  const tell = (state: AppState) => {
    table.textContent = state.table ? STRINGS.table.hide : STRINGS.table.show;
    table.setAttribute("aria-pressed", String(state.table));
    theme.value = state.theme;
  };
  into.append(
    make(
      "div",
      { class: "brand" },
      make("h1", { text: "Comity" }),
      make("span", { class: "tagline", text: STRINGS.tagline }),
    ),
    searchBox(app, { id: "find", label: STRINGS.searchLabel, hint: STRINGS.search }, (at) =>
      app.open({ type: "thing", id: app.atlas.idOf(at) }),
    ),
    make(
      "div",
      { class: "tools" },
      make("span", { id: "counts", class: "counts" }),
      table,
      theme,
      tool("+", STRINGS.zoomIn, () => moves.zoom(1.35)),
      tool("−", STRINGS.zoomOut, () => moves.zoom(1 / 1.35)),
      tool("⤢", STRINGS.showAll, () => moves.showAll()),
    ),
  );
  tell(app.store.get());
  app.store.subscribe(tell);
}

function tool(sign: string, label: string, act: () => void): HTMLElement {
  return make(
    "button",
    { type: "button", class: "tool", "aria-label": label, title: label, onclick: act },
    make("span", { "aria-hidden": "true", text: sign }),
  );
}
