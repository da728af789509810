import type { Coverage } from "../../../bounds/coverage/coverage.ts";
import { partsOf } from "../../../setting/parts.ts";
import { commandFor, type Figure } from "../figure.ts";
import { numberText } from "../sheet/words.ts";
import { keysOf, panelOf } from "./map.ts";

export interface CoverageData {
  readonly maps: readonly Coverage[];
  /** d = n^D. */
  readonly D: string;
  readonly q: number;
  readonly command: string;
}

const FROM = 'a file of "coverage --json"';

const captionOf = ({ D, q, command }: CoverageData) =>
  `Where the theorems about whole runs apply as n grows, with d = n^${D} and q = ${numberText(q)}; thick lines: on a border alone. No runs, no seeds. Made by: ${command}`;

/** Which batch sizes and weight decays the theorems cover. */
export const coverage: Figure<CoverageData> = {
  name: "coverage",
  about: "which batch sizes n^β and weight decays n^-l each theorem covers, as a map",
  from: FROM,
  read(source) {
    const parts = partsOf(FROM);
    const { D, q, maps } = parts.object(source.json(), "the whole");
    const corners = (part: unknown, place: string) => {
      const { corners: list, theorems } = parts.object(part, place);
      for (const corner of parts.list(list, `${place}.corners`, 2)) {
        const { beta, l } = parts.object(corner, `${place}.corners`);
        parts.number(beta, `${place}.corners.beta`);
        parts.number(l, `${place}.corners.l`);
      }
      parts.list(theorems, `${place}.theorems`);
    };
    for (const [k, map] of parts.list(maps, "maps", 1).entries()) {
      const { optimizer, regions, parts: areas, edges } = parts.object(map, `maps[${k}]`);
      parts.text(optimizer, `maps[${k}].optimizer`);
      parts.list(regions, `maps[${k}].regions`);
      for (const area of parts.list(areas, `maps[${k}].parts`, 1)) corners(area, `maps[${k}].parts`);
      for (const edge of parts.list(edges, `maps[${k}].edges`)) corners(edge, `maps[${k}].edges`);
    }
    return {
      maps: maps as Coverage[],
      D: parts.text(D, "D"),
      q: parts.number(q, "q"),
      command: commandFor("coverage", source),
    };
  },
  caption: captionOf,
  sheet: (data) => ({
    title: `Where the theorems apply: d = n^${data.D}, q = ${numberText(data.q)}`,
    about: `A map for each of ${data.maps.map(({ optimizer }) => optimizer).join(", ")}: weight decay to the right, batch size upwards, both as powers of n; the region of each theorem in a colour and with its name.`,
    rows: [data.maps.map(panelOf)],
    rowHeight: 250,
    keys: (shown) => keysOf(data.maps.filter((map) => shown.has(panelOf(map).name))),
    caption: captionOf(data),
  }),
};
