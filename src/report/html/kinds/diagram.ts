import type { Diagram } from "../../../experiments/phase/diagram.ts";
import { diagramAnswer } from "../diagramAnswer.ts";
import { diagramBlocks } from "../diagramBlocks.ts";
import { figuresOf } from "../figuresOf.ts";
import { explained } from "../glossary.ts";
import type { Kind } from "../kind.ts";
import { seedList } from "../seedList.ts";
import { among, flag, listOf, number, objectWith, optional, orNull, type Shape, text } from "../shape.ts";

const numbers = listOf(number);
const axis = objectWith({ name: text, values: (given) => numbers(given) && (given as number[]).length > 0 });
const span = objectWith({ low: orNull(number), median: orNull(number), high: orNull(number) });

const shape: Shape = objectWith({
  ...{ x: axis, y: axis, event: objectWith({ name: text, about: text }), seeds: listOf(number) },
  grid: objectWith({ nodes: number, run: number, coarse: number, complete: flag }),
  nodes: listOf(
    objectWith({
      ...{ x: number, y: number, runs: number, failed: number, count: number },
      ...{ share: orNull(number), low: orNull(number), high: orNull(number) },
    }),
  ),
  until: optional(objectWith({ event: text, error: number })),
  boundary: listOf(
    objectWith({
      ...{ along: among(["x", "y"]), at: number, from: number, to: number, rises: flag },
      decided: optional(listOf(orNull(number))),
    }),
  ),
  filled: listOf(listOf(orNull(flag))),
  thresholds: listOf(
    objectWith({
      ...{ threshold: text, about: text, reading: among(["order", "explicit"]), formula: optional(text) },
      points: listOf(objectWith({ at: number, weightDecay: span })),
    }),
  ),
  published: listOf(objectWith({ x: number, y: number, sources: listOf(text), differs: listOf(text) })),
  about: optional(text),
});

/** What `phase --format json` prints. */
export const diagram: Kind = {
  about: "phase diagrams (phase --format json)",
  of: "file",
  section(source) {
    const given = source.json();
    if (!shape(given)) return undefined;
    const found = given as Diagram & { readonly about?: string };
    const { x, y, seeds, about } = found;
    return {
      title: `Phase diagram: ${x.name} against ${y.name}`,
      path: source.path,
      answer: diagramAnswer(found),
      blocks: [
        ...figuresOf(source),
        explained("seed", "median", "95% interval", "weight decay", "threshold"),
        ...diagramBlocks(found),
        { kind: "heading", text: "What was run" },
        { kind: "text", text: `${about ? `${about}. ` : ""}Seeds ${seedList(seeds)}.` },
      ],
    };
  },
};
