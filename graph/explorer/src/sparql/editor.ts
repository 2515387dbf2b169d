/** The editor of queries. It stands in a shadow tree, where its styles need no inline style sheet. */

import { autocompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import {
  bracketMatching,
  HighlightStyle,
  StreamLanguage,
  syntaxHighlighting,
} from "@codemirror/language";
import { sparql } from "@codemirror/legacy-modes/mode/sparql";
import { EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { make } from "../dom/elements";
import { STRINGS } from "../text/strings";
import { completions } from "./completion";
import type { Session } from "./session";

const words = STRINGS.query;

const LOOK = EditorView.theme({
  "&": { fontSize: "12.5px", maxHeight: "44vh", color: "var(--ink)", background: "var(--card)" },
  "&.cm-focused": { outline: "2px solid var(--focus)" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", overflow: "auto" },
  ".cm-gutters": {
    background: "var(--sheet)",
    color: "var(--quiet)",
    border: "0",
    borderRight: "1px solid var(--edge)",
  },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "var(--chip)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { background: "color-mix(in srgb, var(--accent) 25%, transparent)" },
  ".cm-tooltip": {
    border: "1px solid var(--edge)",
    borderRadius: "6px",
    background: "var(--card)",
    color: "var(--ink)",
    boxShadow: "var(--shadow)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    background: "var(--accent)",
    color: "var(--on-accent)",
  },
  ".cm-completionDetail": { fontStyle: "normal", color: "inherit" },
  ".cm-completionInfo": { maxWidth: "260px", font: "12.5px/1.45 var(--type)", padding: "6px 9px" },
});

const INKS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--ink)" },
  { tag: [tags.string, tags.number, tags.literal], color: "var(--fine)" },
  { tag: tags.comment, color: "var(--quiet)" },
  { tag: [tags.atom, tags.tagName, tags.propertyName, tags.labelName], color: "var(--link)" },
]);

export interface Editor {
  readonly element: HTMLElement;
  text(): string;
  put(text: string): void;
  /** Set the cursor; line and column from 1. */
  point(line: number, column: number): void;
}

/** Return an editor; `changed` is called with each text that the reader writes. */
export function editorOf(
  session: Session,
  text: string,
  act: { changed(text: string): void; run(): void },
): Editor {
  const element = make("div", { class: "editor" });
  const root = element.attachShadow({ mode: "open" });
  // keys of the page mean letters here
  element.addEventListener("keydown", (event) => event.stopPropagation());
  let isOurs = false;
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        bracketMatching(),
        StreamLanguage.define(sparql),
        syntaxHighlighting(INKS),
        autocompletion({ override: [completions(session)], icons: false }),
        keymap.of([
          {
            key: "Mod-Enter",
            run: () => {
              act.run();
              return true;
            },
          },
          ...completionKeymap,
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        EditorView.contentAttributes.of({
          "aria-label": `${words.editor}. ${words.editorHint}`,
          spellcheck: "false",
        }),
        EditorView.lineWrapping,
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !isOurs) act.changed(view.state.doc.toString());
        }),
        LOOK,
      ],
    }),
  });
  view.scrollDOM.tabIndex = 0; // whoever goes by keys may scroll it
  return {
    element,
    text: () => view.state.doc.toString(),
    put: (wanted) => {
      if (wanted === view.state.doc.toString()) return;
      isOurs = true;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: wanted } });
      isOurs = false;
    },
    point: (line, column) => {
      const { doc } = view.state;
      const at = doc.line(Math.min(Math.max(1, line), doc.lines));
      const anchor = Math.min(at.to, at.from + Math.max(0, column - 1));
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
  };
}
