import type { Crossing } from "../../experiments/phase/boundary.ts";
import type { Diagram } from "../../experiments/phase/diagram.ts";
import { shortNumber } from "../table.ts";
import { several } from "./several.ts";

const crossingText = ({ from, to, rises }: Crossing) =>
  `${rises ? "begins" : "ends"} between ${shortNumber(from)} and ${shortNumber(to)}`;

/** What is seen along x where y has its k-th value. */
function lineText({ x, y, boundary, filled }: Diagram, k: number): string {
  const at = y.values[k] as number;
  const crossings = boundary.filter((crossing) => crossing.along === "x" && crossing.at === at);
  const line = filled.map((column) => column[k]);
  const whole = line.includes(true) ? "everywhere" : line.includes(false) ? "nowhere" : "it is not known where";
  const seen = crossings.length > 0 ? `along ${x.name} it ${crossings.map(crossingText).join(" and ")}` : whole;
  return `at ${y.name} ${shortNumber(at)} ${seen}`;
}

/**
 * What a phase diagram shows, in two sentences.
 *
 * @param diagram as much as was run
 * @returns on how much of the grid runs show the event, and where that begins and ends at the least and the largest value of y
 */
export function diagramAnswer(diagram: Diagram): string {
  const { event, seeds, until, filled, grid, y } = diagram;
  const shown = filled.flat().filter((answer) => answer === true).length;
  const ends = [...new Set([0, y.values.length - 1])].map((k) => lineText(diagram, k));
  return `"${event.name}" is seen in at least half of ${until ? "up to " : ""}${several(seeds.length, "seed")} on ${shown} of ${several(grid.nodes, "node")} of the grid (${Math.round((100 * shown) / grid.nodes)}%): ${ends.join("; ")}.`;
}
