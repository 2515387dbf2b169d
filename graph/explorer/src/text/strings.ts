/**
 * All that the front end says, in English: the one file to translate.
 *
 * Words that depend on numbers are functions, so that another language can have its own plurals.
 */

/**
 * What stands in the atlas' page before its script runs.
 *
 * `shell/shell.mjs` hands it to `comity.views.atlas.page`, which puts it into the page.
 */
export const SHELL = {
  language: "en",
  loading: "Unpacking the record",
  noScript: "The atlas needs JavaScript; it fetches nothing.",
  skip: "Skip to the panel",
  details: "Details",
  panels: "Panels",
  time: "Time",
} as const;

/** When something holds. */
export const PERIOD = {
  planned: (start: string) => `planned for ${start}`,
  since: (start: string) => `since ${start}`,
  until: (end: string) => `until ${end}`,
} as const;

/** What the search of a site says. */
export const SITE = {
  label: "Find a thing by its name",
  hint: "Find a thing",
  none: "Nothing of that name",
  loading: "Loading the names",
  matches: (count: number, isCut: boolean) =>
    isCut ? `The ${count} best matches` : count === 1 ? "1 match" : `${count} matches`,
} as const;

export const STRINGS = {
  title: "Comity atlas",
  tagline: "An open knowledge graph of space diplomacy",
  failed: (why: string) => `The atlas could not be opened: ${why}`,
  noWebGL:
    "This browser draws no WebGL 2, so the picture is missing; the table holds all that it would show.",
  picture: (things: string, ties: string) =>
    `Picture of ${things} things and ${ties} ties. Arrow keys move, plus and minus zoom, 0 shows all; the table beside it says the same in text.`,
  counts: (things: string, ties: string) => `${things} things, ${ties} ties`,
  release: (day: string) => `Record of ${day}`,
  search: "Find a nation, mission, accord …",
  searchLabel: "Find a thing",
  noMatch: "Nothing of that name",
  matches: (count: number) => (count === 1 ? "1 match" : `${count} matches`),
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  showAll: "Show all",
  more: (count: string) => `${count} more`,
  theme: { label: "Light or dark", auto: "Auto light/dark", light: "Light", dark: "Dark" },
  tabs: {
    about: "About",
    filters: "Filter",
    profile: "Profile",
    path: "Path",
    compare: "Compare",
    exports: "Save",
    query: "Query",
  },
  about: {
    heading: "Who works with whom in space, since when, and who says so",
    text: "Every line is a claim with dates, sources and a verdict. Choose a thing to read its claims; move the day to see the world as it stood.",
    places:
      "Things that lie near each other share ties. Signatories of the Artemis Accords lie to the left, members of the International Lunar Research Station (ILRS) to the right; what no tie joins to anything stands in a block at the lower left.",
    most: "Most connected",
    legend: "Legend",
    lines: "Lines",
    left: (words: string) => `Not drawn: ${words}`,
    omitted:
      "persons and satellites, and votes until they are asked for; sums and votes are among the filters",
  },
  lines: {
    holds: "in force",
    ended: "ended",
    contested: "disputed or contradicted",
    inferred: "inferred by a rule",
    unverified: "not verified",
    planned: "not begun",
    chosen: "of what is chosen",
  },
  filters: {
    heading: "Filter",
    kinds: "Kinds of things",
    relations: "Relations",
    verdicts: "Verdicts",
    statuses: "Legal status",
    classes: "Backed by a source of class",
    coalition: "Coalition",
    layers: "Sums over flights and satellites",
    colour: "Colour by",
    byKind: "kind",
    byCoalition: "coalition",
    everyone: "everyone",
    both: "both",
    none: "neither",
    reset: "Show everything",
    all: "all",
    nothing: "none",
  },
  time: {
    label: "Day",
    all: "All times",
    allHint: "Show the record of all times",
    play: "Play",
    pause: "Pause",
    slider: "Day looked at",
    past: "Keep what has ended",
    events: "Events",
    today: "Day of the record",
  },
  profile: {
    empty: "Choose a thing in the picture, or find one by its name.",
    claims: (count: string) => (count === "1" ? "1 claim" : `${count} claims`),
    tally: (holds: string, left: string) =>
      left ? `${holds} in force, ${left} ended or contested` : `${holds} in force`,
    ended: "ended",
    planned: "not begun",
    inferred: "inferred",
    filtered: (count: string) => `${count} hidden by filters or by the day`,
    sources: "Sources",
    quote: "In its words",
    says: { affirms: "affirms", denies: "denies", qualifies: "qualifies" } as Record<
      string,
      string
    >,
    voice: "speaks:",
    noAddress: "no address on record",
    alsoKnown: "Also known as",
    claim: "Claim",
    source: "Source",
    claimsOfSource: "Claims that it speaks on",
    pathFrom: "Path from here",
    compare: "Compare",
    centre: "Bring into sight",
    page: "Its page",
    sums: "Flights and satellites",
    unknown: (id: string) => `The atlas holds nothing with the id ${id}.`,
    verdict: "Verdict",
    status: "Status",
    reason: "Why",
  },
  votes: {
    heading: "Votes",
    of: "Votes of a state, or on a resolution",
    nobody: "Draw none",
    every: (votes: string) => `Draw all ${votes}`,
    none: (name: string) => `No roll call on record for ${name}`,
    ofState: "Votes",
    onResolution: "Roll call",
    draw: "Draw these votes",
    hide: "Hide these votes",
    ballots: {
      voted_for: "for",
      voted_against: "against",
      abstained_on: "abstained",
      absent_from: "absent",
    } as Record<string, string>,
    byResolution: "By resolution, newest first",
    alike: (alike: string, both: string) =>
      `They voted alike on ${alike} of the ${both} resolutions on which both voted. Absence is no vote.`,
    differing: (resolutions: string) => `Voted differently (${resolutions})`,
  },
  path: {
    heading: "Path between two",
    from: "From",
    to: "To",
    none: "No chain of ties that are shown joins the two.",
    pick: "Pick two things to see the shortest chains of ties between them.",
    length: (steps: number, chains: number) =>
      `${steps} step${steps === 1 ? "" : "s"}; ${chains === 1 ? "one chain" : `${chains} chains`} of that length`,
    swap: "Swap",
    clear: "Clear",
  },
  compare: {
    heading: "Compare two days or two things",
    days: "Two days",
    things: "Two things",
    first: "First",
    second: "Second",
    began: (count: string) => `Began (${count})`,
    stopped: (count: string) => `Ended (${count})`,
    common: (count: string) => `Tied to both (${count})`,
    only: (name: string, count: string) => `Only ${name} (${count})`,
    pick: "Pick two days, or two things, to see what differs.",
    between: (a: string, b: string) => `Between ${a} and ${b}`,
  },
  exports: {
    heading: "Save what is seen",
    text: "Each file holds what the picture shows now, with the day and the filters that are set.",
    png: "Picture (PNG)",
    svg: "Drawing (SVG)",
    gexf: "Network with lifespans (GEXF, for Gephi)",
    csv: "Claims as a table (CSV)",
    turtle: "Claims as RDF (Turtle)",
    bibtex: "Their sources (BibTeX)",
    link: "Copy a link to this view",
    copied: "The link is copied.",
    copyByHand: "Copy the link from the address line.",
    saved: (name: string) => `Saved ${name}`,
  },
  widget: {
    named: (title: string) => `Comity explorer: ${title}`,
    picture: (things: string, ties: string) =>
      `Picture of ${things} things and ${ties} ties. Arrow keys move, plus and minus zoom, 0 shows all; the table below it says the same in text, and things are chosen there by keyboard.`,
    tools: "Picture tools",
    details: "What is chosen",
    empty:
      "Choose things or ties in the picture or in the table; with Shift or Ctrl, several. They are then in .selection, and their claims in .claims.",
    status: (chosen: string, things: string, ties: string, day: string) =>
      `${things} things and ${ties} ties ${day}; ${chosen} chosen`,
    on: (day: string) => `as of ${day}`,
    always: "of all times",
    choose: (name: string) => `Choose ${name}`,
    noTies: "No tie of it is drawn for this day.",
    omitted: (count: string) => `${count} more near, left out to keep the picture readable.`,
    text: "Table of things and claims",
  },
  table: {
    heading: "Table of what is drawn",
    show: "Table",
    hide: "Picture",
    things: "Things",
    claims: "Claims",
    name: "Name",
    kind: "Kind",
    ties: "Ties",
    since: "Since",
    until: "Until",
    subject: "Subject",
    relation: "Relation",
    object: "Object",
    verdict: "Verdict",
    page: (from: string, to: string, all: string) => `${from}–${to} of ${all}`,
    next: "Next",
    previous: "Previous",
  },
  query: {
    heading: "Ask the record",
    text: "The whole record and a SPARQL engine are inside this page; what you ask stays in it.",
    restricted: "The record of this page holds only what its moment shows.",
    menu: "Question",
    own: "Your own query",
    editor: "SPARQL query",
    editorHint:
      "Control and Enter run it; Control and Space complete a word; Tab leaves the editor.",
    day: (day: string) => `Asked as of ${day}, the day of the time bar.`,
    untimed: "This question has no day: it is answered for all times, whatever the time bar says.",
    needed: "needed",
    wrong: (name: string, type: string) => `${name} is missing, or is no ${type}.`,
    run: "Run",
    stop: "Stop",
    idle: "The engine starts with the first query.",
    filling: (share: string) => `Filling the engine: ${share}`,
    ready: (quads: string) => `Ready: ${quads} statements`,
    asking: "Asking …",
    stopped: "Stopped. The next query starts the engine anew.",
    late: (seconds: string) =>
      `Stopped after ${seconds} seconds. Ask for less; the next query starts the engine anew.`,
    place: (line: number, column: number) => `Line ${line}, column ${column}: `,
    answer: "Answer",
    rows: (rows: string) => (rows === "1" ? "1 row" : `${rows} rows`),
    took: (seconds: string) => `${seconds} s`,
    none: "Nothing fits.",
    views: { table: "Table", graph: "In the picture", timeline: "Timeline" },
    csv: "Save as CSV",
    close: "Close the answer",
    claims: "Claims",
    claimsOfRow: (count: string, row: string) => `${count} claims behind row ${row}`,
    drawn: (things: string, claims: string) =>
      `${things} things and ${claims} claims of the answer stand out in the picture.`,
    undrawn:
      "Nothing of the answer is drawn: the picture leaves out persons and satellites, and votes until they are asked for.",
    undated: "No row has a date.",
    sort: (name: string) => `Sort by ${name}`,
    row: "Claims behind a row",
    back: "Back",
    rowEmpty: "Choose a row of an answer.",
    askAbout: (id: string) => `Ask what the record says about ${id}`,
  },
} as const;

const numbers = /* @__PURE__ */ new Intl.NumberFormat(SHELL.language);

/** Return a number with separators of thousands. */
export function count(value: number): string {
  return numbers.format(value);
}
