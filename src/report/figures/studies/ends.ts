import * as Plot from "@observablehq/plot";
import { partsOf } from "../../../setting/parts.ts";
import { commandFor, type Figure } from "../figure.ts";
import { FAINT, INK, lookOf } from "../palette.ts";
import { CLEAR_SIDES, shareAxis } from "../sheet/axes.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { slug } from "../sheet/words.ts";
import { type Named, namedRows } from "./named.ts";

/** Ends of the same trainings after a change: a list of values, in [0, 1], for each series. */
export interface EndsRow {
  readonly change: string;
  readonly values: readonly (readonly number[])[];
}

/** Runs that differ in what is changed (rows) and in how they are trained (series), each drawn as a mark. */
export interface EndsData {
  /** What the values are, such as "test error". */
  readonly measure: string;
  /** Panels have series of the same names. */
  readonly series: readonly { readonly panel: string; readonly name: string }[];
  readonly rows: readonly EndsRow[];
  readonly command: string;
}

const FROM = "a file with measure, series and rows, such as docs/results/extends/ends.json";
const parts = partsOf(FROM);

/** Lanes of a row, a series each, apart by this part of its height. */
const APART = 0.5;

const namesOf = ({ series }: EndsData) => [...new Set(series.map(({ name }) => name))];
const panelsOf = ({ series }: EndsData) => [...new Set(series.map(({ panel }) => panel))];

function plotOf(data: EndsData, panel: string, { width, letters }: Box): PanelPlot {
  const { rows, plot, names } = namedRows(data.rows, ({ change }) => change, width, letters);
  const x = shareAxis(data.measure);
  const all = namesOf(data);
  const marks = data.series.flatMap((one, k) => {
    if (one.panel !== panel) return [];
    const lane = all.indexOf(one.name);
    const { colour, symbol } = lookOf(lane);
    const middleOf = ({ top, foot }: Named<EndsRow>) =>
      (top + foot) / 2 + (lane - (all.length - 1) / 2) * APART * (foot - top);
    const dots = rows.flatMap((row) => (row.item.values[k] ?? []).map((value) => ({ value, y: middleOf(row) })));
    return [Plot.dot(dots, { x: "value", y: "y", stroke: colour, symbol, r: 2.6, strokeOpacity: 0.8 })];
  });
  return {
    ...{ x, ...plot, ...CLEAR_SIDES },
    marks: [
      Plot.gridX(x.ticks as number[], { stroke: FAINT, strokeOpacity: 1 }),
      ...marks,
      names,
      Plot.frame({ stroke: INK }),
    ],
  };
}

const captionOf = ({ rows, series, command }: EndsData) => {
  const counts = rows.flatMap(({ values }) => values.map(({ length }) => length));
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const runs = least === most ? `${most}` : `${least} to ${most}`;
  return `A mark for each run, ${runs} runs for each change and each of ${series.length} ways to train. Made by: ${command}`;
};

/** What every run of a study came to, a row for each change. */
export const ends: Figure<EndsData> = {
  name: "ends",
  about: "what every run of a study came to, a mark each: a row for each change, a panel an optimizer",
  from: FROM,
  read(source) {
    const file = parts.object(source.json(), "the whole");
    const series = parts.list(file.series, "series", 1).map((each, k) => {
      const one = parts.object(each, `series[${k}]`);
      const text = (name: string) => parts.text(one[name], `series[${k}].${name}`);
      return { panel: text("panel"), name: text("name") };
    });
    const rows = parts.list(file.rows, "rows", 1).map((each, k) => {
      const row = parts.object(each, `rows[${k}]`);
      const lists = parts.list(row.values, `rows[${k}].values`, series.length).slice(0, series.length);
      const values = lists.map((list, i) =>
        parts.list(list, `rows[${k}].values[${i}]`).map((value) => parts.number(value, `rows[${k}].values[${i}]`)),
      );
      return { change: parts.text(row.change, `rows[${k}].change`), values };
    });
    return { measure: parts.text(file.measure, "measure"), series, rows, command: commandFor("ends", source) };
  },
  caption: captionOf,
  sheet(data) {
    const panels = panelsOf(data).map((panel): Panel => {
      const height: Panel["height"] = (width, letters) =>
        namedRows(data.rows, ({ change }) => change, width, letters).height;
      return { name: slug(panel), title: panel, height, plot: (box) => plotOf(data, panel, box) };
    });
    return {
      title: `${data.measure.replace(/^./, (letter) => letter.toUpperCase())} of every run`,
      about: `The ${data.measure} at the end of every run: ${data.rows.length} changes, ${data.series.length} ways to train.`,
      rows: [panels],
      columns: panels.length,
      keys: () => namesOf(data).map((label, k) => ({ label, ...lookOf(k), dash: "" })),
      caption: captionOf(data),
    };
  },
};
