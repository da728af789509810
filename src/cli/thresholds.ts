import type { Command } from "commander";
import { THRESHOLDS } from "../bounds/thresholds/thresholdKinds.ts";
import { type ThresholdRow, thresholds } from "../bounds/thresholds/thresholds.ts";
import { parseSeeds } from "../experiments/seeds.ts";
import { toCsv, toLatex, toMarkdown, toText } from "../report/table.ts";
import { thresholdsData, thresholdsTable } from "../report/thresholdsTable.ts";
import { familySetting } from "../setting/family.ts";
import { InputError, show } from "../setting/inputError.ts";
import type { Setting } from "../setting/setting.ts";
import { checkSupports } from "../sim/runRules.ts";
import { interruptible } from "./interruptible.ts";
import { named } from "./named.ts";
import { integerFrom, integersFrom, numberFrom, rationalFrom } from "./numbers.ts";
import { print, write } from "./output.ts";
import { presetSetting } from "./presetSetting.ts";

const KIND_LIST = THRESHOLDS.map(
  ({ name, optimizer, formula, about }) =>
    `  ${optimizer.padEnd(6)}${name.padEnd(19)}${(formula ?? "").padEnd(38)}${about}`,
).join("\n");

const HELP = `
Thresholds of weight decay in three readings: the order under the scaling family, the explicit finite-size value (of half of all starts; 5% and
95% of them in brackets), and with --empirical what training finds, seed by seed, by bisection of log lambda (full batch; median over
seeds with its distribution-free interval). Adam's trainings are those of --lr and --epochs; AdamW's take steps of their own, short
beside its memory, to where it rests: betas (0.9, 0.9), eta lambda = 1/(100 (q-1)), 50/(eta lambda) steps.

${KIND_LIST}

  adamcheck thresholds --preset paper --format latex
  adamcheck thresholds --family --n 64,256,1024 --D 6 --q 3,4
  adamcheck thresholds --preset small --empirical --seeds 1-6

Exit codes: 0 done, 2 bad input, 130 interrupted (what was found by then is printed).`;

const SEEDS = "1-6";

const FORMATS: Readonly<Record<string, (rows: readonly ThresholdRow[]) => string>> = {
  text: (rows) => toText(thresholdsTable(rows)),
  md: (rows) => toMarkdown(thresholdsTable(rows)),
  csv: (rows) => toCsv(thresholdsData(rows)),
  latex: (rows) => toLatex(thresholdsTable(rows, true)),
  json: (rows) => JSON.stringify({ thresholds: rows }),
};

interface Options {
  readonly preset?: string;
  readonly family: boolean;
  readonly n?: string;
  readonly D?: string;
  readonly q?: string;
  readonly batch?: string;
  readonly eps: string;
  readonly empirical: boolean;
  readonly lr?: string;
  readonly epochs?: string;
  readonly seeds?: string;
  readonly format: string;
}

/** A preset, or members of the family at every n. */
function settingsFrom({ preset, family, n, D }: Options): Setting[] {
  if (family === (preset !== undefined)) {
    throw new InputError("thresholds must be given either --preset or --family, but has both or neither; choose one");
  }
  if (preset === undefined) {
    const constants = D === undefined ? {} : { D: rationalFrom("--D", D) };
    return integersFrom("--n", n ?? "64,128,256", 8).map((size) => familySetting(size, constants).setting);
  }
  const found = presetSetting(preset);
  const settings = n === undefined ? [found] : integersFrom("--n", n, 1).map((size) => ({ ...found, n: size }));
  settings.forEach(checkSupports);
  return settings;
}

/** A learning rate at which the start takes 200 steps to change, and steps enough for weights to reach order 1. */
function trainingFrom({ empirical, lr, epochs, seeds }: Options, settings: readonly Setting[]) {
  if (!empirical) {
    const [unused] = Object.entries({ lr, epochs, seeds }).find(([, value]) => value !== undefined) ?? [];
    if (unused === undefined) return undefined;
    throw new InputError(`--${unused} must come with --empirical, but stands alone; add it or leave --${unused} out`);
  }
  const sigma0 = Math.min(...settings.map((setting) => setting.sigma0));
  const rate = lr === undefined ? sigma0 / 200 : numberFrom("--lr", lr);
  if (!(rate > 0 && rate < 1)) throw new InputError(`--lr must be a number in (0, 1), but is ${show(lr)}; correct it`);
  return {
    lr: rate,
    epochs: epochs === undefined ? Math.ceil(1.5 / rate) : integerFrom("--epochs", epochs, 1),
    seeds: parseSeeds(seeds ?? SEEDS, "--seeds"),
  };
}

/** Arguments, options and action of `adamcheck thresholds`. */
export function thresholdsCommand(command: Command): void {
  command
    .option("--preset <name>", "the setting, by name")
    .option("--family", "the scaling family, at every --n", false)
    .option("--n <list>", "training examples (family default: 64,128,256)")
    .option("--D <rational>", "d = n^D: of --family, and of the order column (default: symbolic there)")
    .option("--q <list>", "powers of the activation (default: the setting's)")
    .option(
      "--batch <list>",
      "batch sizes (default: the full batch); those above n are left out, and so is what is known for the full batch alone",
    )
    .option("--eps <number>", "Adam's epsilon", "1e-8")
    .option("--empirical", "find the thresholds by training, too", false)
    .option("--lr <number>", "with --empirical, Adam's (default: sigma0/200)")
    .option("--epochs <integer>", "with --empirical, Adam's (default: 1.5/lr)")
    .option("--seeds <list>", `with --empirical (default: ${SEEDS})`)
    .option("--format <name>", Object.keys(FORMATS).join(", "), "text")
    .option("--json", "the same as --format json")
    .addHelpText("after", HELP)
    .action(async (given: Options & { json?: boolean }) => {
      const options = given.json ? { ...given, format: "json" } : given;
      const { format, batch, D, q, eps } = options;
      const draw = named("--format", FORMATS, format);
      const settings = settingsFrom(options);
      const training = trainingFrom(options, settings);
      const epsilon = numberFrom("--eps", eps);
      if (!(epsilon >= 0 && epsilon < Infinity)) {
        throw new InputError(`--eps must be a finite number >= 0, but is ${show(eps)}; correct it`);
      }
      if (D !== undefined) rationalFrom("--D", D);
      const input = {
        settings,
        qs: q === undefined ? [] : integersFrom("--q", q, 3, 1000),
        batchSizes: batch === undefined ? ("full" as const) : integersFrom("--batch", batch, 1),
        ...(D !== undefined && { D }),
        eps: epsilon,
        ...(training && { training }),
      };
      const rows = await interruptible(command.name(), thresholds(input));
      (format === "text" ? print : write)(`${draw(rows)}\n`);
      if (rows.some((row) => row.empirical?.interrupted)) process.exitCode = 130;
    });
}
