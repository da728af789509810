import type { Command } from "commander";
import { THRESHOLDS } from "../bounds/thresholdKinds.ts";
import { thresholds } from "../bounds/thresholds.ts";
import { type Table, toCsv, toLatex, toMarkdown, toText } from "../report/table.ts";
import { thresholdsTable } from "../report/thresholdsTable.ts";
import { explain } from "../setting/explain.ts";
import { familySetting } from "../setting/family.ts";
import { InputError, show } from "../setting/inputError.ts";
import { PRESETS } from "../setting/presets.ts";
import { type Setting, settingSchema } from "../setting/setting.ts";
import { interruptible } from "./interruptible.ts";
import { numberFrom } from "./namedValues.ts";
import { parseSeeds } from "./seeds.ts";

const KIND_LIST = THRESHOLDS.map(
  ({ name, optimizer, formula, about }) =>
    `  ${optimizer.padEnd(6)}${name.padEnd(19)}${(formula ?? "").padEnd(38)}${about}`,
).join("\n");

const HELP = `
Thresholds of weight decay in three readings: the order under the scaling family, the explicit finite-size value (of half of all starts; 5% and
95% of them in brackets), and with --empirical what training finds, seed by seed, by bisection of log lambda (full batch; median over
seeds with its distribution-free interval).

${KIND_LIST}

  adamcheck thresholds --preset paper --format latex
  adamcheck thresholds --family --n 64,256,1024 --D 6 --q 3,4
  adamcheck thresholds --preset small --empirical --seeds 1-6

Exit codes: 0 done, 2 bad input, 130 interrupted (what was found by then is printed).`;

const FORMATS: Readonly<Record<string, ((table: Table) => string) | undefined>> = {
  text: toText,
  md: toMarkdown,
  csv: toCsv,
  latex: toLatex,
  json: undefined,
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
  readonly seeds: string;
  readonly format: string;
}

/** Integers of a list such as 3,4,5. */
const integersFrom = (name: string, text: string, least: number): number[] =>
  text.split(",").map((part) => {
    const value = numberFrom(name, part.trim());
    if (!Number.isSafeInteger(value) || value < least) {
      throw new InputError(`${name} must list integers >= ${least}, but has ${show(part)}; correct it`);
    }
    return value;
  });

/** A preset, or members of the family at every n. */
function settingsFrom({ preset, family, n, D }: Options): Setting[] {
  if (family === (preset !== undefined)) {
    throw new InputError("thresholds must be given either --preset or --family, but has both or neither; choose one");
  }
  if (preset === undefined) {
    const constants = D === undefined ? {} : { D: numberFrom("--D", D) };
    return integersFrom("--n", n ?? "64,128,256", 8).map((size) => familySetting(size, constants).setting);
  }
  const found = Object.hasOwn(PRESETS, preset) ? PRESETS[preset]?.setting : undefined;
  if (!found) {
    throw new InputError(
      `--preset must be one of ${Object.keys(PRESETS).join(", ")}, but is ${show(preset)}; correct it`,
    );
  }
  return n === undefined ? [found] : integersFrom("--n", n, 1).map((size) => ({ ...found, n: size }));
}

/** Powers that a setting may have. */
function powersFrom(text: string | undefined): number[] {
  const qs = text === undefined ? [] : integersFrom("--q", text, 3);
  for (const q of qs) {
    const checked = settingSchema.shape.q.safeParse(q);
    if (!checked.success) throw explain(checked.error, q, "--q");
  }
  return qs;
}

/** A learning rate at which the start takes 200 steps to change, and steps enough for weights to reach order 1. */
function trainingFrom({ lr, epochs, seeds }: Options, settings: readonly Setting[]) {
  const sigma0 = Math.min(...settings.map((setting) => setting.sigma0));
  const rate = lr === undefined ? sigma0 / 200 : numberFrom("--lr", lr);
  if (!(rate > 0 && rate < 1)) throw new InputError(`--lr must be a number in (0, 1), but is ${show(lr)}; correct it`);
  return {
    lr: rate,
    epochs: epochs === undefined ? Math.ceil(1.5 / rate) : (integersFrom("--epochs", epochs, 1)[0] as number),
    seeds: parseSeeds(seeds, "--seeds"),
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
    .option("--batch <list>", "batch sizes (default: the full batch); those above n are left out")
    .option("--eps <number>", "Adam's epsilon", "1e-8")
    .option("--empirical", "find the thresholds by training, too", false)
    .option("--lr <number>", "with --empirical (default: sigma0/200)")
    .option("--epochs <integer>", "with --empirical (default: 1.5/lr)")
    .option("--seeds <list>", "with --empirical", "1-6")
    .option("--format <name>", Object.keys(FORMATS).join(", "), "text")
    .option("--json", "the same as --format json")
    .addHelpText("after", HELP)
    .action(async (given: Options & { json?: boolean }) => {
      const options = given.json ? { ...given, format: "json" } : given;
      const { format, batch, D, q, eps, empirical } = options;
      if (!Object.hasOwn(FORMATS, format)) {
        throw new InputError(
          `--format must be one of ${Object.keys(FORMATS).join(", ")}, but is ${show(format)}; correct it`,
        );
      }
      const settings = settingsFrom(options);
      const input = {
        settings,
        qs: powersFrom(q),
        batchSizes: batch === undefined ? ("full" as const) : integersFrom("--batch", batch, 1),
        ...(D !== undefined && { D }),
        eps: numberFrom("--eps", eps),
        ...(empirical && { training: trainingFrom(options, settings) }),
      };
      const rows = await interruptible(command.name(), thresholds(input));
      const draw = FORMATS[format];
      const text = draw ? draw(thresholdsTable(rows, format === "latex")) : JSON.stringify({ thresholds: rows });
      process.stdout.write(`${text}\n`);
      if (rows.some((row) => row.empirical?.interrupted)) process.exitCode = 130;
    });
}
