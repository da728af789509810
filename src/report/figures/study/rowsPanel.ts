import * as Plot from "@observablehq/plot";
import { mean } from "../../../statistics/mean.ts";
import { FAINT, INK } from "../palette.ts";
import { CLEAR_SIDES } from "../sheet/axes.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { slug } from "../sheet/words.ts";
import { type Named, namedRows } from "../studies/named.ts";
import { grouped } from "./grouped.ts";
import { curveKey, type Group, ROWS } from "./layout.ts";
import { PREDICTED, PUBLISHED, pointMarks } from "./looks.ts";
import type { StudyRow } from "./rows.ts";
import { valueAxis } from "./valueAxis.ts";
import { measureText, namesBy } from "./words.ts";

/** Points that share a row. */
interface Strip {
  readonly name: string;
  readonly rows: readonly StudyRow[];
}

const knownOf = (rows: readonly StudyRow[]) => rows.flatMap(({ value }) => (value === null ? [] : [value]));

function strips(rows: readonly StudyRow[], by: readonly string[]): Strip[] {
  const nameOf = namesBy(by);
  const groups = grouped(rows, (row) => curveKey(row, by));
  return groups.map(([, own]) => ({
    name: (own.length === 1 ? own[0]?.called : undefined) ?? nameOf(own[0] as StudyRow),
    rows: own,
  }));
}

/** How far values lie from the middle of their row, squared. */
const spreadOf = (all: readonly Strip[]): number =>
  all.reduce((sum, { rows }) => {
    const values = knownOf(rows);
    const middle = mean(values);
    return sum + values.reduce((part, value) => part + (value - middle) ** 2, 0);
  }, 0);

/** Rows by fewer columns while there are too many: without the one that tells least. */
function fewer(rows: readonly StudyRow[], by: readonly string[]): readonly string[] {
  if (strips(rows, by).length <= ROWS || by.length === 0) return by;
  const without = by.map((column) => by.filter((other) => other !== column));
  const spreads = without.map((rest) => spreadOf(strips(rows, rest)));
  return fewer(rows, without[spreads.indexOf(Math.min(...spreads))] as readonly string[]);
}

function stripsOf({ rows, by }: Group): Strip[] {
  const middle = ({ rows: own }: Strip) => mean(knownOf(own));
  return strips(
    rows.filter(({ value }) => value !== null),
    fewer(rows, by),
  ).toSorted((one, other) => middle(one) - middle(other));
}

function plotOf(group: Group, all: readonly Strip[], { width, letters, across }: Box): PanelPlot {
  const { rows, plot, names } = namedRows(all, ({ name }) => name, width, letters);
  const drawn = all.flatMap((strip) => strip.rows);
  const { axis, inside } = valueAxis(measureText(group.measure, group.rows), drawn, across);
  const shared = all.some((strip) => strip.rows.length > 1);
  const placed = rows.flatMap(({ item, middle }) =>
    item.rows.map((row) => ({ row, x: row.value as number, y: middle })),
  );
  const known = placed.filter(({ row }) => row.low !== null && row.high !== null);
  const predicted = rows.flatMap((line: Named<Strip>) => {
    const [range, other] = [...new Set(line.item.rows.map((row) => row.predicted))];
    return range && other === undefined ? [{ ...range, y1: line.top - 2, y2: line.foot + 2 }] : [];
  });
  const published = [...new Set(drawn.flatMap((row) => row.published ?? []))];
  return {
    ...{ x: axis, ...plot, ...CLEAR_SIDES },
    marks: [
      Plot.rect(predicted, {
        ...{ x1: ({ least }) => inside(least), x2: ({ most }) => inside(most), y1: "y1", y2: "y2" },
        ...{ fill: PREDICTED.colour, fillOpacity: PREDICTED.fill },
      }),
      Plot.gridX(axis.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
      Plot.ruleX(published, { stroke: PUBLISHED.colour, strokeWidth: 2, strokeDasharray: PUBLISHED.dash }),
      ...(shared ? [] : [Plot.link(known, { ...LINK, stroke: INK, strokeWidth: 1.6 })]),
      ...pointMarks(placed, INK),
      names,
      Plot.frame({ stroke: INK }),
    ],
  };
}

const LINK = {
  ...{ x1: ({ row }: { row: StudyRow }) => row.low as number, x2: ({ row }: { row: StudyRow }) => row.high as number },
  ...{ y1: "y", y2: "y" },
} as const;

/** A row for each point, rising; where they are many, for points that share what tells most. */
export function rowsPanel(group: Group, title: string): Panel {
  const all = stripsOf(group);
  return {
    ...{ name: slug(title), title },
    height: (width, letters) => namedRows(all, ({ name }) => name, width, letters).height,
    plot: (box) => plotOf(group, all, box),
  };
}
