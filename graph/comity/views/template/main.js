// Choosing, pointing, filtering: what the reader does, and what follows from it everywhere.

/**
 * Choose a thing, a tie or nothing.
 * @param {Choice} choice
 * @param {{focus?: boolean, bring?: boolean}} how Whether the panel's heading takes the focus, and
 *   whether the picture moves so that the thing can be seen.
 */
function choose(choice, { focus = false, bring = focus } = {}) {
  state.chosen = choice;
  state.pointed = null;
  if (!choice) showOverview();
  else if (choice.type === "thing") showThing(choice.key);
  else showTie(choice.key);
  restyle();
  if (choice && bring) bringIntoView(choice.type === "thing" ? choice.key : ties.get(choice.key).tail);
  if (focus) panel.querySelector("h2").focus({ preventScroll: true });
  if (choice) {
    panel.querySelector(".heading").scrollIntoView({ block: "nearest", behavior: "auto" });
  }
}

function point(choice) {
  if (state.pointed?.key === choice?.key) return;
  state.pointed = choice;
  document.getElementById("picture").classList.toggle("pointing", Boolean(choice));
  network.redraw();
}

/** Return the choice that an id such as mission/change-6 stands for; null when it is not here. */
function choiceOf(id) {
  for (const thing of things.values()) {
    if (thing.id === id) return { type: "thing", key: thing.key };
  }
  return null;
}

function chooseFromAddress() {
  let id = location.hash.slice(1);
  try {
    id = decodeURIComponent(id);
  } catch {
    return;
  }
  const choice = choiceOf(id);
  if (choice) choose(choice, { bring: true });
}

function startFilters() {
  for (const [selector, hidden, name] of [
    ["#kinds input", state.hiddenKinds, "kind"],
    ["#standings input", state.hiddenStandings, "standing"],
  ]) {
    for (const box of document.querySelectorAll(selector)) {
      box.checked = true;
      box.addEventListener("change", () => {
        if (box.checked) hidden.delete(box.dataset[name]);
        else hidden.add(box.dataset[name]);
        restyle();
      });
    }
  }
}

network.on("click", ({ pointer }) => choose(choiceAt(pointer)));
network.on("hoverNode", ({ node }) => point({ type: "thing", key: node }));
network.on("blurNode", () => point(null));
network.on("hoverEdge", ({ edge }) => point({ type: "tie", key: edge }));
network.on("blurEdge", () => point(null));
network.on("dragStart", () => point(null));

document.getElementById("zoom-in").addEventListener("click", () => zoomBy(1.35));
document.getElementById("zoom-out").addEventListener("click", () => zoomBy(1 / 1.35));
document.getElementById("reset").addEventListener("click", resetPlaces);
document.getElementById("rearrange").addEventListener("click", (event) => {
  setRearranging(event.currentTarget.getAttribute("aria-pressed") !== "true");
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.chosen) choose(null);
  const isTyping = event.target instanceof HTMLInputElement && event.target.type === "text";
  if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});
for (const button of document.querySelectorAll("[data-thing]")) {
  button.addEventListener("click", () => {
    choose({ type: "thing", key: button.dataset.thing }, { focus: true });
  });
}
for (const button of document.querySelectorAll("[data-tie]")) {
  button.addEventListener("click", () => {
    choose({ type: "tie", key: button.dataset.tie }, { focus: true });
  });
}
darkness.addEventListener("change", () => {
  colours = readColours();
  restyle();
});
window.addEventListener("hashchange", chooseFromAddress);
let lastWidth = document.getElementById("picture").clientWidth;
new ResizeObserver(([entry]) => {
  const width = Math.round(entry.contentRect.width);
  if (width !== lastWidth && !state.chosen) showAll();
  lastWidth = width;
}).observe(document.getElementById("picture"));

startFilters();
startSearch();
showOverview();
restyle();
resetPlaces();
chooseFromAddress();

/** What other scripts of the page's owner, and its tests, may ask. */
window.comityPicture = Object.freeze({
  choose: (id) => choose(choiceOf(id), { bring: true }),
  placeOf: (id) => network.canvasToDOM(network.getPosition(choiceOf(id).key)),
  middleOf: (key) => network.canvasToDOM(network.body.edges[key].edgeType.getPoint(0.5)),
  scale: () => network.getScale(),
  shown: () => ({
    things: [...things.keys()].filter(isThingShown).length,
    ties: [...ties.values()].filter(isTieShown).length,
  }),
});
