/** Long lists, shown a part at a time. */

import { make } from "../dom/elements";
import { count, STRINGS } from "../text/strings";

const FIRST = 12;
const THEN = 60;

/** Return a list that shows some items and a button for more of them. */
export function paged<Item>(
  items: readonly Item[],
  draw: (item: Item) => HTMLElement,
  first = FIRST,
): HTMLElement {
  const list = make("ul", { class: "paged" });
  let shown = 0;
  const grow = (by: number) => {
    for (const item of items.slice(shown, shown + by)) list.append(make("li", {}, draw(item)));
    shown = Math.min(items.length, shown + by);
    const left = items.length - shown;
    more.hidden = left <= 0;
    more.textContent = STRINGS.more(count(left));
  };
  const more = make("button", {
    type: "button",
    class: "more",
    onclick: () => {
      const place = shown;
      grow(THEN);
      (list.children[place]?.querySelector("button, a") as HTMLElement | null)?.focus();
    },
  });
  grow(first);
  return make("div", {}, list, more);
}
