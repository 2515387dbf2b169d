// The search box: a combobox whose list holds the things that match, the best first.

const MOST_FOUND = 10;

/** Return the things whose name or id holds the words, names that begin with them first. */
function findThings(words) {
  const wanted = folded(words.trim());
  if (!wanted) return [];
  const rank = (thing) => {
    const label = folded(thing.label);
    if (label.startsWith(wanted)) return 0;
    if (label.includes(` ${wanted}`)) return 1;
    if (label.includes(wanted)) return 2;
    return folded(thing.id).includes(wanted) ? 3 : 4;
  };
  return [...things.values()]
    .map((thing) => ({ thing, at: rank(thing) }))
    .filter(({ at }) => at < 4)
    .sort(
      (one, other) =>
        one.at - other.at ||
        one.thing.short.length - other.thing.short.length ||
        one.thing.distance - other.thing.distance,
    )
    .slice(0, MOST_FOUND)
    .map(({ thing }) => thing);
}

function startSearch() {
  const box = document.getElementById("find");
  const list = document.getElementById("found");
  let found = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    active = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const take = (thing) => {
    box.value = thing.short;
    close();
    choose({ type: "thing", key: thing.key }, { bring: true });
  };
  const mark = (at) => {
    active = at;
    [...list.children].forEach((item, index) => {
      item.setAttribute("aria-selected", String(index === at));
      if (index === at) {
        box.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const open = () => {
    found = findThings(box.value);
    list.replaceChildren(
      ...found.map((thing, at) => {
        const item = make(
          "li",
          { id: `found-${at}`, role: "option", "aria-selected": "false" },
          glyphOf(thing.kind),
          make("bdi", { text: thing.short }),
          make("small", { text: thing.kind_words }),
        );
        item.addEventListener("pointerdown", (event) => {
          event.preventDefault();
          take(thing);
        });
        return item;
      }),
    );
    active = -1;
    list.hidden = found.length === 0;
    box.setAttribute("aria-expanded", String(found.length > 0));
    if (box.value.trim() && !found.length) statusLine.textContent = "Nothing found";
  };

  box.addEventListener("input", open);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      close();
      event.stopPropagation();
    } else if (event.key === "Enter" && found.length && !list.hidden) {
      take(found[Math.max(active, 0)]);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && found.length) {
      event.preventDefault();
      if (list.hidden) open();
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
    }
  });
}
