// The world as paths of SVG, one a country, for the server's map.
//
// In: Natural Earth's countries at 1:50 million (npm `world-atlas`). Out: a JSON file: the size of the
// picture, and for each country its code, name, path and, where it is too small to be seen, the place
// of a mark. What does not belong here: colours, and what a border means.
//
//   node world/world.mjs ../comity/views/assets/world.json

import { mkdir, rename, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import { presimplify, quantile, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const WIDTH = 1000;
const MARGIN = 8;
const DETAIL = 0.22; // share of the corners that is kept, the most telling ones
const SMALL = 14; // square units of the picture under which a country gets a mark
const UNSHOWN = new Set(["010"]); // Antarctica: no state's, and it takes a tenth of the height

const [target] = process.argv.slice(2);
if (!target) {
  console.error("usage: node world/world.mjs FILE");
  process.exit(2);
}

const alpha3 = new Map(
  require("i18n-iso-countries/codes.json").map(([, three, number]) => [number, three]),
);
const whole = presimplify(require("world-atlas/countries-50m.json"));
const atlas = simplify(whole, quantile(whole, DETAIL));
const shown = feature(atlas, atlas.objects.countries).features.filter(
  (each) => !UNSHOWN.has(each.id),
);
const world = { type: "FeatureCollection", features: shown };
const projection = geoEqualEarth().fitWidth(WIDTH - 2 * MARGIN, world);
const [x, y] = projection.translate();
projection.translate([x + MARGIN, y + MARGIN]);
const path = geoPath(projection).digits(1);
const [, [, height]] = path.bounds(world);

const countries = [];
for (const each of shown) {
  const drawn = path(each);
  const code = alpha3.get(each.id) ?? "";
  const country = { code, name: each.properties.name, path: drawn ?? "" };
  if (code && path.area(each) < SMALL) {
    const [x, y] = projection(geoCentroid(each));
    country.mark = [Number(x.toFixed(1)), Number(y.toFixed(1))];
  }
  countries.push([geoArea(each), country]);
}
countries.sort(([one, a], [other, b]) => other - one || a.name.localeCompare(b.name, "en"));

const beside = `${target}.new`;
await mkdir(dirname(target), { recursive: true });
await writeFile(
  beside,
  JSON.stringify({
    width: WIDTH,
    height: Math.ceil(height + MARGIN),
    countries: countries.map(([, country]) => country),
  }),
);
await rename(beside, target);
