import * as Plot from "@observablehq/plot";
import { canonical } from "../../../experiments/canonical.ts";
import { jobOf, type Published, type Row, type Target } from "../../../experiments/target.ts";
import { TARGETS } from "../../../experiments/targets/registry.ts";
import { PAPER_LR } from "../../../experiments/targets/synthetic.ts";
import { InputError } from "../../../setting/inputError.ts";
import { parseRun } from "../../../sim/run.ts";
import { predictionInterval } from "../../../statistics/predictionInterval.ts";
import { commandFor, type Figure, type Source } from "../figure.ts";
import { COLOURS, FAINT, INK, LOOKS, type Look, PAPER } from "../palette.ts";
import { partsOf } from "../parts.ts";
import { historyOf } from "../run/run.ts";
import { ERRORS, linear } from "../sheet/axes.ts";
import type { Key } from "../sheet/legend.ts";
import { drawSheet, type Panel } from "../sheet/sheet.ts";
import { numberText, optimizerText, seedsText, settingText } from "../sheet/words.ts";

/** A quantity over the seeds at an epoch. */
interface Band {
  readonly epoch: number;
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** A quantity of a row. */
export interface PaperCurve {
  readonly quantity: string;
  readonly published: Published;
  readonly bands: readonly Band[];
}

/** One of the runs that a published figure shows, over our seeds. */
export interface PaperRow {
  readonly source: string;
  readonly label: string;
  readonly seeds: readonly number[];
  readonly curves: readonly PaperCurve[];
}

export interface PapersData {
  /** Rows of one published figure follow each other. */
  readonly rows: readonly PaperRow[];
  readonly about: string;
  readonly command: string;
}

const FOLDER = 'the folder that "reproduce --out" wrote for fig3, fig4, fig5 or fig6';
const FIGURES = ["fig3", "fig4", "fig5", "fig6"];

/** What a configuration is apart from its seed. */
const withoutSeed = (config: object) => canonical({ ...config, seed: 0 });

/** Every run that the journal keeps, by its configuration without the seed. */
function runsOf(source: Source) {
  const parts = partsOf(FOLDER);
  const runs = new Map<string, { seed: number; history: ReturnType<typeof historyOf> }[]>();
  let left = 0;
  for (const outcome of source.outcomes()) {
    const { results } = parts.object(outcome, "a run of runs.ndjson");
    const [result, second] = parts.list(results, "results", 1);
    const { config, history, diverged } = parts.object(result, "results[0]");
    // Rows with two runs are in no figure of these.
    if (second !== undefined) continue;
    if (diverged !== undefined) {
      left++;
      continue;
    }
    const run = parseRun(config);
    const key = withoutSeed(run);
    runs.set(key, [
      ...(runs.get(key) ?? []),
      { seed: run.seed, history: historyOf(history, "results[0].history", FOLDER) },
    ]);
  }
  return { runs, diverged: left };
}

const decayText = ({ runs: [run] }: Row) =>
  `λ = ${numberText((run as { optimizer: { weightDecay: number } }).optimizer.weightDecay)}`;

function rowOf(
  { source }: Target,
  row: Row,
  found: { seed: number; history: ReturnType<typeof historyOf> }[],
): PaperRow {
  const runs = found.toSorted((a, b) => a.seed - b.seed);
  return {
    ...{ source, seeds: runs.map(({ seed }) => seed) },
    label: `${optimizerText(row.optimizer)}, ${decayText(row)}, b = ${row.batchSize}`,
    curves: row.quantities.map(({ name, over, published }) => {
      const curves = runs.map(({ history }) =>
        over({ results: [{ history }] } as unknown as Parameters<typeof over>[0]),
      );
      const bands = (curves[0] ?? []).map(({ epoch }, k) => {
        const { median, min, max } = predictionInterval(curves.map((points) => points[k]?.value as number));
        return { epoch, median, min, max };
      });
      return { quantity: name, published, bands };
    }),
  };
}

function read(source: Source): PapersData {
  const report = partsOf(FOLDER).object(source.json("report.json") ?? null, "report.json");
  const { runs, diverged } = runsOf(source);
  const shortened = report.quick === true ? "; shortened runs (--quick)" : "";
  const without = diverged === 0 ? "" : `; without ${diverged} runs that diverged`;
  const rows = TARGETS.filter(({ name }) => FIGURES.includes(name)).flatMap((target) =>
    target.rows.flatMap((row) => {
      const job = jobOf(row, 0, report.quick === true);
      const found = job.kind === "simulate" ? runs.get(withoutSeed(job.run)) : undefined;
      return found ? [rowOf(target, row, found)] : [];
    }),
  );
  const first = TARGETS[0]?.rows[0] as Row;
  if (rows.length === 0)
    throw new InputError(`from must name ${FOLDER}, but ${source.path} has no run of these; run it`);
  const { setting } = (jobOf(first, 0, false) as { run: ReturnType<typeof parseRun> }).run;
  return {
    rows,
    about: `${settingText(setting)}; η = ${numberText(PAPER_LR)}${shortened}${without}`,
    command: commandFor("papers", source),
  };
}

const LOOK_OF: Readonly<Record<string, Look>> = {
  "feature learning, lower class": LOOKS.feature,
  "noise memorization, least memorized": LOOKS.noise,
  "train error": LOOKS.train,
  "test error": LOOKS.test,
  "train loss": { colour: COLOURS.purple, dash: "8 3 2 3", symbol: "diamond" },
};
const lookOf = (quantity: string): Look => LOOK_OF[quantity] ?? LOOKS.train;

/** What a published number or word is, at the end of the time. */
function publishedMarks({ quantity, published, bands }: PaperCurve): Plot.Markish[] {
  const last = bands.at(-1);
  if (!published || !last || !("value" in published)) return [];
  const { colour } = lookOf(quantity);
  // Training and test error may be published as the same number.
  const dx = quantity === "train error" ? -11 : 0;
  return [
    Plot.dot([{ epoch: last.epoch, value: published.value }], {
      x: "epoch",
      y: "value",
      symbol: "diamond",
      r: 5.5,
      fill: colour,
      stroke: PAPER,
      strokeWidth: 1,
      dx,
    }),
  ];
}

const saidOf = ({ curves }: PaperRow) =>
  curves.flatMap(({ published }) => (published && "words" in published ? [`paper: “${published.words}”`] : []));

function panelOf(row: PaperRow, range: readonly [number, number], label: string): Panel {
  return {
    title: `${row.source.replace("[T25] ", "")}: ${row.label} (${row.seeds.length} seeds)`,
    plot: {
      x: linear("epoch", { ticks: 5 }),
      y: linear(label, { domain: [...range], ticks: 5 }),
      marks: [
        Plot.ruleY([0], { stroke: FAINT }),
        ...row.curves.flatMap(({ quantity, bands }) => [
          Plot.areaY(bands, { x: "epoch", y1: "min", y2: "max", fill: lookOf(quantity).colour, fillOpacity: 0.16 }),
          Plot.line(bands, {
            x: "epoch",
            y: "median",
            stroke: lookOf(quantity).colour,
            strokeWidth: 2,
            strokeDasharray: lookOf(quantity).dash,
          }),
        ]),
        ...row.curves.flatMap(publishedMarks),
        Plot.text(saidOf(row), { text: (words: string) => words, frameAnchor: "top-right", dx: -6, dy: 6, fill: INK }),
        Plot.frame({ stroke: INK }),
      ],
    },
  };
}

/** Rows of one published figure, side by side and on one scale. */
function panelsOf(rows: readonly PaperRow[]): Panel[][] {
  const sources = [...new Set(rows.map(({ source }) => source))];
  return sources.map((source) => {
    const own = rows.filter((row) => row.source === source);
    const values = own.flatMap(({ curves }) =>
      curves.flatMap(({ bands }) => bands.flatMap(({ min, max }) => [min, max])),
    );
    const [least, most] = [Math.min(0, ...values), Math.max(...values)];
    const ofErrors = own.some(({ curves }) => curves.some(({ quantity }) => quantity.endsWith("error")));
    const room = 0.05 * (most - least);
    const range = ofErrors
      ? ([ERRORS[0], own.some((row) => saidOf(row).length > 0) ? 1.2 : ERRORS[1]] as const)
      : ([least - room, most + room] as const);
    const withLoss = own.some(({ curves }) => curves.some(({ quantity }) => quantity.endsWith("loss")));
    const label = ofErrors
      ? `error (share${withLoss ? "), loss (nats)" : " of examples)"}`
      : "coefficient (weight × patch)";
    return own.map((row) => panelOf(row, range, label));
  });
}

function keysOf(rows: readonly PaperRow[]): Key[] {
  const names = [...new Set(rows.flatMap(({ curves }) => curves.map(({ quantity }) => quantity)))];
  const published = rows.some(({ curves }) => curves.some(({ published }) => published && "value" in published));
  return [
    ...names.map((label) => ({ label, colour: lookOf(label).colour, dash: lookOf(label).dash, fill: 0.2 })),
    ...(published ? [{ label: "published value, in its quantity's colour", colour: INK, symbol: "diamond" }] : []),
  ];
}

function caption({ rows, about, command }: PapersData): string {
  const seeds = [...new Set(rows.map((row) => `${seedsText(row.seeds)} at ${row.label.split(", ").at(-1)}`))].join(
    ", ",
  );
  return `Lines: medians over seeds; bands: least to largest seed. ${about}; ${seeds}. Made by: ${command}`;
}

/** Figures 3 to 6 of [T25] with our seeds. */
export const papers: Figure<PapersData> = {
  name: "papers",
  about: "Figures 3 to 6 of [T25] remade: medians over our seeds, and bands from the least to the largest",
  from: FOLDER,
  read,
  caption,
  draw: (data, document) =>
    drawSheet(
      {
        title: "[T25], Figures 3 to 6, remade over seeds",
        about:
          "A row of panels for each published figure, a panel for each batch size: quantities over the epochs as medians with bands over seeds.",
        rows: panelsOf(data.rows),
        rowHeight: 200,
        keys: keysOf(data.rows),
        caption: caption(data),
      },
      document,
    ),
};
