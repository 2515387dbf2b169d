// Elements made from plain text: nothing here, or elsewhere, reads text as HTML.

/**
 * Return a new element.
 * @param {string} tag Name of the element.
 * @param {Record<string, unknown>} facts Attributes; `text` is set as text, `onclick` as a handler.
 * @param {...(Node | string | null | undefined | false)} children Kept in order; empty ones dropped.
 */
function make(tag, facts = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (value === null || value === undefined || value === "") continue;
    if (name === "text") element.textContent = value;
    else if (name === "onclick") element.addEventListener("click", value);
    else element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

/** Return a copy of the legend's sign of a kind. */
function glyphOf(kind) {
  for (const box of document.querySelectorAll("#kinds input")) {
    if (box.dataset.kind === kind) {
      return box.parentElement.querySelector("svg").cloneNode(true);
    }
  }
  return null;
}

/** Return a link to a source, or its title as text where it has no address for a link. */
function sourceItem(source) {
  const title = source.url
    ? make("a", { href: source.url, rel: "noopener noreferrer", target: "_blank", text: source.title })
    : make("span", { text: source.title });
  const facts = [source.publisher, source.published && `published ${source.published}`];
  return make(
    "li",
    {},
    make("bdi", {}, title),
    make("small", { text: facts.filter(Boolean).join(", ") }),
    source.unlinked && make("small", { class: "unlinked", text: source.unlinked }),
  );
}

/** Return a text without accents and case, for comparing. */
function folded(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
