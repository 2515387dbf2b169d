/** Taking along what is seen: as a picture, for other programs, or as a link. */

import { make } from "../dom/elements";
import { bibtexOf } from "../exports/bibtex";
import { csvOf } from "../exports/csv";
import { gexfOf } from "../exports/gexf";
import { save } from "../exports/saving";
import { svgOf } from "../exports/svg";
import { turtleOf } from "../exports/turtle";
import { fragmentOf } from "../state/address";
import { STRINGS } from "../text/strings";
import { type App, type Drawn, registerPanel } from "./registry";

const words = STRINGS.exports;

registerPanel({
  name: "exports",
  tab: STRINGS.tabs.exports,
  order: 60,
  depends: () => null,
  draw: (into, app) => {
    const texts: [string, string, string, () => string][] = [
      [words.gexf, "gexf", "application/xml", () => gexfOf(app)],
      [words.csv, "csv", "text/csv", () => csvOf(app)],
      [words.turtle, "ttl", "text/turtle", () => turtleOf(app)],
      [words.bibtex, "bib", "text/plain", () => bibtexOf(app)],
    ];
    const drawn = app.drawn();
    into.append(
      make("h2", { text: words.heading }),
      make("p", { text: words.text }),
      make(
        "ul",
        { class: "choices" },
        ...(drawn ? pictures(app, drawn) : []),
        ...texts.map(([label, ending, type, text]) =>
          item(label, () =>
            saved(app, ending, new Blob([text()], { type: `${type};charset=utf-8` })),
          ),
        ),
        item(words.link, () => copyLink(app)),
      ),
    );
  },
});

function pictures(app: App, drawn: Drawn): HTMLElement[] {
  return [
    item(words.png, () => drawn.canvas().toBlob((blob) => blob && saved(app, "png", blob))),
    item(words.svg, () =>
      saved(app, "svg", new Blob([svgOf(app, drawn)], { type: "image/svg+xml" })),
    ),
  ];
}

function saved(app: App, ending: string, content: Blob): void {
  const { day, chosen } = app.store.get();
  const about = chosen?.type === "thing" ? chosen.id.replace("/", "-") : "";
  const name = `${["comity", about, day].filter(Boolean).join("-")}.${ending}`;
  save(name, content);
  app.say(words.saved(name));
}

function copyLink(app: App): void {
  const address = `${location.href.replace(/#.*$/, "")}#${fragmentOf(app.store.get())}`;
  const copying = navigator.clipboard?.writeText(address) ?? Promise.reject(new Error("none"));
  copying.then(
    () => app.say(words.copied),
    () => app.say(words.copyByHand),
  );
}

function item(text: string, act: () => void): HTMLElement {
  return make("li", {}, make("button", { type: "button", class: "choice", text, onclick: act }));
}
