/**
 * Texts that are safe to show, from texts that anybody may have written.
 *
 * The same rule as `comity.views.wording.readable`: the payload has gone through it already; what
 * a query returns has not.
 */

const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what it takes out
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g;

/** Return a text without controls that could reorder, hide or break what is shown. */
export function readable(text: string): string {
  return text.replace(UNSAFE, "");
}

/** Return a text in one line, cut with an ellipsis when it is longer than a limit. */
export function shortened(text: string, limit: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const signs = [...line];
  return signs.length <= limit
    ? line
    : `${signs
        .slice(0, limit - 1)
        .join("")
        .trimEnd()}…`;
}

/**
 * Return a text in small letters without accents and punctuation, for comparing.
 *
 * The same rule as `comity.queries.search.folded`.
 */
export function folded(text: string): string {
  return text
    .replace(/ı/g, "i")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Return an address if a link may lead to it, else the empty text. */
export function webAddress(text: string): string {
  if (readable(text) !== text || /\s/.test(text)) return "";
  try {
    const address = new URL(text);
    return address.protocol === "https:" || address.protocol === "http:" ? text : "";
  } catch {
    return "";
  }
}

/**
 * Return whose words a source gives, and where they were seen if not at theirs.
 *
 * The same rule as `comity.claims.publication.published_by`.
 */
export function publishedBy(sources: { publisher: string[]; via: string[] }, at: number): string {
  const via = sources.via[at];
  return [sources.publisher[at], via && `via ${via}`].filter(Boolean).join(", ");
}
