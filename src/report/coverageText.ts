import type { Coverage, Part } from "../bounds/coverage/coverage.ts";
import { shortNumber, type Table } from "./table.ts";
import { toText } from "./text/toText.ts";

const cornersText = ({ corners }: Part) =>
  corners.map(({ beta, l }) => `(${shortNumber(beta)},${shortNumber(l)})`).join(" ");

const KEY = [
  "B = n^beta is the batch size: beta = 0 is a constant one, beta = 1 the full batch.",
  "lambda = n^-l is the weight decay: l = 0 is a constant one, a larger l a weaker one. 0 <= beta <= 1, l >= 0.",
];

/**
 * A coverage map for people: inequalities of each theorem, then the parts of the plane.
 *
 * @param maps an optimizer each
 * @param width of a line (default: no limit)
 * @returns text
 */
export function coverageText(maps: readonly Coverage[], width = Infinity): string {
  const regions: Table = {
    head: ["optimizer", "theorem", "holds where"],
    rows: maps.flatMap(({ optimizer, regions: own }) => own.map(({ name, region }) => [optimizer, name, region])),
  };
  const named = ({ regions: own }: Coverage, { theorems }: Part) =>
    theorems.map((id) => own.find(({ theorem }) => theorem === id)?.name).join(", ") || "none";
  const parts: Table = {
    head: ["optimizer", "corners (beta, l)", "theorems"],
    rows: maps.flatMap((map) => [
      ...map.parts.map((part) => [map.optimizer, cornersText(part), named(map, part)]),
      ...map.edges.map((part) => [map.optimizer, `line ${cornersText(part)}`, named(map, part)]),
    ]),
  };
  return [
    "Where each theorem holds:",
    toText(regions, width),
    "",
    ...KEY,
    "",
    "Parts of the plane (polygons by their corners), and the theorems that hold there:",
    toText(parts, width),
    "",
  ].join("\n");
}
