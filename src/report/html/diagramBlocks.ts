import type { Diagram } from "../../experiments/phase/diagram.ts";
import { boundaryTable, OVERLAYS_READ, overlaysTable, publishedText, seedsOfNodes } from "../phaseTable.ts";
import type { Block } from "./section.ts";

/** What a phase diagram says, besides its picture. */
export const diagramBlocks = (diagram: Diagram): Block[] => {
  const { x, y, event, grid } = diagram;
  const overlays = overlaysTable(diagram);
  return [
    { kind: "heading", text: `Where runs show: ${event.name}` },
    {
      kind: "text",
      text: `${event.name}: ${event.about}. ${grid.run} of ${grid.nodes} nodes run, ${seedsOfNodes(diagram)}.`,
    },
    {
      kind: "table",
      caption: `Boundary of "${event.name}" along ${x.name}, at each ${y.name}.`,
      table: boundaryTable(diagram),
    },
    ...(overlays.rows.length > 0
      ? [{ kind: "table", caption: `Known thresholds of weight decay (${OVERLAYS_READ}).`, table: overlays } as const]
      : []),
    ...(diagram.published.length > 0 ? [{ kind: "list", items: publishedText(diagram) } as const] : []),
  ];
};
