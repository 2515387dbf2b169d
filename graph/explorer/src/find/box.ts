/** A box that finds things of the atlas by name while one types. */

import { combobox } from "../dom/combobox";
import { glyph, isolated, make } from "../dom/elements";
import type { App } from "../panels/registry";
import { STRINGS } from "../text/strings";
import { matches } from "./matches";

const SHOWN = 10;

export interface BoxWords {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value?: string;
}

/** Return the box; `take` is called with the position of the thing that was picked. */
export function searchBox(app: App, words: BoxWords, take: (at: number) => void): HTMLElement {
  const { input, list } = combobox<number>(
    { ...words, none: STRINGS.noMatch },
    {
      find: (text) => matches(app.atlas, text, SHOWN),
      show: (at) => {
        const kind = app.atlas.kindOf(at);
        return [
          glyph(kind.outline, kind.fill),
          isolated(app.atlas.labelOf(at)),
          make("small", { text: kind.one }),
        ];
      },
      take: (at) => {
        take(at);
        return words.value === undefined ? "" : app.atlas.labelOf(at);
      },
    },
  );
  return make("div", { class: "search" }, input, list);
}
