/** A field for each parameter of a named query. */

import { dayBox } from "../dom/days";
import { make } from "../dom/elements";
import { searchBox } from "../find/box";
import { STRINGS } from "../text/strings";
import type { NamedQuery, Parameter } from "./data";
import type { Session } from "./session";

/** Return the fields; what is entered is kept in the state as `p-` and the parameter's name. */
export function fieldsOf(session: Session, query: NamedQuery): HTMLElement {
  return make(
    "div",
    { class: "fields" },
    ...query.parameters.map((parameter) => {
      const label = parameter.meaning + (parameter.needed ? ` (${STRINGS.query.needed})` : "");
      return make(
        "div",
        { class: "field" },
        make("span", { "aria-hidden": "true", text: label }),
        box(session, parameter, label),
      );
    }),
  );
}

function box(session: Session, parameter: Parameter, label: string): HTMLElement {
  const { app, asking } = session;
  const { extra } = app.store.get();
  const key = `p-${parameter.name}`;
  const value = extra[key] ?? "";
  const take = (text: string) => session.keep({ [key]: text, sparql: "", ran: "" });
  if (parameter.type === "date") return dayBox(label, value || (parameter.default ?? ""), take);
  if (parameter.entity) {
    const at = app.atlas.thing(value || (parameter.default ?? ""));
    return searchBox(
      app,
      {
        id: `parameter-${parameter.name}`,
        label,
        hint: parameter.type,
        value: at === undefined ? value : app.atlas.labelOf(at),
      },
      (found) => take(app.atlas.idOf(found)),
    );
  }
  const listed = { relation: asking.relations, provision: asking.provisions }[parameter.type];
  if (listed) {
    const menu = make(
      "select",
      { "aria-label": label, onchange: () => take(menu.value) },
      make("option", { value: "", text: parameter.default ?? "–" }),
      ...Object.keys(listed).map((name) => make("option", { value: name, text: name })),
    );
    menu.value = value;
    return menu;
  }
  const input = make("input", {
    type: "text",
    "aria-label": label,
    inputmode: parameter.type === "integer" ? "numeric" : "text",
    placeholder: parameter.default ?? "",
    onchange: () => take(input.value.trim()),
  });
  input.value = value;
  return input;
}
