import { PART } from "../../pointName.ts";
import { commandFor, type Figure } from "../figure.ts";
import { LEVELS, shadeOf } from "../heat/tiles.ts";
import { INK, lookOf, SERIES } from "../palette.ts";
import type { Key } from "../sheet/legend.ts";
import type { Panel } from "../sheet/panel.ts";
import { curvesPanel } from "./curvesPanel.ts";
import { grouped, unique } from "./grouped.ts";
import { curveKey, type Layout, layoutsOf } from "./layout.ts";
import { behindKeys, pointKeys, WRONG } from "./looks.ts";
import { STUDY_TABLE, type StudyRow, studyFrom } from "./rows.ts";
import { rowsPanel } from "./rowsPanel.ts";
import { FEWER, isFewer, isMore, MORE, tilesPanel } from "./tilesPanel.ts";
import { measureText, namesBy } from "./words.ts";

/** The points of a study, and what was predicted of them. */
export interface StudyData {
  readonly title: string;
  readonly rows: readonly StudyRow[];
  readonly command: string;
}

/** Of a row of panels, at most, and of a figure for each part of a study to have its own. */
const [COLUMNS, PANELS] = [3, 9];

type CurvesOf = Extract<Layout, { form: "curves" }>;

/** Rows of a panel, and what is said of it. */
interface Share {
  readonly title: string;
  readonly rows: readonly StudyRow[];
  readonly by: readonly string[];
}

/** Panels of so few curves that their looks differ: by the last column that tells curves apart, and the one before. */
function parted(share: Share): Share[] {
  const { title, rows, by } = share;
  const column = by.at(-1);
  if (column === undefined || unique(rows.map((row) => curveKey(row, by))).length <= SERIES.length) return [share];
  const [nameOf, rest] = [namesBy([column]), by.slice(0, -1)];
  return grouped(rows, nameOf).flatMap(([name, own]) =>
    parted({ title: title === "" ? name : `${title}, ${name}`, rows: own, by: rest }),
  );
}

/** The panels of a measure: its parts, where these are few, else as few as looks allow. */
function sharesOf({ measure, rows, by }: CurvesOf, several: number): Share[] {
  const parts = grouped(rows, ({ part }) => part);
  const title = several > 1 ? measure : "";
  if (parts.length === 1 || parts.length * several > PANELS) return parted({ title, rows, by });
  const within = by.filter(
    (column) => column !== PART && parts.some(([, own]) => unique(own.map(({ at }) => at[column])).length > 1),
  );
  return parts.flatMap(([part, own]) =>
    parted({ title: title === "" ? part : `${title}: ${part}`, rows: own, by: within }),
  );
}

/** Panels side by side: four are two and two. */
const columnsFor = (curves: number): number => (curves === 4 ? 2 : Math.max(1, Math.min(COLUMNS, curves)));

/** Panels in rows, of which the last may be shorter. */
function inRows(panels: readonly Panel[]): (readonly Panel[])[] {
  const columns = columnsFor(panels.length);
  return Array.from({ length: Math.ceil(panels.length / columns) }, (_, k) =>
    panels.slice(k * columns, (k + 1) * columns),
  );
}

/** Panels of a layout, and what their marks mean beside those of points. */
interface Drawn {
  readonly panels: readonly Panel[];
  readonly keys: readonly Key[];
}

function curvesOf(layout: CurvesOf, several: number): Drawn {
  const shares = sharesOf(layout, several);
  const curves = new Map(
    shares.flatMap(({ rows, by }) => rows.map((row) => [curveKey(row, by), namesBy(by)(row)] as const)),
  );
  const keys = [...curves.keys()];
  const label = measureText(layout.measure, layout.rows);
  return {
    panels: shares.map((share) =>
      curvesPanel({ ...share, title: share.title || layout.measure, x: layout.x, all: layout.rows, keys, label }),
    ),
    keys:
      keys.length < 2
        ? []
        : [...curves.values()].map((name, k) => ({ label: name, colour: lookOf(k).colour, dash: lookOf(k).dash })),
  };
}

