/** An answer as a table: sorted by any column, a page at a time. */

import { make } from "../dom/elements";
import { count, STRINGS } from "../text/strings";
import { cellOf, claimsButton } from "./cells";
import { claimsBehind } from "./claims";
import type { Solutions, Term } from "./engine/messages";
import { openRow } from "./row";
import type { Session } from "./session";
import { rankOf } from "./terms";

const PAGE = 100;
const words = STRINGS.query;
const turning = STRINGS.table;

/** Return the table of an answer. */
export function answerTable(session: Session, answer: Solutions): HTMLElement {
  let order = answer.rows.map((_, row) => row);
  let first = 0;
  let sorted: { column: number; down: boolean } | null = null;
  const body = make("tbody");
  const where = make("span", { role: "status" });
  const heads = answer.heads.map((name, column) =>
    make(
      "th",
      { scope: "col" },
      make("button", {
        type: "button",
        class: "sort",
        text: name,
        title: words.sort(name),
        onclick: () => {
          sorted = { column, down: sorted?.column === column && !sorted.down };
          order = byColumn(answer.rows, column, sorted.down);
          first = 0;
          draw();
        },
      }),
    ),
  );
  const draw = () => {
    heads.forEach((head, column) => {
      if (sorted?.column !== column) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", sorted.down ? "descending" : "ascending");
    });
    const last = Math.min(order.length, first + PAGE);
    body.replaceChildren(...order.slice(first, last).map((row) => line(session, answer, row)));
    where.textContent = turning.page(count(last && first + 1), count(last), count(order.length));
    back.disabled = first === 0;
    on.disabled = last >= order.length;
  };
  const turn = (by: number) => () => {
    first = Math.max(0, first + by);
    draw();
  };
  const back = button(turning.previous, turn(-PAGE));
  const on = button(turning.next, turn(PAGE));
  draw();
  const pages = make("p", { class: "actions" }, back, where, on);
  pages.hidden = order.length <= PAGE;
  return make(
    "section",
    { class: "sheet" },
    make(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": words.views.table },
      make(
        "table",
        {},
        make("caption", { class: "unseen", text: words.answer }),
        make(
          "thead",
          {},
          make("tr", {}, ...heads, make("th", { scope: "col", text: words.claims })),
        ),
        body,
      ),
    ),
    pages,
  );
}

function line(session: Session, answer: Solutions, row: number): HTMLElement {
  const cells = answer.rows[row] ?? [];
  const claims = claimsBehind(session, cells);
  const open = claims.length ? () => openRow(session, row) : null;
  return make(
    "tr",
    {},
    ...cells.map((term) => make("td", {}, cellOf(session, term, open))),
    make("td", {}, open ? claimsButton(row, claims.length, open) : ""),
  );
}

function byColumn(rows: readonly (Term | null)[][], column: number, down: boolean): number[] {
  const ranks = rows.map((row) => rankOf(row[column] ?? null));
  const order = rows.map((_, row) => row);
  const sign = down ? -1 : 1;
  return order.sort((one, other) => {
    const [a = "", b = ""] = [ranks[one], ranks[other]];
    const isNumeric = typeof a === "number" && typeof b === "number";
    return sign * (isNumeric ? a - b : String(a).localeCompare(String(b), "en")) || one - other;
  });
}

function button(text: string, act: () => void): HTMLButtonElement {
  return make("button", {
    type: "button",
    class: "action",
    text,
    "aria-label": `${text}: ${words.answer}`,
    onclick: act,
  });
}
