/** A box that finds things by name while one types: a combobox with a list, for keys and pointers. */

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
  const list = make("ul", {
    role: "listbox",
    id: `${words.id}-list`,
    "aria-label": words.label,
    hidden: true,
  });
  const input = make("input", {
    id: words.id,
    type: "text",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    "aria-label": words.label,
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    placeholder: words.hint,
    value: words.value ?? "",
  });
  let found: number[] = [];
  let active = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const pick = (at: number) => {
    input.value = words.value === undefined ? "" : app.atlas.labelOf(at);
    close();
    take(at);
  };
  const mark = (place: number) => {
    active = place;
    [...list.children].forEach((item, position) => {
      item.setAttribute("aria-selected", String(position === place));
    });
    if (place >= 0) input.setAttribute("aria-activedescendant", `${words.id}-${place}`);
  };
  const draw = () => {
    found = matches(app.atlas, input.value, SHOWN);
    list.replaceChildren(
      ...found.map((at, place) => {
        const kind = app.atlas.kindOf(at);
        return make(
          "li",
          {
            role: "option",
            id: `${words.id}-${place}`,
            "aria-selected": "false",
            onpointerdown: (event: Event) => event.preventDefault(),
            onclick: () => pick(at),
          },
          glyph(kind.outline, kind.fill),
          isolated(app.atlas.labelOf(at)),
          make("small", { text: kind.one }),
        );
      }),
    );
    const none = input.value.trim() !== "" && !found.length;
    if (none) {
      list.append(
        make("li", {
          role: "option",
          "aria-disabled": "true",
          "aria-selected": "false",
          text: STRINGS.noMatch,
        }),
      );
    }
    list.hidden = !found.length && !none;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(found.length ? 0 : -1);
  };
  input.addEventListener("input", draw);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) draw();
      else if (found.length) {
        mark((active + (event.key === "ArrowDown" ? 1 : -1) + found.length) % found.length);
      }
    } else if (event.key === "Enter") {
      const at = found[active];
      if (!list.hidden && at !== undefined) pick(at);
    } else if (event.key === "Escape") {
      close();
      event.stopPropagation();
    }
  });
  return make("div", { class: "search" }, input, list);
}
