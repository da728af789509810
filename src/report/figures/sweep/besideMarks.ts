import * as Plot from "@observablehq/plot";
import { log } from "../../../numeric/log.ts";
import { INK, SOFT } from "../palette.ts";
import { endLabels } from "../sheet/endLabels.ts";
import type { Key } from "../sheet/legend.ts";
import type { Box } from "../sheet/panel.ts";
import { numberText, sourcesText } from "../sheet/words.ts";
import type { ZeroAxis } from "../sheet/zero.ts";
import type { Beside, PublishedError } from "./beside.ts";

const THRESHOLD = "5 3";
/** Room for bars beside the frame. */
export const INSET = 14;

/** Published values, in the colour of their curve. */
export const publishedMarks = (published: readonly PublishedError[], { place }: ZeroAxis, colour: string, dx: number) =>
  Plot.dot(published, {
    ...{ x: ({ at }: PublishedError) => place(at), y: "testError", symbol: "diamond", r: 6.5, dx },
    // Open: what was measured there is seen through it.
    ...{ fill: "none", stroke: colour, strokeWidth: 1.8 },
  });

/** Thresholds as lines, each with its name above the plot. */
export function thresholdMarks(
  { thresholds }: Pick<Beside, "thresholds">,
  { axis }: ZeroAxis,
  { letters, width }: Box,
) {
  const [from, to] = axis.domain as [number, number];
  const shown = thresholds.filter(({ at }) => at >= from && at <= to);
  const part = (at: number) => (axis.type === "log" ? log(at / from) / log(to / from) : (at - from) / (to - from));
  // Less the margin of the labels to the left, and the insets.
  const inner = width - 5 * letters.text - 2 * INSET;
  const names = endLabels(
    shown.map(({ name, at }) => {
      const text = `${name} ${numberText(Number(at.toPrecision(2)))}`;
      return { text, at, left: INSET + inner * part(at) };
    }),
    inner + 2 * INSET,
    letters.note,
  );
  return {
    marginTop: names.top,
    marginRight: names.right,
    lines: Plot.ruleX(shown, { x: "at", stroke: SOFT, strokeWidth: 1.3, strokeDasharray: THRESHOLD }),
    names: names.marks,
  };
}

export function publishedKeys({ published }: Pick<Beside, "published">): Key[] {
  const sources = sourcesText(published.map(({ source }) => source));
  const differs = [...new Set(published.flatMap((each) => each.differs))].join(", ");
  const label = `published: ${sources}${differs === "" ? "" : ` (with other ${differs})`}`;
  return published.length === 0 ? [] : [{ label, colour: INK, symbol: "diamond", hollow: true }];
}

export const thresholdKeys = ({ thresholds }: Pick<Beside, "thresholds">): Key[] =>
  thresholds.length === 0 ? [] : [{ label: "threshold, half of all starts", colour: SOFT, dash: THRESHOLD }];
