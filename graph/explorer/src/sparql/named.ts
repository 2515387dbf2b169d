/** The SPARQL text of a named query, the same that Python evaluates for the same values. */

import { dayNumber } from "../data/days";
import type { Asking, NamedQuery, Parameter } from "./data";

const ID = "https://w3id.org/comity/id/";
const XSD = "http://www.w3.org/2001/XMLSchema#";
const SLUG = /^[a-z]+\/[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** What is wrong with the value of a parameter. */
export class WrongValue extends Error {
  constructor(readonly parameter: Parameter) {
    super(parameter.name);
  }
}

/**
 * Return the text of a query.
 *
 * @param values Texts by parameter; empty ones are not given.
 * @param day Day that is asked for; null for all times.
 * @throws WrongValue when a value is missing or of another type.
 */
export function namedText(
  asking: Asking,
  query: NamedQuery,
  values: Readonly<Record<string, string>>,
  day: string | null,
): string {
  const terms: Record<string, string> = {};
  let moment = query.timed ? day : null;
  for (const parameter of query.parameters) {
    const isDay = parameter.name === "day";
    if (isDay && query.timed) moment = values.day || moment;
    const given = values[parameter.name] || (isDay ? day : null) || parameter.default;
    const value = given ?? (isDay ? asking.today : null);
    if (value) terms[parameter.name] = term(asking, parameter, value);
    else if (parameter.needed) throw new WrongValue(parameter);
  }
  if (moment !== null && dayNumber(moment) === null) moment = null;
  const text = moment ? query.onDay.replaceAll(asking.someDay, moment) : query.always;
  return text
    .split("\n")
    .map((line) =>
      line.startsWith("#")
        ? line
        : line.replace(/\$([a-z_]+)/g, (whole, name: string) => terms[name] ?? whole),
    )
    .join("\n");
}

function term(asking: Asking, parameter: Parameter, value: string): string {
  const refuse = () => new WrongValue(parameter);
  const iri = (found: string | undefined) => {
    if (!found) throw refuse();
    return `<${found}>`;
  };
  if (parameter.entity) {
    const id = value.startsWith(ID) ? value.slice(ID.length) : value.replace(":", "/");
    const fits = SLUG.test(id) && ["entity", id.split("/")[0]].includes(parameter.type);
    return iri(fits ? ID + id : undefined);
  }
  switch (parameter.type) {
    case "relation":
      return iri(Object.hasOwn(asking.relations, value) ? asking.relations[value] : undefined);
    case "provision":
      return iri(Object.hasOwn(asking.provisions, value) ? asking.provisions[value] : undefined);
    case "date":
      if (dayNumber(value) === null) throw refuse();
      return `"${value}"^^<${XSD}date>`;
    case "integer":
      if (!/^[+-]?\d+$/.test(value)) throw refuse();
      return `"${BigInt(value)}"^^<${XSD}integer>`;
    default:
      return `"${value.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign)}"`;
  }
}

const ESCAPES: Record<string, string> = {
  "\\": "\\\\",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
};
