import * as Plot from "@observablehq/plot";
import type { Diagram } from "../../../experiments/phase/diagram.ts";
import type { PhaseAxis } from "../../../experiments/phase/plane.ts";
import { log } from "../../../numeric/log.ts";
import { INK, PAPER } from "../palette.ts";
import { widthOf } from "../sheet/letters.ts";
import type { Box } from "../sheet/panel.ts";
import type { Division } from "./regions.ts";
import { bordersOf, islandsOf, poleOf, type Regions } from "./tiles.ts";

/** A name in its region. */
interface Name {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** How far a run of known nodes around one of them reaches, in parts of the axis. */
function reach(known: readonly boolean[], at: number, axis: PhaseAxis): number {
  const borders = bordersOf(axis);
  const first = known.lastIndexOf(false, at) + 1;
  const after = known.indexOf(false, at);
  const [low, high] = [borders[first] as number, borders[after < 0 ? known.length : after] as number];
  return log(high / low) / log((borders.at(-1) as number) / (borders[0] as number));
}

/** The name of an island where it is widest; undefined where it does not fit there. */
function nameOf(name: string, island: Regions, { x, y }: Diagram, { width, height, letters }: Box): Name | undefined {
  const { i, k } = poleOf(island, name) as { i: number; k: number };
  // Less the margins of the labels.
  const across =
    (width - 5 * letters.text) *
    reach(
      island.map((column) => column[k] === name),
      i,
      x,
    );
  const up =
    (height - 9 * letters.text) *
    reach(
      (island[i] as Regions[number]).map((region) => region === name),
      k,
      y,
    );
  const size = [letters.head, letters.note].find((size) => widthOf(name, size, true) + 4 < across && 1.2 * size < up);
  return size === undefined ? undefined : { name, x: x.values[i] as number, y: y.values[k] as number, size };
}

/** The names of regions in every part of them that has room for it. */
export function nameMarks(diagram: Diagram, { regions, of }: Division, box: Box): Plot.Markish[] {
  const names = regions.flatMap(({ name }) =>
    islandsOf(of, name).flatMap((island) => nameOf(name, island, diagram, box) ?? []),
  );
  return names.map((one) =>
    Plot.text([one], {
      ...{ x: "x", y: "y", text: "name", fontWeight: "bold", fontSize: one.size },
      ...{ fill: INK, stroke: PAPER, strokeWidth: 3, strokeOpacity: 0.7 },
    }),
  );
}
