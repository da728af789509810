import type { Command } from "commander";
import { THRESHOLDS } from "../bounds/thresholds/thresholdKinds.ts";
import type { ThresholdRow } from "../bounds/thresholds/thresholds.ts";
import { parseSeeds } from "../experiments/seeds.ts";
import { byName } from "../library/options.ts";
import { THRESHOLD_SEEDS, type ThresholdsSpec, thresholds } from "../library/thresholds.ts";
import { thresholdsLatex } from "../report/latex/thresholdsLatex.ts";
import { toCsv, toMarkdown } from "../report/table.ts";
import { thresholdsData, thresholdsTable } from "../report/thresholdsTable.ts";
import { thresholdsText } from "../report/thresholdsText.ts";
import { InputError, show } from "../setting/inputError.ts";
import { PRESETS } from "../setting/presets.ts";
import type { RunFile } from "../sim/runFile.ts";
import { deliver } from "./deliver.ts";
import { readData } from "./files.ts";
import { withHelp } from "./help.ts";
import { interruptible } from "./interruptible.ts";
import { withLoad } from "./loadOwn.ts";
import { ifGiven, integerFrom, integersFrom, numberFrom, rationalFrom } from "./numbers.ts";
import { type Formats, type OutOptions, withColumn, withOut } from "./outOptions.ts";

const KIND_LIST = THRESHOLDS.map(
  ({ name, optimizer, formula, about }) =>
    `  ${optimizer.padEnd(6)}${name.padEnd(19)}${(formula ?? "").padEnd(38)}${about}`,
).join("\n");

const ABOUT = `
Thresholds of weight decay in three readings: the order under the scaling family, the explicit finite-size value (of half of all starts; 5% and
95% of them in brackets), and with --empirical what training finds, seed by seed, by bisection of log lambda (full batch; median over
seeds with its distribution-free interval). Adam's trainings are those of --lr and --epochs; AdamW's take steps of their own, short
beside its memory, to where it rests: betas (0.9, 0.9), eta lambda = 1/(100 (q-1)), 50/(eta lambda) steps.

A run file may be of a wider model: signal strength, more patches, denser features, other noise, flips, classes, biases, a trained second layer, output
scale, any power from 2 on change explicit values by the factors of docs/notes/wider-thresholds.md; where none is derived, a sentence says why. Of a run
only its model counts: --eps, --batch-size and the rest are options here.

${KIND_LIST}`;

const FORMATS: Formats<readonly ThresholdRow[]> = {
  text: thresholdsText,
  md: (rows) => `${toMarkdown(thresholdsTable(rows))}\n`,
  csv: (rows) => `${toCsv(thresholdsData(rows))}\n`,
  latex: (rows, _, place) => thresholdsLatex(rows, place),
  json: (rows) => `${JSON.stringify({ thresholds: rows })}\n`,
};

interface Options extends OutOptions {
  readonly preset?: string;
  readonly family: boolean;
  readonly n?: string;
  readonly D?: string;
  readonly q?: string;
  readonly batchSize?: string;
  readonly eps: string;
  readonly empirical: boolean;
  readonly lr?: string;
  readonly epochs?: string;
  readonly seeds?: string;
}

/** What the options say, as the library takes it; their texts are read here, their sense is checked there. */
function specFrom(path: string | undefined, options: Options): ThresholdsSpec {
  const { preset, family, n, D, q, batchSize, eps, empirical, lr, epochs, seeds } = options;
  if ([path !== undefined, preset !== undefined, family].filter(Boolean).length !== 1) {
    throw new InputError(
      "thresholds must be given one of a run file, --preset and --family, but has several or none; choose one",
    );
  }
  if (preset !== undefined) byName("--preset", PRESETS, preset);
  const [unused] = empirical ? [] : Object.entries({ lr, epochs, seeds }).filter(([, value]) => value !== undefined);
  if (unused !== undefined) {
    throw new InputError(
      `--${unused[0]} must come with --empirical, but stands alone; add it or leave --${unused[0]} out`,
    );
  }
  const epsilon = numberFrom("--eps", eps);
  if (!(epsilon >= 0 && epsilon < Infinity)) {
    throw new InputError(`--eps must be a finite number >= 0, but is ${show(eps)}; correct it`);
  }
  if (D !== undefined) rationalFrom("--D", D);
  return {
    ...{ family, empirical, eps: epsilon },
    ...{ preset, D },
    run: path === undefined ? undefined : (readData(path) as RunFile),
    n: ifGiven(n, (text) => integersFrom("--n", text, family ? 8 : 1)),
    q: ifGiven(q, (text) => integersFrom("--q", text, 2, 1000)),
    batchSize: ifGiven(batchSize, (text) => integersFrom("--batch-size", text, 1)),
    lr: ifGiven(lr, (text) => numberFrom("--lr", text)),
    epochs: ifGiven(epochs, (text) => integerFrom("--epochs", text, 1)),
    seeds: ifGiven(seeds, (text) => parseSeeds(text, "--seeds")),
  };
}

/** Arguments, options and action of `adamcheck thresholds`. */
export function thresholdsCommand(command: Command): void {
  command
    .argument("[run]", "run file (JSON or YAML) whose setting is meant, or - for standard input")
    .option("--preset <name>", "the setting, by name")
    .option("--family", "the scaling family, at every --n", false)
    .option("--n <list>", "training examples (family default: 64,128,256)")
    .option("--D <rational>", "d = n^D: of --family, and of the order column (default: symbolic there)")
    .option("--q <list>", "powers of the activation (default: the setting's)")
    .option(
      "--batch-size <list>",
      "batch sizes (default: the full batch); those above n are left out, and so is what is known for the full batch alone",
    )
    .option("--eps <number>", "Adam's epsilon", "1e-8")
    .option("--empirical", "find the thresholds by training, too", false)
    .option("--lr <number>", "with --empirical, Adam's (default: sigma0/200)")
    .option("--epochs <integer>", "with --empirical, Adam's (default: 1.5/lr)")
    .option("--seeds <list>", `with --empirical (default: ${THRESHOLD_SEEDS})`);
  withColumn(withOut(withLoad(command), FORMATS));
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 2 bad input, 130 interrupted (what was found by then is printed)",
    examples: [
      "adamcheck thresholds --preset paper",
      "adamcheck thresholds --family --n 64,256,1024 --D 6 --q 3,4 --format latex",
    ],
  }).action(async (path: string | undefined, options: Options) => {
    const spec = specFrom(path, options);
    const rows = await interruptible(command.name(), (long) => thresholds(spec, long));
    deliver(rows, FORMATS, options);
    if (rows.some((row) => row.empirical?.interrupted)) process.exitCode = 130;
  });
}
