/** The panel of queries: questions with a name, the editor, and how the engine stands. */

import "./sparql.css";
import "./row";
import { make } from "../dom/elements";
import { registerPanel } from "../panels/registry";
import { count, STRINGS } from "../text/strings";
import { drawAnswer } from "./answer";
import { type Editor, editorOf } from "./editor";
import { fieldsOf } from "./fields";
import { WrongValue } from "./named";
import { LIMIT, type Session, sessionOf } from "./session";

const words = STRINGS.query;
const FIRST = "artemis-signatories";
const known = new WeakSet<Session>();
let now: { editor: Editor; tell(): void; fresh(): void } | null = null;

registerPanel({
  name: "query",
  tab: STRINGS.tabs.query,
  order: 55,
  depends: (state) => state.extra.query ?? "",
  draw: (into, app) => {
    const session = sessionOf(app);
    if (!known.has(session)) attend(session);
    drawPanel(into, session);
    session.start();
  },
});

/** Hear of what comes from elsewhere: answers, the day, and addresses. */
function attend(session: Session): void {
  const { app } = session;
  known.add(session);
  session.hear(() => {
    now?.tell();
    if (session.standing.is === "answered" || !session.answer) drawAnswer(session);
  });
  app.store.subscribe((state, before) => {
    if (state.panel !== "query") return;
    const isOther = JSON.stringify(state.extra) !== JSON.stringify(before.extra);
    if (state.day !== before.day || isOther) now?.fresh();
  });
  // what tests and scripts of the page's owner may ask
  Object.defineProperty(window, "comityAsk", {
    value: Object.freeze({
      text: (name: string) => {
        const query = session.named(name);
        return query ? session.textOf(query) : null;
      },
      ask: (text: string) => session.filled().then(() => session.engine.ask(text, LIMIT)),
      standing: () => session.standing,
    }),
  });
  const { extra } = app.store.get();
  if (extra.ran) queueMicrotask(() => ask(session)); // the engine is filled first
}

function drawPanel(into: HTMLElement, session: Session): void {
  const { app, asking } = session;
  const { extra } = app.store.get();
  const query = session.named(extra.query ?? (extra.sparql ? "" : FIRST));
  const note = make("p", { class: "quiet" });
  const menu = make(
    "select",
    {
      id: "question",
      onchange: () => {
        const cleared = Object.keys(app.store.get().extra).filter((name) => name.startsWith("p-"));
        session.keep({
          ...Object.fromEntries(cleared.map((name) => [name, ""])),
          query: menu.value,
          sparql: menu.value ? "" : (now?.editor.text() ?? ""),
          ran: "",
        });
      },
    },
    make("option", { value: "", text: words.own }),
    ...asking.queries.map(({ name, title }) => make("option", { value: name, text: title })),
  );
  menu.value = query?.name ?? "";
  const standing = make("p", { class: "standing", role: "status" });
  const problem = make("p", { class: "fault", role: "alert" });
  const editor = editorOf(session, "", {
    changed: (text) => session.keep({ sparql: text, ran: "" }),
    run: () => run(session),
  });
  const go = make("button", {
    type: "button",
    class: "action run",
    text: words.run,
    onclick: () => run(session),
  });
  const stop = make("button", {
    type: "button",
    class: "action",
    text: words.stop,
    onclick: () => session.engine.stop(),
  });
  const fresh = () => {
    const state = app.store.get();
    note.textContent = noteOf(session, query?.timed ?? false, state.day, query !== undefined);
    note.hidden = !note.textContent;
    problem.textContent = "";
    if (state.extra.sparql) {
      editor.put(state.extra.sparql);
      return;
    }
    if (!query) return;
    try {
      editor.put(session.textOf(query));
    } catch (fault) {
      if (!(fault instanceof WrongValue)) throw fault;
      problem.textContent = words.wrong(fault.parameter.name, fault.parameter.type);
    }
  };
  const tell = () => {
    const { standing: is } = session;
    standing.textContent = standingOf(session);
    stop.disabled = is.is !== "asking";
    go.disabled = session.isBusy;
    if (is.is !== "fault") {
      if (is.is !== "ready" && is.is !== "filling") problem.textContent = "";
      return;
    }
    const { fault } = is;
    problem.textContent = wordsOf(session);
    if (fault.line) editor.point(fault.line, fault.column);
  };
  into.append(
    make("h2", { text: words.heading }),
    make("p", { class: "quiet", text: words.text }),
    make("label", { class: "field" }, make("span", { text: words.menu }), menu),
    query ? make("p", { class: "question", text: query.question }) : "",
    query ? fieldsOf(session, query) : "",
    note,
    editor.element,
    make("p", { class: "actions" }, go, stop),
    standing,
    problem,
  );
  now = { editor, tell, fresh };
  fresh();
  tell();
  if (session.answer) drawAnswer(session);
}

function run(session: Session): void {
  if (!session.isBusy) ask(session);
}

function ask(session: Session): void {
  if (!now) return;
  const text = now.editor.text();
  session.keep({ ran: "yes" });
  void session.run(text);
}

function noteOf(session: Session, isTimed: boolean, day: string | null, isNamed: boolean): string {
  if (session.asking.restricted) return words.restricted;
  if (!day || !isNamed) return "";
  return isTimed ? words.day(day) : words.untimed;
}

function standingOf(session: Session): string {
  const { standing } = session;
  switch (standing.is) {
    case "idle":
      return words.idle;
    case "filling":
      return words.filling(`${Math.round(standing.share * 100)} %`);
    case "ready":
      return words.ready(count(standing.quads));
    case "asking":
      return words.asking;
    case "answered":
      return [
        words.rows(count(standing.rows)),
        words.took(standing.seconds.toFixed(standing.seconds < 1 ? 2 : 1)),
      ].join(", ");
    default:
      return "";
  }
}

function wordsOf(session: Session): string {
  if (session.standing.is !== "fault") return "";
  const { fault } = session.standing;
  if (fault.reason === "stopped") return words.stopped;
  if (fault.reason === "late") return words.late(String(LIMIT / 1000));
  const place = fault.line ? words.place(fault.line, fault.column) : "";
  return `${place}${fault.message}`.slice(0, 600);
}
