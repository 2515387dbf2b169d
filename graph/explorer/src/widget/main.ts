/**
 * The widget in Jupyter: anywidget calls `render` with the model and an element to fill.
 *
 * All stands in a shadow tree, so that neither the notebook's styles reach in nor ours out.
 */

import palette from "../../../comity/views/template/palette.css";
import { dayText } from "../data/days";
import { glyph, make } from "../dom/elements";
import { count, STRINGS } from "../text/strings";
import { details } from "./details";
import { Drawing } from "./drawing";
import { Lists } from "./lists";
import type { Model, Picture } from "./model";
import { Choice } from "./selection";
import { type Shown, shownOn } from "./standing";
import { followTheme } from "./theme";
import { Time } from "./time";
import style from "./widget.css";

function render({ model, el }: { model: Model; el: HTMLElement }): () => void {
  const picture = model.get("picture") as Picture;
  // JupyterLab listens before us, and takes Enter, arrows and letters for commands on cells
  el.setAttribute("data-lm-suppress-shortcuts", "true");
  const root = el.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  // the palette of whole pages, for the root of this tree
  sheet.replaceSync(
    palette.replace(/:root(\S*)/g, (_, rest) => (rest ? `:host(${rest})` : ":host")) + style,
  );
  root.adoptedStyleSheets = [sheet];
  const choice = new Choice(model);
  const drawing = new Drawing(picture, choice);
  const lists = new Lists(picture, choice);
  const panel = make("aside", {
    class: "panel",
    "aria-label": STRINGS.widget.details,
    tabindex: 0,
  });
  const legend = make("ul", { class: "legend" });
  const status = make("p", { class: "status", role: "status" });
  let seen: { day: number | null; shown: Shown } | null = null;

  const draw = (day: number | null) => {
    if (!seen || seen.day !== day) seen = { day, shown: shownOn(picture, day) };
    const { shown } = seen;
    drawing.draw(shown);
    lists.draw(shown);
    panel.replaceChildren(...details(picture, choice, shown));
    legend.replaceChildren(...legendOf(picture, shown));
    status.textContent = STRINGS.widget.status(
      count(choice.ids().length),
      count(shown.things.size),
      count(shown.ties.length),
      day === null ? STRINGS.widget.always : STRINGS.widget.on(dayText(day)),
    );
  };
  const time = new Time(model, picture, draw);
  const update = () => {
    time.show(time.day());
    draw(time.day());
  };

  root.append(
    make(
      "section",
      { class: "widget", "aria-label": STRINGS.widget.named(picture.title) },
      make("div", { class: "bar" }, time.element, tools(drawing)),
      make("div", { class: "stage" }, drawing.element, panel),
      status,
      legend,
      picture.omitted
        ? make("p", { class: "quiet", text: STRINGS.widget.omitted(count(picture.omitted)) })
        : null,
      lists.element,
    ),
  );
  const unfollow = followTheme(el);
  for (const name of ["selection", "as_of"]) model.on(`change:${name}`, update);
  update();
  return () => {
    unfollow();
    for (const name of ["selection", "as_of"]) model.off(`change:${name}`, update);
  };
}

function tools({ sight }: Drawing): HTMLElement {
  const button = (text: string, label: string, act: () => void) =>
    make("button", { type: "button", text, "aria-label": label, title: label, onclick: act });
  return make(
    "div",
    { class: "tools", role: "group", "aria-label": STRINGS.widget.tools },
    button("+", STRINGS.zoomIn, () => sight.zoom(true)),
    button("−", STRINGS.zoomOut, () => sight.zoom(false)),
    button(STRINGS.showAll, STRINGS.showAll, () => sight.showAll()),
  );
}

/** Return the kinds and lines that are drawn, in the order of the atlas's legend. */
function legendOf(picture: Picture, shown: Shown): HTMLElement[] {
  const kinds = new Map<number, number>();
  for (const at of shown.things) {
    const kind = picture.things[at]?.kind ?? 0;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  const standings = new Set(shown.ties.map(({ standing }) => standing));
  return [
    ...picture.kinds.flatMap((look, kind) => {
      const found = kinds.get(kind) ?? 0;
      const words = `${found === 1 ? look.one : look.many} ${count(found)}`;
      return found
        ? [make("li", {}, glyph(look.outline, look.fill), make("bdi", { text: words }))]
        : [];
    }),
    ...Object.entries(picture.lines).flatMap(([name, { words, dashes, width }]) => {
      if (![...standings].some((standing) => standing === name)) return [];
      const line = glyph("M0 8H16", "none");
      line.setAttribute("class", `glyph tie ${name}`);
      line.firstElementChild?.setAttribute("class", "line");
      line.firstElementChild?.setAttribute("stroke-width", String(width));
      line.firstElementChild?.setAttribute("stroke-dasharray", dashes.map((d) => d / 2).join(" "));
      return [make("li", {}, line, make("span", { text: words }))];
    }),
  ];
}

export default { render };
