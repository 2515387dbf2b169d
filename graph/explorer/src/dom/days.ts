/** A box for a day, written YYYY-MM-DD whatever the system's habits are. */

import { dayNumber } from "../data/days";
import { make } from "./elements";

/** Return the box; `take` is called with a day, or with the empty text when it is cleared. */
export function dayBox(
  label: string,
  value: string,
  take: (day: string) => void,
): HTMLInputElement {
  const box = make("input", {
    type: "text",
    class: "day",
    inputmode: "numeric",
    maxlength: 10,
    size: 10,
    placeholder: "YYYY-MM-DD",
    autocomplete: "off",
    "aria-label": `${label} (YYYY-MM-DD)`,
    onchange: () => {
      const text = box.value.trim();
      const fits = text === "" || dayNumber(text) !== null;
      box.setAttribute("aria-invalid", String(!fits));
      if (fits) take(text);
    },
  });
  box.value = value;
  return box;
}
