import type { Command } from "commander";
import { HYPOTHESES } from "../bounds/hypotheses/hypotheses.ts";
import { parseDynamics } from "../dynamics/run.ts";
import { audit } from "../library/audit.ts";
import { auditText } from "../report/auditText.ts";
import { runWarnings } from "../sim/run.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { withLoad } from "./loadOwn.ts";
import { namedNumbers } from "./namedValues.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";
import { warn } from "./output.ts";
import { type PresetOptions, withPreset } from "./presetOptions.ts";
import { runInput } from "./runInput.ts";

const HYPOTHESIS_LIST = HYPOTHESES.map(
  ({ id, anyOf, meaning }) => `  ${id.padEnd(20)}${anyOf.map(({ text }) => text).join(" or ")}\n      ${meaning}`,
).join("\n");

const ABOUT = `
Says, before anything is run, which theorems apply to a run and why not: each hypothesis as the ratio of its sides, with the constant 1 (4 to both
sides for Theta, and up to (log n)^2 where the papers have polylog n) or yours; whether supports are disjoint, and how likely that was; how long the moments remember; a warning where n/b is not above twice the boundary of the flip
(docs/notes/one-boundary.md); and the weight decays at which this start's feature and noise stop growing under Adam.

The run file is one of \`simulate\` or \`dynamics\`; given batches are taken to be as large as the first. With --preset instead, the optimizer is that of the papers' experiment unless told otherwise:
Adam, lr 5e-5, weight decay 1e-5 (AdamW: 0.01), half of the examples a batch.

Hypotheses, for --constant:
${HYPOTHESIS_LIST}`;

const FORMATS = textAndJson(auditText);

interface Options extends PresetOptions, OutOptions {
  readonly constant?: readonly string[];
}

/** Arguments, options and action of `adamcheck audit`. */
export function auditCommand(command: Command): void {
  command.argument("[run]", "run file (JSON or YAML), or - for standard input");
  withPreset(command, "epochs");
  withOut(withLoad(command).option("--constant <name=value...>", "your constant of a hypothesis"), FORMATS);
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: ["adamcheck audit --preset paper"],
  }).action((path: string | undefined, options: Options) => {
    const names = HYPOTHESES.map(({ id }) => id);
    const constants = namedNumbers("--constant", options.constant, "noise-l1=2", names);
    const spec = runInput("audit", path, options);
    for (const warning of runWarnings(parseDynamics(spec))) warn(warning);
    const found = audit(spec, { constants });
    deliver(found, FORMATS, options);
  });
}
