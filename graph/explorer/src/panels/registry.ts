/**
 * Panels: what stands beside the picture. A feature adds its own by `registerPanel`; the frame shows
 * the one whose name is `state.panel`, and a tab for each that has a tab.
 */

import type { Atlas } from "../data/atlas";
import type { Size } from "../draw/camera";
import type { Inks } from "../draw/colours";
import type { PlacedLabel } from "../draw/labels";
import type { Scene } from "../scene/scene";
import type { AppState, Choice, View } from "../state/state";
import type { Store } from "../state/store";

/** The picture, for those who take it along. */
export interface Drawn {
  /** What is seen, on the colour of the page. */
  canvas(): HTMLCanvasElement;
  seen(): { view: View; size: Size; labels: readonly PlacedLabel[]; inks: Inks };
  /** Radius of a thing's mark in pixels now. */
  radius(at: number): number;
}

/** What every feature is given. */
export interface App {
  readonly atlas: Atlas;
  readonly store: Store;
  /** What is drawn now; made anew after every change of the state. */
  scene(): Scene;
  /** The picture; null where the browser draws none. */
  drawn(): Drawn | null;
  /** Open the profile of a thing, a claim or a source, and bring it into sight. */
  open(choice: Choice): void;
  /** Draw the picture anew, when something stands out in it that the state does not say. */
  redraw(): void;
  /** Say something to those who listen to a screen reader, and show it for a moment. */
  say(words: string): void;
}

export interface Panel {
  /** Its name in `state.panel`. */
  readonly name: string;
  /** What its tab says; without one it opens only by what leads to it. */
  readonly tab?: string;
  /** Without a tab of its own: the name of the panel whose tab stands for it. */
  readonly under?: string;
  /** Order among the tabs, small first. */
  readonly order: number;
  /** Fill an empty element. Called again when something that `depends` returns has changed. */
  draw(into: HTMLElement, app: App): void;
  /** What the panel shows of the state; without it, it is drawn anew at every change. */
  depends?(state: AppState): unknown;
}

const panels = new Map<string, Panel>();

/** Add a panel; called once by each feature when it is loaded. */
export function registerPanel(panel: Panel): void {
  panels.set(panel.name, panel);
}

/** Return the panel of a name, else the first. */
export function panelOf(name: string): Panel {
  const found = panels.get(name) ?? allPanels()[0];
  if (!found) throw new Error("no panel is registered");
  return found;
}

/** Return all panels in the order of their tabs. */
export function allPanels(): Panel[] {
  return [...panels.values()].sort((one, other) => one.order - other.order);
}
