/** The claims that are drawn as RDF 1.1, in the terms of the ontology. */

import type { App } from "../panels/registry";
import { drawnAt } from "./saving";

const BASE = "https://w3id.org/comity/";
const HEADS = [
  `@prefix comity: <${BASE}ns#> .`,
  "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .",
  "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .",
  "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .",
  "@prefix dcterms: <http://purl.org/dc/terms/> .",
  "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .",
];

export function turtleOf(app: App): string {
  const { atlas } = app;
  const scene = app.scene();
  const { claims, sources } = atlas.data;
  const things = drawnAt(scene.things).map(
    (at) => `${iri(atlas.idOf(at))} rdfs:label ${literal(atlas.labelOf(at))} .`,
  );
  const used = new Set<number>();
  const statements = drawnAt(scene.claims).map((at) => {
    const { subject, object } = atlas.endsOf(at);
    const said = [...new Set(atlas.sayingsOf(at).map((each) => each.source))];
    for (const each of said) used.add(each);
    const facts = [
      "a comity:Claim",
      `rdf:subject ${iri(atlas.idOf(subject))}`,
      `rdf:predicate comity:${camel(atlas.relationOf(at).name)}`,
      `rdf:object ${iri(atlas.idOf(object))}`,
      `comity:verdict comity:${capital(atlas.verdictOf(at).name)}`,
      ...dated("validFrom", claims.start[at]),
      ...dated("validUntil", claims.end[at]),
      ...(claims.note[at] ? [`skos:note ${literal(claims.note[at] ?? "")}`] : []),
      ...(said.length
        ? [`dcterms:source ${said.map((each) => iri(sources.id[each] ?? "")).join(", ")}`]
        : []),
    ];
    return `${iri(claims.id[at] ?? "")} ${facts.join(" ;\n    ")} .`;
  });
  const cited = [...used]
    .sort((a, b) => a - b)
    .map((at) => `${iri(sources.id[at] ?? "")} rdfs:label ${literal(sources.title[at] ?? "")} .`);
  return `${[...HEADS, "", ...things, "", ...statements, "", ...cited].join("\n")}\n`;
}

function dated(name: string, text: string | undefined): string[] {
  if (!text) return [];
  const type = { 4: "gYear", 7: "gYearMonth", 10: "date" }[text.length];
  return type ? [`comity:${name} "${text}"^^xsd:${type}`] : [];
}

function iri(id: string): string {
  const signs = [...id].map((sign) => (/[\w.~/:-]|[^ -~]/.test(sign) ? sign : encoded(sign)));
  return `<${BASE}id/${signs.join("")}>`;
}

function encoded(sign: string): string {
  return `%${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
}

function literal(text: string): string {
  const signs = text
    .replace(/\\/g, "\\\\")
    .replace(/"/g, '\\"')
    .replace(/\n/g, "\\n")
    .replace(/\r/g, "\\r");
  return `"${signs}"`;
}

function camel(name: string): string {
  return name.replace(/_(\w)/g, (_, sign: string) => sign.toUpperCase());
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
