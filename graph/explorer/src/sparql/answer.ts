/** The sheet of the answer, over the lower part of the picture: table, picture or timeline. */

import { make, part } from "../dom/elements";
import { save } from "../exports/saving";
import { offerReach } from "../frame/reach";
import type { App } from "../panels/registry";
import { count, STRINGS } from "../text/strings";
import { reachOfAnswer } from "./claims";
import type { Solutions } from "./engine/messages";
import { type Session, sessionOf } from "./session";
import { answerTable } from "./table";
import { textOf } from "./terms";
import { answerTimeline } from "./timeline";

const words = STRINGS.query;
const VIEWS = ["table", "graph", "timeline"] as const;
type Shown = (typeof VIEWS)[number];

offerReach((app, state) => {
  const { answer } = sessionOf(app);
  const isShown = answer && state.panel === "query" && shownIn(app) === "graph";
  return isShown ? reachOfAnswer(sessionOf(app), answer) : null;
});

function shownIn(app: App): Shown {
  const wanted = app.store.get().extra.show;
  return VIEWS.find((each) => each === wanted) ?? "table";
}

/** Draw the sheet; without an answer there is none. */
export function drawAnswer(session: Session): void {
  const { app, answer } = session;
  const old = document.getElementById("answer");
  if (!answer) {
    old?.remove();
    app.redraw();
    return;
  }
  const shown = shownIn(app);
  const sheet = make(
    "section",
    { id: "answer", class: `answer-${shown}`, "aria-label": words.answer },
    bar(session, answer, shown),
    body(session, answer, shown),
  );
  const isSmall = window.matchMedia("(max-width: 760px)").matches;
  const place = part(isSmall ? "panel" : "main");
  if (old?.parentElement === place) old.replaceWith(sheet);
  else if (!isSmall || app.store.get().panel === "query") place.append(sheet);
  app.redraw();
}

function bar(session: Session, answer: Solutions, shown: Shown): HTMLElement {
  const views = VIEWS.map((view) =>
    make("button", {
      type: "button",
      class: "tool wide",
      "data-view": view,
      "aria-pressed": String(view === shown),
      text: words.views[view],
      onclick: () => {
        session.keep({ show: view });
        session.app.store.set({ panel: "query" });
        drawAnswer(session);
        document.querySelector<HTMLElement>(`#answer [data-view="${view}"]`)?.focus();
      },
    }),
  );
  return make(
    "div",
    { class: "answer-bar" },
    make("strong", { text: words.rows(count(answer.rows.length)) }),
    make("span", { class: "answer-views" }, ...views),
    make("button", {
      type: "button",
      class: "tool wide",
      text: words.csv,
      onclick: () => saveCsv(session, answer),
    }),
    make("button", {
      type: "button",
      class: "tool",
      "aria-label": words.close,
      title: words.close,
      text: "×",
      onclick: () => session.close(),
    }),
  );
}

function body(session: Session, answer: Solutions, shown: Shown): HTMLElement {
  if (!answer.rows.length) return make("p", { class: "empty", text: words.none });
  if (shown === "table") return answerTable(session, answer);
  if (shown === "timeline") return answerTimeline(session, answer);
  const { things, claims } = reachOfAnswer(session, answer);
  const said = things.size ? words.drawn(count(things.size), count(claims.size)) : words.undrawn;
  return make("p", { class: "empty", text: said });
}

function saveCsv(session: Session, answer: Solutions): void {
  const cells = answer.rows.map((row) =>
    row.map((term) => textOf(term, session.asking.prefixes)).map(cell),
  );
  const lines = [answer.heads.map(cell), ...cells].map((row) => `${row.join(",")}\r\n`);
  save("comity-answer.csv", new Blob(lines, { type: "text/csv;charset=utf-8" }));
  session.app.say(STRINGS.exports.saved("comity-answer.csv"));
}

/** Return a cell; what a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
