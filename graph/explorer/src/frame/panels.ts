/** The column beside the picture: tabs, and the panel that the state names. */

import { make, part } from "../dom/elements";
import { type App, allPanels, type Panel, panelOf } from "../panels/registry";
import type { AppState } from "../state/state";

export class PanelFrame {
  private readonly tabs = part("tabs");
  private readonly body = part("panel");
  private drawn = "";
  private depended = "";

  constructor(private readonly app: App) {
    this.tabs.addEventListener("keydown", (event) => this.key(event));
  }

  draw(state: AppState): void {
    const panel = panelOf(state.panel);
    const depended = JSON.stringify(panel.depends ? panel.depends(state) : state);
    if (panel.name === this.drawn && depended === this.depended) return;
    const isSame = panel.name === this.drawn;
    const tab = panel.under ?? panel.name;
    if (!isSame) this.drawTabs(tab);
    const focus = isSame ? placeOfFocus(this.body) : -1;
    const top = isSame ? this.body.scrollTop : 0;
    this.body.replaceChildren();
    this.body.setAttribute("aria-labelledby", `tab-${tab}`);
    panel.draw(this.body, this.app);
    this.body.scrollTop = top;
    if (focus >= 0) focusable(this.body)[focus]?.focus({ preventScroll: true });
    this.drawn = panel.name;
    this.depended = depended;
  }

  private drawTabs(open: string): void {
    const hadFocus = this.tabs.contains(document.activeElement);
    const tabs = tabbed().map((panel) =>
      make("button", {
        id: `tab-${panel.name}`,
        role: "tab",
        type: "button",
        "aria-selected": panel.name === open ? "true" : "false",
        "aria-controls": "panel",
        tabindex: panel.name === open ? 0 : -1,
        text: panel.tab,
        onclick: () => this.app.store.set({ panel: panel.name }),
      }),
    );
    this.tabs.replaceChildren(...tabs);
    if (hadFocus) document.getElementById(`tab-${open}`)?.focus();
  }

  private key(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const names = tabbed().map((panel) => panel.name);
    const open = panelOf(this.app.store.get().panel);
    const place = names.indexOf(open.under ?? open.name);
    const next = names[(place + step + names.length) % names.length];
    if (next) this.app.store.set({ panel: next });
    event.preventDefault();
  }
}

function tabbed(): Panel[] {
  return allPanels().filter((panel) => panel.tab);
}

function focusable(within: HTMLElement): HTMLElement[] {
  return [
    ...within.querySelectorAll<HTMLElement>("button, input, select, a[href], summary, textarea"),
  ];
}

function placeOfFocus(within: HTMLElement): number {
  return focusable(within).indexOf(document.activeElement as HTMLElement);
}
