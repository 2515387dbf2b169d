/** Cells of an answer: each leads to a profile, to the claims behind its row, or to a question. */

import { isolated, make } from "../dom/elements";
import { choiceOf, idLink } from "../dom/links";
import { outward } from "../panels/claim_card";
import { shortened, webAddress } from "../text/readable";
import { count, STRINGS } from "../text/strings";
import type { Term } from "./engine/messages";
import type { Session } from "./session";
import { idOf, textOf } from "./terms";

const LONGEST = 400;
const words = STRINGS.query;

/** Return what a cell shows. `open` shows the claims behind its row; null where there are none. */
export function cellOf(session: Session, term: Term | null, open: (() => void) | null): Node {
  const { app, asking } = session;
  const text = shortened(textOf(term, asking.prefixes), LONGEST);
  const id = idOf(term);
  if (id && choiceOf(app, id)) return idLink(app, id);
  if (id) {
    return make(
      "button",
      {
        type: "button",
        class: "link",
        title: words.askAbout(text),
        onclick: () => session.keep({ sparql: aboutText(String(term?.value)), query: "" }),
      },
      isolated(text),
    );
  }
  const address = typeof term?.value === "string" ? webAddress(term.value) : "";
  if (address && !term?.datatype?.endsWith("string")) {
    if (term?.type === "literal") return outward(address) ?? isolated(text);
  }
  if (!open || !text) return isolated(text);
  return make(
    "button",
    { type: "button", class: "link plain", title: words.row, onclick: open },
    isolated(text),
  );
}

/** Return the button that opens the claims behind a row. */
export function claimsButton(row: number, claims: number, open: () => void): HTMLElement {
  return make("button", {
    type: "button",
    class: "link",
    text: count(claims),
    "aria-label": words.claimsOfRow(count(claims), count(row + 1)),
    onclick: open,
  });
}

function aboutText(iri: string): string {
  return `SELECT ?relation ?value WHERE {\n  <${iri}> ?relation ?value\n}\nORDER BY ?relation ?value\n`;
}
