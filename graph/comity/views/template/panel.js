// The panel beside the picture: an overview, one thing with its ties, or one tie with its claims.

const panel = document.getElementById("panel");
const statusLine = document.getElementById("status");

/** Replace what the panel shows. */
function counted(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function fillPanel(...children) {
  panel.replaceChildren(...children.filter(Boolean));
  panel.scrollTop = 0;
}

function heading(text, above) {
  return make(
    "div",
    { class: "heading" },
    make("p", { class: "above" }, ...above),
    make("h2", { tabindex: "-1" }, make("bdi", { text })),
  );
}

function closeButton() {
  return make("button", {
    type: "button",
    class: "close",
    "aria-label": "Close and show the overview",
    title: "Close (Esc)",
    text: "×",
    onclick: () => choose(null, { focus: true }),
  });
}

function thingButton(key) {
  const thing = things.get(key);
  return make(
    "button",
    { type: "button", class: "thing", onclick: () => choose({ type: "thing", key }, { focus: true }) },
    glyphOf(thing.kind),
    make("bdi", { text: thing.short }),
  );
}

function tieButton(tie) {
  const count = tie.claims.length;
  const words = count ? `${count} ${count === 1 ? "claim" : "claims"}` : "details";
  return make("button", {
    type: "button",
    class: "tie",
    "aria-label": `${sentenceOf(tie)}: ${words}`,
    text: `${words} ›`,
    onclick: () => choose({ type: "tie", key: tie.key }, { focus: true }),
  });
}

/** Return words that mark a tie as other than in force; null for one in force. */
function standingChip(tie) {
  if (tie.standing === "in_force") return null;
  const box = document.querySelector(`#standings [data-standing="${tie.standing}"]`);
  const legend = box.parentElement.querySelector("span").textContent;
  const words = tie.standing === "contested" ? tie.verdict : legend;
  const text = tie.ended && tie.standing !== "ended" ? `${words}, ended` : words;
  return make("span", { class: `chip ${tie.standing}`, text });
}

function sentenceOf(tie) {
  return `${things.get(tie.subject).short} ${tie.phrase} ${things.get(tie.object).short}`;
}

function showOverview() {
  const shown = [...ties.values()];
  const contested = shown.filter((tie) => tie.standing === "contested");
  const centres = [...things.values()].filter((thing) => thing.centre);
  fillPanel(
    make("h2", { tabindex: "-1", text: "In this picture" }),
    make("p", { text: `${counted(things.size, "thing")} and ${counted(ties.size, "tie")} between them.` }),
    make("p", {
      class: "quiet",
      text: "Choose a thing or a line to read its claims, their dates and their sources.",
    }),
    centres.length > 0 && make("h3", { text: "At the centre" }),
    make("ul", { class: "plain" }, ...centres.map(({ key }) => make("li", {}, thingButton(key)))),
    contested.length > 0 && make("h3", { text: "Disputed or contradicted" }),
    make("ul", { class: "plain" }, ...contested.map(sentenceItem)),
  );
}

/** Return a tie as a list item that says it in full and leads to its claims. */
function sentenceItem(tie) {
  return make(
    "li",
    { class: "tie-item" },
    make(
      "button",
      { type: "button", class: "tie", onclick: () => choose({ type: "tie", key: tie.key }, { focus: true }) },
      make("bdi", { text: sentenceOf(tie) }),
    ),
    make("span", { class: "facts" }, tie.period && make("span", { text: tie.period }), standingChip(tie)),
  );
}

/** Return a tie as a list item: the thing at its other end, dates, standing, way to its claims. */
function tieItem(tie, other) {
  return make(
    "li",
    { class: "tie-item" },
    thingButton(other),
    make(
      "span",
      { class: "facts" },
      tie.period && make("span", { text: tie.period }),
      standingChip(tie),
      tieButton(tie),
    ),
  );
}

function showThing(key) {
  const thing = things.get(key);
  const groups = new Map();
  for (const tie of tiesOf.get(key)) {
    const isSubject = tie.subject === key;
    const name = isSubject ? `${tie.phrase} …` : `… ${tie.phrase} this ${thing.kind_words}`;
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(tieItem(tie, isSubject ? tie.object : tie.subject));
  }
  const names = [...groups.keys()].sort((one, other) => (one < other ? -1 : 1));
  fillPanel(
    closeButton(),
    heading(thing.label, [glyphOf(thing.kind), make("span", { text: thing.kind_words })]),
    thing.period && make("p", { class: "dates", text: thing.period }),
    thing.description && make("p", { class: "description" }, make("bdi", { text: thing.description })),
    make("p", { class: "id" }, make("code", { text: thing.id })),
    !names.length && make("p", { class: "quiet", text: "No ties in this picture." }),
    ...names.flatMap((name) => [
      make("h3", { text: name }),
      make("ul", { class: "plain" }, ...groups.get(name)),
    ]),
  );
  const count = tiesOf.get(key).length;
  statusLine.textContent = `${thing.short}, ${thing.kind_words}, ${count} ties`;
}

function showTie(key) {
  const tie = ties.get(key);
  fillPanel(
    closeButton(),
    make(
      "div",
      { class: "heading" },
      make("p", { class: "above", text: "tie" }),
      make(
        "h2",
        { tabindex: "-1", class: "sentence" },
        thingButton(tie.subject),
        make("span", { class: "phrase", text: tie.phrase }),
        thingButton(tie.object),
      ),
    ),
    make(
      "p",
      { class: "facts" },
      tie.period && make("span", { class: "dates", text: tie.period }),
      standingChip(tie) ?? make("span", { class: "chip", text: "in force" }),
    ),
    tie.inferred && make("p", { class: "quiet", text: "A rule derived this tie from other claims." }),
    ...tie.claims.map((claim) => claimArticle(tie, claim)),
    !tie.claims.length && !tie.inferred && make("p", { class: "quiet", text: "No claim is listed." }),
  );
  statusLine.textContent = `${sentenceOf(tie)}, ${tie.claims.length} claims`;
}

function claimArticle(tie, claim) {
  const fact = (name, value) => value && [make("dt", { text: name }), make("dd", { text: value })];
  return make(
    "article",
    { class: `claim verdict-${/^[a-z]+$/.test(claim.verdict) ? claim.verdict : "other"}` },
    make("p", { class: "statement" }, make("bdi", { text: `${sentenceOf(tie)}.` })),
    make(
      "dl",
      {},
      ...[
        fact("When", claim.period || "no date stated"),
        fact("Legal status", claim.legal_status),
        fact("Verdict", claim.verdict_words),
      ].flatMap((pair) => pair || []),
    ),
    claim.note && make("p", { class: "note" }, make("bdi", { text: claim.note })),
    make("h4", { text: claim.sources.length === 1 ? "Source" : "Sources" }),
    claim.sources.length
      ? make("ul", { class: "sources" }, ...claim.sources.map(sourceItem))
      : make("p", { class: "quiet", text: "none listed" }),
    make("p", { class: "id" }, make("code", { text: claim.id })),
  );
}
