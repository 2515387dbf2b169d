/** The frame of the page: top, picture, panels, time bar and table, all told of every change. */

import type { Atlas } from "../data/atlas";
import { make, part } from "../dom/elements";
import type { Hit } from "../draw/hits";
import { Picture } from "../draw/picture";
import type { App, Drawn } from "../panels/registry";
import { isInForce, Line, type Scene, sceneOf } from "../scene/scene";
import { fragmentOf, stateOf } from "../state/address";
import type { AppState, Choice } from "../state/state";
import type { Store } from "../state/store";
import { drawTable } from "../table/table";
import { count, STRINGS } from "../text/strings";
import { TimeBar } from "../time/bar";
import { PanelFrame } from "./panels";
import { reachOf } from "./reach";
import { drawTop } from "./top";

export class Frame implements App {
  private shown: Scene;
  private picture: Picture | null = null;
  private readonly panels: PanelFrame;
  private timeBar: TimeBar | null = null;
  private hush = 0;

  constructor(
    readonly atlas: Atlas,
    readonly store: Store,
  ) {
    this.shown = sceneOf(atlas, store.get());
    this.panels = new PanelFrame(this);
  }

  scene(): Scene {
    return this.shown;
  }

  drawn(): Drawn | null {
    const { picture } = this;
    if (!picture) return null;
    return {
      canvas: () => picture.snapshot(),
      seen: () => picture.seen(),
      radius: picture.radius,
    };
  }

  open(choice: Choice): void {
    this.store.set({ chosen: choice, panel: "profile", table: false });
    const at = choice.type === "thing" ? this.atlas.thing(choice.id) : undefined;
    if (at !== undefined) this.picture?.bring([at]);
  }

  redraw(): void {
    this.picture?.refresh();
  }

  say(words: string): void {
    const place = part("said");
    place.textContent = words;
    place.classList.add("shown");
    clearTimeout(this.hush);
    this.hush = window.setTimeout(() => place.classList.remove("shown"), 2600);
  }

  start(): void {
    this.theme(this.store.get());
    part("loading").hidden = true;
    part("app").hidden = false;
    drawTop(this, part("top"), {
      showAll: () => this.picture?.showAll(),
      zoom: (factor) => this.picture?.zoom(factor),
    });
    this.timeBar = new TimeBar(this, part("time"));
    try {
      this.picture = new Picture(
        this,
        {
          reach: (state, hover) => reachOf(this, state, hover),
          click: (hit) => this.clicked(hit),
          tip: (hit) => this.tipOf(hit),
        },
        part("picture"),
      );
    } catch {
      part("picture").append(make("p", { class: "note", text: STRINGS.noWebGL }));
      this.store.set({ table: true });
    }
    this.store.subscribe((state, before) => this.changed(state, before));
    window.addEventListener("hashchange", () => {
      const wanted = location.hash.slice(1);
      if (wanted !== fragmentOf(this.store.get())) {
        this.store.set(stateOf(wanted));
        this.picture?.show(this.store.get().view);
      }
    });
    window
      .matchMedia("(prefers-color-scheme: dark)")
      .addEventListener("change", () => this.picture?.refresh());
    document.addEventListener("keydown", (event) => this.key(event));
    this.panels.draw(this.store.get());
    this.describe();
    this.drawTableIf(this.store.get());
    this.picture?.refresh();
  }

  /** Return what tests and scripts of the page's owner may ask. */
  asked(): Readonly<Record<string, unknown>> {
    const at = (id: string) => this.atlas.thing(id) ?? -1;
    return Object.freeze({
      state: () => this.store.get(),
      set: (changes: Partial<AppState>) => this.store.set(changes),
      shown: () => ({ things: this.shown.thingCount, ties: this.shown.claimCount }),
      isShown: (id: string) => this.shown.things[at(id)] === 1,
      claims: () => this.atlas.data.claims.id.filter((_, claim) => this.shown.claims[claim]),
      inForce: () =>
        this.atlas.data.claims.id.filter((_, claim) => isInForce(this.shown.claims[claim] ?? 0)),
      lines: () =>
        this.atlas.data.claims.id.map((id, claim) => [id, Line[this.shown.claims[claim] ?? 0]]),
      placeOf: (id: string) => this.picture?.spotOf(at(id)),
      picture: () => this.picture,
      drawn: () => this.picture?.drawn,
    });
  }

  private changed(state: AppState, before: AppState): void {
    if (state.theme !== before.theme) this.theme(state);
    if (sceneKey(state) !== sceneKey(before)) {
      this.shown = sceneOf(this.atlas, state);
      this.describe();
    }
    if (state.view === before.view || sceneKey(state) !== sceneKey(before)) this.picture?.refresh();
    this.timeBar?.update(state);
    this.panels.draw(state);
    this.drawTableIf(state, before);
    tellAddress(`#${fragmentOf(state)}`);
  }

  private theme(state: AppState): void {
    if (state.theme === "auto") document.documentElement.removeAttribute("data-theme");
    else document.documentElement.setAttribute("data-theme", state.theme);
  }

  private describe(): void {
    const { thingCount, claimCount } = this.shown;
    const [things, ties] = [count(thingCount), count(claimCount)];
    part("picture").setAttribute("aria-label", STRINGS.picture(things, ties));
    part("counts").textContent = STRINGS.counts(things, ties);
  }

  private drawTableIf(state: AppState, before?: AppState): void {
    const table = part("table");
    table.hidden = !state.table;
    part("picture").classList.toggle("behind", state.table);
    if (!state.table) table.replaceChildren();
    else if (!before?.table || sceneKey(state) !== sceneKey(before)) drawTable(this, table);
  }

  private clicked(hit: Hit): void {
    if (!hit) {
      this.store.set({ chosen: null });
      return;
    }
    const { things, claims } = this.atlas.data;
    const ids = hit.type === "thing" ? things.id : claims.id;
    this.store.set({ chosen: { type: hit.type, id: ids[hit.at] ?? "" }, panel: "profile" });
  }

  private tipOf(hit: Hit): string {
    if (!hit) return "";
    if (hit.type === "thing") {
      return `${this.atlas.labelOf(hit.at)} · ${this.atlas.kindOf(hit.at).one}`;
    }
    const { subject, object } = this.atlas.endsOf(hit.at);
    const phrase = this.atlas.relationOf(hit.at).phrase;
    return `${this.atlas.labelOf(subject)} ${phrase} ${this.atlas.labelOf(object)}`;
  }

  private key(event: KeyboardEvent): void {
    const typing =
      event.target instanceof HTMLElement &&
      event.target.matches("input, textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      part("find").focus();
    }
    if (event.key === "Escape" && !typing && this.store.get().chosen)
      this.store.set({ chosen: null });
  }
}

/** Put the state into the address; a frame in a notebook has none that a script may change. */
export function tellAddress(address: string): void {
  try {
    history.replaceState(null, "", address);
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem;
  }
}

/** Return what of a state decides what is drawn. */
function sceneKey(state: AppState): string {
  const { day, past, hidden, coalition, layers, votes, chosen } = state;
  const claim = chosen?.type === "claim" ? chosen.id : ""; // a vote is drawn when it is chosen
  return JSON.stringify([day, past, hidden, coalition, layers, votes, claim]);
}