/** What shades and signs of a map mean. */
const tileKeys = (rows: readonly StudyRow[]): Key[] => [
  ...(["none", "half", "all"] as const).map((label, k) => ({
    label: k === 2 ? "all of the seeds" : label,
    colour: shadeOf((k * (LEVELS - 1)) / 2),
    fill: 1,
  })),
  ...(rows.some(isMore) ? [{ label: "predicted: more than half", colour: INK, letter: MORE }] : []),
  ...(rows.some(isFewer) ? [{ label: "predicted: fewer", colour: INK, letter: FEWER }] : []),
  ...(rows.some(({ agrees }) => agrees === "no")
    ? [{ label: "disagrees", colour: WRONG, symbol: "square", hollow: true }]
    : []),
  ...(rows.some(({ agrees, overturns }) => overturns && agrees !== "no")
    ? [{ label: "overturns the study as counted, open by its interval", colour: WRONG, dash: "3 2" }]
    : []),
];

function drawnOf(layout: Layout, layouts: readonly Layout[]): Drawn {
  const groups = layouts.filter(({ measure }) => measure === layout.measure);
  const parts = unique(layout.rows.map(({ part }) => part)).join(", ");
  const measure = measureText(layout.measure, layout.rows);
  const title = groups.length > 1 ? `${parts}: ${measure}` : measure;
  if (layout.form === "rows") return { panels: [rowsPanel(layout, title)], keys: [] };
  if (layout.form === "tiles") return { panels: [tilesPanel(layout, title)], keys: tileKeys(layout.rows) };
  return curvesOf(layout, layouts.filter(({ form }) => form === "curves").length);
}

function keysOf(layouts: readonly Layout[], drawn: readonly Drawn[]): Key[] {
  const marked = layouts.filter(({ form }) => form !== "tiles").flatMap(({ rows }) => rows);
  const alone = layouts.every(({ form }, k) => form !== "rows" && drawn[k]?.keys.length === 0);
  const points = pointKeys(marked, alone ? lookOf(0).colour : INK);
  const all = [...drawn.flatMap(({ keys }) => keys), ...points, ...behindKeys(marked)];
  return [...new Map(all.map((key) => [key.label, key])).values()];
}

function captionOf({ rows, command }: StudyData): string {
  const layouts = layoutsOf(rows);
  const bars = layouts.some(({ form, rows: own }) => form !== "tiles" && own.some(({ low }) => low !== null));
  const drawn = layouts.flatMap(({ rows: own }) => own);
  const count = (asked: StudyRow["agrees"]) => drawn.filter(({ agrees }) => agrees === asked).length;
  const [yes, no, open] = [count("yes"), count("no"), count("open")];
  const said =
    yes + no + open === 0
      ? "Nothing was predicted of these points"
      : `Of ${yes + no + open} predicted points ${yes} agree, ${no} disagree, ${open} are open`;
  return `${said}${bars ? "; bars: intervals that hold all together with 95%" : ""}. Made by: ${command}`;
}

/** What a study found at its points, against what was predicted. */
export const study: Figure<StudyData> = {
  name: "study",
  about: "what a study found at every point, with its intervals, against what was predicted before its runs",
  from: STUDY_TABLE,
  read: (source) => ({ ...studyFrom(source), command: commandFor("study", source) }),
  caption: captionOf,
  sheet(data) {
    const layouts = layoutsOf(data.rows);
    const drawn = layouts.map((layout) => drawnOf(layout, layouts));
    const curves = drawn.filter((_, k) => layouts[k]?.form === "curves").flatMap(({ panels }) => panels);
    const wide = drawn.filter((_, k) => layouts[k]?.form !== "curves").flatMap(({ panels }) => panels);
    return {
      title: data.title,
      about: `What a study found at ${data.rows.length} points, and what was predicted of them; measures: ${unique(layouts.map(({ measure }) => measure)).join(", ")}.`,
      rows: [...inRows(curves), ...wide.map((panel) => [panel])],
      rowHeight: 190,
      // A row of its own has a wide panel's width.
      ...(wide.length === 0 && { columns: columnsFor(curves.length) }),
      keys: () => keysOf(layouts, drawn),
      caption: captionOf(data),
    };
  },
};
