/** A field that offers what fits while one types: a combobox with a list, for keys and pointers. */

import { make } from "./elements";

export interface Words {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly none: string;
  readonly value?: string;
}

export interface Offers<Item> {
  /** Return what fits, best first, or undefined when that cannot be said yet. */
  readonly find: (text: string) => readonly Item[] | undefined;
  /** Return what the list shows of an item. */
  readonly show: (item: Item) => readonly Node[];
  /** Do what is wanted of the item that was picked; return what the field then holds. */
  readonly take: (item: Item) => string;
  /** Hear how many fit, or undefined when that cannot be said yet. */
  readonly tell?: (count: number | undefined) => void;
}

export interface Combobox {
  readonly input: HTMLInputElement;
  readonly list: HTMLElement;
  /** Offer anew, for what can be found has changed. */
  readonly renew: () => void;
}

/** Return a field and its list, to be put side by side. */
export function combobox<Item>(words: Words, offers: Offers<Item>): Combobox {
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
  let found: readonly Item[] = [];
  let active = -1;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const pick = (item: Item) => {
    close();
    input.value = offers.take(item);
  };
  const mark = (place: number) => {
    active = place;
    [...list.children].forEach((item, position) => {
      item.setAttribute("aria-selected", String(position === place));
    });
    if (place >= 0) input.setAttribute("aria-activedescendant", `${words.id}-${place}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[place]?.scrollIntoView?.({ block: "nearest" });
  };
  const draw = () => {
    const fitting = offers.find(input.value);
    found = fitting ?? [];
    list.replaceChildren(
      ...found.map((item, place) =>
        make(
          "li",
          {
            role: "option",
            id: `${words.id}-${place}`,
            "aria-selected": "false",
            onpointerdown: (event: Event) => event.preventDefault(),
            onclick: () => pick(item),
          },
          ...offers.show(item),
        ),
      ),
    );
    const isAsked = input.value.trim() !== "";
    const isOpen = isAsked && fitting !== undefined;
    if (isOpen && !found.length) {
      list.append(
        make("li", {
          role: "option",
          "aria-disabled": "true",
          "aria-selected": "false",
          text: words.none,
        }),
      );
    }
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    mark(found.length ? 0 : -1);
    if (isAsked) offers.tell?.(fitting?.length);
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
      const item = found[active];
      if (!list.hidden && item !== undefined) pick(item);
    } else if (event.key === "Escape") {
      close();
      event.stopPropagation();
    }
  });
  return { input, list, renew: draw };
}
