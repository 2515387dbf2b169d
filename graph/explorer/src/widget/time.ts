/** The day, shared with Python: a slider, a box for a day, and a button for all times. */

import { dayNumber, dayText } from "../data/days";
import { dayBox } from "../dom/days";
import { make } from "../dom/elements";
import { STRINGS } from "../text/strings";
import type { Model, Picture } from "./model";

export class Time {
  readonly element: HTMLElement;
  private readonly slider: HTMLInputElement;
  private readonly box: HTMLInputElement;
  private readonly always: HTMLButtonElement;

  /** @param draw Called while the slider moves; Python sees the day when it is let go. */
  constructor(
    private readonly model: Model,
    picture: Picture,
    draw: (day: number | null) => void,
  ) {
    const words = STRINGS.time;
    this.slider = make("input", {
      type: "range",
      min: picture.first,
      max: picture.last,
      step: 1,
      "aria-label": words.slider,
      oninput: () => {
        const day = Number(this.slider.value);
        this.show(day);
        draw(day);
      },
      onchange: () => this.take(dayText(Number(this.slider.value))),
    });
    this.slider.value = String(picture.today);
    this.box = dayBox(words.label, "", (day) => this.take(day));
    this.always = make("button", {
      type: "button",
      title: words.allHint,
      text: words.all,
      onclick: () => this.take(""),
    });
    this.element = make("div", { class: "time" }, this.always, this.slider, this.box);
  }

  /** The day that the model holds; null for all times. */
  day(): number | null {
    return dayNumber(String(this.model.get("as_of") ?? ""));
  }

  /** Show a day on the controls. */
  show(day: number | null): void {
    const text = day === null ? "" : dayText(day);
    if (day !== null) this.slider.value = String(day);
    this.slider.setAttribute("aria-valuetext", text || STRINGS.time.all);
    this.box.value = text;
    this.box.setAttribute("aria-invalid", "false");
    this.always.setAttribute("aria-pressed", String(day === null));
  }

  private take(day: string): void {
    this.model.set("as_of", day);
    this.model.save_changes();
  }
}
