/**
 * The search of a site without a server.
 *
 * In: places in the page that lead to the lists of things, and a script beside this one with the
 * names, which is loaded when the field is first used. Out: fields that find. Without scripts, the
 * places stay links to the lists. What does not belong here: what fits some words (`names`).
 */

import { combobox } from "../dom/combobox";
import { isolated, make } from "../dom/elements";
import { folded } from "../text/readable";
import { SITE } from "../text/strings";
import { type Match, Names } from "./names";

interface Index {
  readonly things: string;
  readonly kinds: Readonly<Record<string, string>>;
}

const SHOWN = 12;
const own = document.currentScript as HTMLScriptElement;
const root = new URL("../", own.src);
const waiting: (() => void)[] = [];
let names: Names | undefined;
let isAskedFor = false;

/** Load the names, which the script of the index hands over. */
function load(): void {
  if (isAskedFor) return;
  isAskedFor = true;
  Object.assign(globalThis, {
    comityNames: ({ things, kinds }: Index) => {
      names = new Names(things, kinds);
      for (const renew of waiting) renew();
    },
  });
  const script = document.createElement("script");
  script.src = new URL("names.js", own.src).href;
  script.addEventListener("error", () => {
    isAskedFor = false; // the next key tries again
  });
  document.head.append(script);
}

function mount(place: HTMLElement, id: string): void {
  const said = make("span", { class: "unseen", role: "status" });
  const box = combobox<Match>(
    { id, label: SITE.label, hint: SITE.hint, none: SITE.none },
    {
      find: (text) => {
        load();
        return names?.search(text, SHOWN);
      },
      show: (match) => [
        isolated(
          folded(match.name || match.label) === folded(match.label)
            ? match.label
            : `${match.label} (${match.name})`,
        ),
        make("small", { text: match.kind }),
      ],
      take: (match) => {
        location.assign(new URL(`id/${match.id}.html`, root).href);
        return match.label;
      },
      tell: (count) => {
        said.textContent =
          count === undefined ? SITE.loading : SITE.matches(count, count === SHOWN);
      },
    },
  );
  waiting.push(() => {
    if (document.activeElement === box.input && box.input.value) box.renew();
  });
  box.input.addEventListener("focus", load);
  place.replaceChildren(box.input, box.list, said);
}

document.querySelectorAll<HTMLElement>("[data-find]").forEach((place, at) => {
  mount(place, `find-${at}`);
});
