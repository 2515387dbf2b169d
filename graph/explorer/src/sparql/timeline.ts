/** An answer as a timeline: a line for each row with a date, from its first date to its last. */

import { isolated, make } from "../dom/elements";
import { paged } from "../panels/paged";
import { STRINGS } from "../text/strings";
import { cellOf } from "./cells";
import { claimsBehind } from "./claims";
import type { Solutions, Term } from "./engine/messages";
import { openRow } from "./row";
import type { Session } from "./session";
import { idOf, isDate, textOf } from "./terms";

const SHOWN = 60;

interface Span {
  row: number;
  from: number;
  until: number;
  words: string;
}

/** Return the timeline of an answer. */
export function answerTimeline(session: Session, answer: Solutions): HTMLElement {
  const spans = answer.rows
    .map((row, place) => spanOf(row, place))
    .filter((span) => span !== null)
    .sort((one, other) => one.from - other.from || one.row - other.row);
  if (!spans.length) return make("p", { class: "empty", text: STRINGS.query.undated });
  const first = Math.floor(Math.min(...spans.map((span) => span.from)));
  const last = Math.floor(Math.max(...spans.map((span) => span.until))) + 1;
  const share = (year: number) => (year - first) / Math.max(1, last - first);
  return make(
    "div",
    { class: "timeline", tabindex: 0, role: "region", "aria-label": STRINGS.query.views.timeline },
    make(
      "div",
      { class: "timeline-ends", "aria-hidden": "true" },
      make("span", { text: String(first) }),
      make("span", { text: String(last) }),
    ),
    paged(spans, (span) => lineOf(session, answer, span, share), SHOWN),
  );
}

function lineOf(
  session: Session,
  answer: Solutions,
  span: Span,
  share: (year: number) => number,
): HTMLElement {
  const row = answer.rows[span.row] ?? [];
  const main = row.find((term) => idOf(term)) ?? row.find((term) => !isDate(term)) ?? null;
  const open = claimsBehind(session, row).length ? () => openRow(session, span.row) : null;
  const bar = make("i");
  bar.style.setProperty("--from", String(share(span.from)));
  bar.style.setProperty("--until", String(share(span.until)));
  return make(
    "div",
    { class: "timeline-row" },
    make("span", { class: "timeline-name" }, cellOf(session, main, open)),
    make("span", { class: "timeline-bar", "aria-hidden": "true" }, bar),
    make("span", { class: "timeline-date" }, isolated(span.words)),
  );
}

function spanOf(row: readonly (Term | null)[], place: number): Span | null {
  const dates = row.filter(isDate).map((term) => textOf(term, {}));
  const years = dates.map(yearsOf).filter(Number.isFinite);
  if (!years.length) return null;
  const [from, until] = [Math.min(...years), Math.max(...years)];
  const shown = [...new Set([dates[years.indexOf(from)], dates[years.indexOf(until)]])];
  return { row: place, from, until, words: shown.join(" – ") };
}

/** Return a date in years. */
function yearsOf(text: string): number {
  const [year, month = "1", day = "1"] = text.slice(0, 10).split("-");
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372;
}
