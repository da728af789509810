import type { Coverage, Part } from "../bounds/coverage/coverage.ts";
import { shortNumber, toText } from "./table.ts";

const cornersText = ({ corners }: Part) =>
  corners.map(({ beta, l }) => `(${shortNumber(beta)}, ${shortNumber(l)})`).join(" ");

/** A coverage map for people: inequalities of each theorem, then the parts of the plane. */
export function coverageText(maps: readonly Coverage[]): string {
  const regions = toText({
    head: ["optimizer", "theorem", "holds where"],
    rows: maps.flatMap(({ optimizer, regions: own }) => own.map(({ name, region }) => [optimizer, name, region])),
  });
  const named = ({ regions: own }: Coverage, { theorems }: Part) =>
    theorems.map((id) => own.find(({ theorem }) => theorem === id)?.name).join(", ") || "none";
  const parts = toText({
    head: ["optimizer", "corners (beta, l)", "theorems"],
    rows: maps.flatMap((map) => [
      ...map.parts.map((part) => [map.optimizer, cornersText(part), named(map, part)]),
      ...map.edges.map((part) => [map.optimizer, `line ${cornersText(part)}`, named(map, part)]),
    ]),
  });
  return `${regions}\n(B = n^beta, lambda = n^-l, 0 <= beta <= 1, l >= 0)\n\n${parts}\n`;
}
