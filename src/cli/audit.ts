import type { Command } from "commander";
import { audit } from "../bounds/audit.ts";
import { HYPOTHESES } from "../bounds/hypotheses/hypotheses.ts";
import { parseDynamics } from "../dynamics/run.ts";
import { auditText } from "../report/auditText.ts";
import { InputError, show } from "../setting/inputError.ts";
import { runWarnings } from "../sim/run.ts";
import { readData } from "./files.ts";
import { namedNumbers } from "./namedValues.ts";
import { numberFrom } from "./numbers.ts";
import { print, warn, write } from "./output.ts";
import { type PresetRunOptions, presetRun } from "./presetRun.ts";

const HYPOTHESIS_LIST = HYPOTHESES.map(
  ({ id, anyOf, meaning }) =>
    `  ${id.padEnd(20)}${anyOf.map(({ text }) => text).join(" or ")}\n${" ".repeat(22)}${meaning}`,
).join("\n");

const HELP = `
Says, before anything is run, which theorems apply to a run and why not: each hypothesis as the ratio of its sides, with the constant 1 (4 to both
sides for Theta, and up to (log n)^2 where the papers have polylog n) or yours; whether supports are disjoint, and how likely that was; how long the moments remember; and the weight decays
at which this start's feature and noise stop growing under Adam.

The run file is one of \`simulate\` or \`dynamics\`; given batches are taken to be as large as the first. With --preset instead, the optimizer is that of the papers' experiment unless told otherwise:
Adam, lr 5e-5, weight decay 1e-5 (AdamW: 0.01), half of the examples a batch.

Hypotheses, for --constant:
${HYPOTHESIS_LIST}

Exit codes: 0 done, 2 bad input.`;

interface Options extends PresetRunOptions {
  readonly seed?: string;
  readonly constant?: readonly string[];
  readonly json: boolean;
}

function inputFrom(path: string | undefined, options: Options): unknown {
  const { preset, optimizer, lr, weightDecay, batchSize, seed } = options;
  if (path === undefined && preset === undefined) {
    throw new InputError("audit must be given a run file or --preset, but has neither; add one");
  }
  if (path === undefined) {
    return { ...presetRun(options), epochs: 1, ...(seed !== undefined && { seed: numberFrom("--seed", seed) }) };
  }
  const ofPreset = Object.entries({
    preset,
    optimizer,
    lr,
    "weight-decay": weightDecay,
    "batch-size": batchSize,
    seed,
  });
  const [extra] = ofPreset.find(([, value]) => value !== undefined) ?? [];
  if (extra !== undefined) {
    throw new InputError(
      `--${extra} must stand alone, but ${show(path)} already says it; change the run file or leave it out`,
    );
  }
  return readData(path);
}

/** Arguments, options and action of `adamcheck audit`. */
export function auditCommand(command: Command): void {
  command
    .argument("[run]", "run file (JSON), or - for standard input")
    .option("--preset <name>", "a setting by name, instead of a run file")
    .option("--optimizer <name>", "with --preset (default: adam)")
    .option("--lr <number>", "with --preset (default: 5e-5)")
    .option("--weight-decay <number>", "with --preset (default: that of the papers)")
    .option("--batch-size <integer>", "with --preset (default: n/2)")
    .option("--seed <integer>", "with --preset (default: 1)")
    .option("--constant <name=value...>", "your constant of a hypothesis")
    .option("--json", "print JSON", false)
    .addHelpText("after", HELP)
    .action((path: string | undefined, options: Options) => {
      const names = HYPOTHESES.map(({ id }) => id);
      const constants = namedNumbers("--constant", options.constant, "noise-l1=2", names);
      const run = parseDynamics(inputFrom(path, options));
      for (const warning of runWarnings(run)) warn(warning);
      const found = audit(run, constants);
      if (options.json) write(`${JSON.stringify(found)}\n`);
      else print(auditText(found));
    });
}
