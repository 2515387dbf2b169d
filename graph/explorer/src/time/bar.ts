/** The bar of time: a slider over the days, play, marks of events, and how many ties begin a year. */

import { dayNumber, dayText, yearOf, yearStart } from "../data/days";
import { dayBox } from "../dom/days";
import { make } from "../dom/elements";
import type { App } from "../panels/registry";
import type { AppState } from "../state/state";
import { count, STRINGS } from "../text/strings";
import { beginnings, events } from "./marks";

const FIRST = 1957;
const TICK = 260;
const MONTHS = 3;

export class TimeBar {
  private readonly slider: HTMLInputElement;
  private readonly date: HTMLInputElement;
  private readonly play: HTMLButtonElement;
  private readonly all: HTMLButtonElement;
  private readonly past: HTMLInputElement;
  private readonly fill = make("div", { class: "time-fill", "aria-hidden": "true" });
  private timer = 0;
  private readonly first: number;
  private readonly last: number;

  constructor(
    private readonly app: App,
    into: HTMLElement,
  ) {
    const { data } = app.atlas;
    this.first = yearStart(FIRST);
    this.last = yearStart(yearOf(data.today) + 1) - 1;
    this.slider = make("input", {
      type: "range",
      min: this.first,
      max: this.last,
      step: 1,
      class: "time-slider",
      "aria-label": STRINGS.time.slider,
      oninput: () => this.take(Number(this.slider.value)),
    });
    this.date = dayBox(STRINGS.time.label, "", (text) => {
      const day = dayNumber(text);
      if (day === null) this.app.store.set({ day: null });
      else this.take(day);
    });
    this.play = make("button", {
      type: "button",
      class: "tool play",
      onclick: () => this.toggle(),
    });
    this.all = make("button", {
      type: "button",
      class: "tool wide",
      title: STRINGS.time.allHint,
      text: STRINGS.time.all,
      onclick: () => {
        this.stop();
        this.app.store.set({ day: null });
      },
    });
    this.past = make("input", {
      type: "checkbox",
      onchange: () => this.app.store.set({ past: this.past.checked }),
    });
    into.append(
      this.play,
      make("div", { class: "time-day" }, this.date, this.all),
      make(
        "div",
        { class: "time-line" },
        this.bars(),
        this.fill,
        this.slider,
        this.marks(),
        this.years(),
      ),
      make("label", { class: "check" }, this.past, make("span", { text: STRINGS.time.past })),
    );
    this.update(app.store.get());
  }

  update(state: AppState): void {
    const day = (state.day ? dayNumber(state.day) : null) ?? this.app.atlas.data.today;
    this.slider.value = String(day);
    this.slider.setAttribute("aria-valuetext", state.day ?? STRINGS.time.all);
    this.date.value = state.day ?? "";
    this.all.setAttribute("aria-pressed", String(state.day === null));
    this.past.checked = state.past;
    this.fill.style.setProperty("--share", String(this.share(day)));
    this.fill.hidden = state.day === null;
    this.play.replaceChildren(
      make("span", { "aria-hidden": "true", text: this.timer ? "❚❚" : "▶" }),
    );
    this.play.setAttribute("aria-label", this.timer ? STRINGS.time.pause : STRINGS.time.play);
  }

  private take(day: number): void {
    this.stop();
    this.app.store.set({ day: dayText(day) });
  }

  private toggle(): void {
    if (this.timer) {
      this.stop();
      return;
    }
    const { day } = this.app.store.get();
    const now = day ? (dayNumber(day) ?? this.first) : this.last;
    const from = now >= this.app.atlas.data.today ? yearStart(2000) : now;
    this.timer = window.setInterval(() => this.step(), TICK);
    this.app.store.set({ day: dayText(from) });
    this.update(this.app.store.get());
  }

  private step(): void {
    const { day } = this.app.store.get();
    const now = new Date(`${day ?? dayText(this.first)}T00:00:00Z`);
    now.setUTCMonth(now.getUTCMonth() + MONTHS);
    const next = dayNumber(now.toISOString().slice(0, 10)) ?? this.last;
    const { today } = this.app.atlas.data;
    if (next >= today) this.stop();
    this.app.store.set({ day: dayText(Math.min(next, today)) });
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = 0;
    this.update(this.app.store.get());
  }

  private share(day: number): number {
    return (day - this.first) / (this.last - this.first);
  }

  /** Bars of how many ties begin in each year: the shape of the record over time. */
  private bars(): HTMLElement {
    const counts = beginnings(this.app.atlas);
    const most = Math.max(1, ...counts.values());
    const bars = make("div", { class: "time-bars", "aria-hidden": "true" });
    for (let year = FIRST; yearStart(year) <= this.last; year++) {
      const bar = make("i");
      bar.style.setProperty("--height", String(Math.sqrt((counts.get(year) ?? 0) / most)));
      bars.append(bar);
    }
    return bars;
  }

  private marks(): HTMLElement {
    const row = make("div", {
      class: "time-marks",
      role: "group",
      "aria-label": STRINGS.time.events,
    });
    for (const event of events(this.app.atlas)) {
      if (event.day < this.first || event.day > this.last) continue;
      const words = `${event.start}: ${event.label}`;
      const mark = make("button", {
        type: "button",
        class: "time-mark",
        "aria-label": words,
        title: words,
        tabindex: -1,
        onclick: () => {
          this.take(event.day);
          this.app.open({ type: "thing", id: event.id });
        },
      });
      mark.style.setProperty("--share", String(this.share(event.day)));
      row.append(mark);
    }
    roving(row);
    return row;
  }

  private years(): HTMLElement {
    const row = make("div", { class: "time-years", "aria-hidden": "true" });
    for (let year = 1960; yearStart(year) <= this.last; year += 10) {
      const label = make("span", { text: String(year) });
      label.style.setProperty("--share", String(this.share(yearStart(year))));
      row.append(label);
    }
    row.title = count(this.app.atlas.firstVote);
    return row;
  }
}

/** Let one button of a row take the focus, and the arrow keys go along the row. */
function roving(row: HTMLElement): void {
  const buttons = [...row.querySelectorAll("button")];
  const [first] = buttons;
  if (first) first.tabIndex = 0;
  row.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const place = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const next = buttons[place + (step ?? 0)];
    if (!step || place < 0 || !next) return;
    event.preventDefault();
    for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  });
}
