/** The words of a SPARQL text, as `comity.rdf.query_words` takes them apart. */

const QUOTED =
  '"""(?:[^"\\\\]|\\\\.|"(?!""))*"""|' +
  "'''(?:[^'\\\\]|\\\\.|'(?!''))*'''|" +
  '"(?:[^"\\\\\\n]|\\\\.)*"|' +
  "'(?:[^'\\\\\\n]|\\\\.)*'|" +
  '<[^<>"{}|^`\\\\\\s]*>|#[^\\n]*';

const WORD = new RegExp(`${QUOTED}|[?$][\\w]+|[\\w.-]*:[\\w.:%-]*|\\w+|[{}()\\[\\]]`, "gs");
const FORMS = ["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"];

/** Return words, names, IRIs, texts and brackets of a query, without its comments. */
export function wordsOf(text: string): string[] {
  return (text.match(WORD) ?? []).filter((word) => !word.startsWith("#"));
}

/** Return which of the four forms a query has; empty for none. */
export function formOf(text: string): string {
  const found = wordsOf(text).find((word) => FORMS.includes(word.toUpperCase()));
  return found?.toUpperCase() ?? "";
}

/** Whether a query names the graphs that it is asked of. */
export function namesGraphs(text: string): boolean {
  return wordsOf(text).some((word) => word.toUpperCase() === "FROM");
}
