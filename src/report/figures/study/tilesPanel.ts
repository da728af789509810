import * as Plot from "@observablehq/plot";
import { cellOf, PART } from "../../pointName.ts";
import { LEVELS, shadeOf } from "../heat/tiles.ts";
import { INK, ON_DARK, ON_LIGHT } from "../palette.ts";
import { widthOf } from "../sheet/letters.ts";
import type { Box, Panel, PanelPlot } from "../sheet/panel.ts";
import { numberText, slug } from "../sheet/words.ts";
import { namedRows } from "../studies/named.ts";
import { unique } from "./grouped.ts";
import { curveKey, type Layout } from "./layout.ts";
import { WRONG } from "./looks.ts";
import type { StudyRow } from "./rows.ts";
import { columnText, namesBy } from "./words.ts";

type Tiles = Extract<Layout, { form: "tiles" }>;

/** Blocks side by side, at most, and the room between in tiles. */
const BLOCKS = 4;
const BETWEEN = 0.6;

/** Signs of what was predicted. */
export const [MORE, FEWER] = ["+", "−"];
export const isMore = ({ predicted }: StudyRow): boolean => predicted !== undefined && predicted.most > 0.5;
export const isFewer = ({ predicted }: StudyRow): boolean => predicted !== undefined && predicted.most <= 0.5;

/** The shade of a share. */
const levelOf = (share: number): number => Math.round(share * (LEVELS - 1));

/** The last column beside the number to the right makes blocks, where there are few. */
function blocksOf({ rows, by }: Tiles): { readonly column: string | undefined; readonly rest: readonly string[] } {
  const column = by.at(-1);
  const few =
    column !== undefined && column !== PART && unique(rows.map((row) => cellOf(row, column))).length <= BLOCKS;
  return few && by.length > 1 ? { column, rest: by.slice(0, -1) } : { column: undefined, rest: by };
}

interface Line {
  readonly key: string;
  readonly name: string;
}

function linesOf({ rows }: Tiles, rest: readonly string[]): Line[] {
  const nameOf = namesBy(rest);
  const firsts = new Map(rows.map((row) => [curveKey(row, rest), nameOf(row)]));
  return [...firsts].map(([key, name]) => ({ key, name }));
}

function plotOf(tiles: Tiles, { width, letters }: Box): PanelPlot {
  const { column, rest } = blocksOf(tiles);
  const { rows: lines, plot, names } = namedRows(linesOf(tiles, rest), ({ name }) => name, width, letters);
  const numbers = (name: string) => unique(tiles.rows.map(({ at }) => at[name] as number)).toSorted((a, b) => a - b);
  const xs = numbers(tiles.x);
  const blocks = column === undefined ? [undefined] : unique(tiles.rows.map((row) => cellOf(row, column)));
  if (blocks.every((block) => typeof block === "number")) blocks.sort((a, b) => (a as number) - (b as number));
  const leftOf = (block: number) => block * (xs.length + BETWEEN);
  const end = leftOf(blocks.length) - BETWEEN;
  const drawn = tiles.rows.flatMap((row) => {
    const line = lines.find(({ item }) => item.key === curveKey(row, rest));
    const block = column === undefined ? 0 : blocks.indexOf(cellOf(row, column));
    const x = leftOf(block) + xs.indexOf(row.at[tiles.x] as number);
    return line && row.value !== null ? [{ row, x, y1: line.top - 2, y2: line.foot + 2, middle: line.middle }] : [];
  });
  type Tile = (typeof drawn)[number];
  const tile = (width: number) => ({
    ...{ x1: ({ x }: Tile) => x + width, x2: ({ x }: Tile) => x + 1 - width, y1: "y1", y2: "y2" },
  });
  const ends = drawn.filter(({ row }) => row.predicted);
  const onDark = ({ row }: Tile) => levelOf(row.value as number) > (LEVELS - 1) / 2;
  const signs = [true, false].map((dark) =>
    Plot.text(
      ends.filter((each) => onDark(each) === dark),
      {
        ...{
          x: ({ x }: Tile) => x + 0.5,
          y: "middle",
          text: ({ row }: Tile) => (isMore(row) ? MORE : FEWER),
        },
        ...{ fill: dark ? ON_DARK : ON_LIGHT, fontSize: letters.text },
      },
    ),
  );
  const framed = (which: (row: StudyRow) => boolean, dash: string) =>
    Plot.rect(
      drawn.filter(({ row }) => which(row)),
      { ...tile(0.06), stroke: WRONG, strokeWidth: 2.2, strokeDasharray: dash },
    );
  const room = (width - (plot.marginLeft ?? 0)) / end;
  const widest = Math.max(...xs.map((x) => widthOf(numberText(x), letters.note)));
  const every = Math.ceil((widest + 6) / room);
  const ticks = blocks.flatMap((_, block) =>
    xs.flatMap((x, k) => (k % every === 0 ? [{ at: leftOf(block) + k + 0.5, text: numberText(x) }] : [])),
  );
  const titleOf = namesBy(column === undefined ? [] : [column]);
  const heads = blocks.flatMap((block, k) => {
    const row = column === undefined ? undefined : tiles.rows.find((each) => cellOf(each, column) === block);
    return row ? [{ at: leftOf(k) + xs.length / 2, text: titleOf(row) }] : [];
  });
  return {
    x: {
      ...{ domain: [0, end], label: columnText(tiles.x), ticks: ticks.map(({ at }) => at) },
      tickFormat: (at: number) => ticks.find((tick) => tick.at === at)?.text ?? "",
    },
    ...plot,
    marginTop: heads.length > 0 ? 1.6 * letters.text : 4,
    marks: [
      Plot.rect(drawn, { ...tile(0.03), fill: ({ row }) => shadeOf(levelOf(row.value as number)) }),
      ...signs,
      framed(({ agrees }) => agrees === "no", ""),
      framed(({ agrees, overturns }) => overturns && agrees !== "no", "3 2"),
      names,
      Plot.text(heads, {
        ...{ x: "at", text: "text", frameAnchor: "top", dy: -0.5 * letters.text, lineAnchor: "bottom", fill: INK },
      }),
    ],
  };
}

/** Shares of seeds as shades, a line for each combination of columns, the number to the right in blocks. */
export function tilesPanel(tiles: Tiles, title: string): Panel {
  const lines = linesOf(tiles, blocksOf(tiles).rest);
  return {
    ...{ name: slug(title), title },
    height: (width, letters) => namedRows(lines, ({ name }) => name, width, letters).height + 1.6 * letters.text,
    plot: (box) => plotOf(tiles, box),
  };
}
