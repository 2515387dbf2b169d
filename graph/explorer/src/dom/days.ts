/** A box for a day, written YYYY-MM-DD whatever the system's habits are. */

import { dayNumber } from "../data/days";
import { make } from "./elements";

/** Return the box; `take` is called with a day, or with the empty text when it is cleared. */
export function dayBox(
  label: string,
  value: string,
  take: (day: string) => void,
): HTMLInputElement {
  let taken: string | null = null;
  const accept = () => {
    const text = box.value.trim();
    if (text === taken) return; // by Enter, before the change that follows
    const fits = text === "" || dayNumber(text) !== null;
    box.setAttribute("aria-invalid", String(!fits));
    if (!fits) return;
    taken = text;
    take(text);
  };
  const box = make("input", {
    type: "text",
    class: "day",
    inputmode: "numeric",
    maxlength: 10,
    size: 10,
    placeholder: "YYYY-MM-DD",
    autocomplete: "off",
    "aria-label": `${label} (YYYY-MM-DD)`,
    oninput: () => {
      taken = null;
    },
    onchange: accept,
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") accept(); // JupyterLab lets no change follow
  });
  box.value = value;
  return box;
}
