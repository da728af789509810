import { canonical } from "../../../experiments/canonical.ts";
import { jobOf, type Published, type Row, type Target } from "../../../experiments/target.ts";
import { TARGETS } from "../../../experiments/targets/registry.ts";
import { PAPER_LR } from "../../../experiments/targets/synthetic.ts";
import { InputError } from "../../../setting/inputError.ts";
import { partsOf } from "../../../setting/parts.ts";
import { parseRun } from "../../../sim/run.ts";
import { predictionInterval } from "../../../statistics/predictionInterval.ts";
import { commandFor, type Source } from "../figure.ts";
import { historyOf } from "../run/run.ts";
import { numberText, optimizerText, settingText } from "../sheet/words.ts";

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

export const FOLDER = 'the folder that "reproduce --out" wrote for fig3, fig4, fig5 or fig6';
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

export function papersFrom(source: Source): PapersData {
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
