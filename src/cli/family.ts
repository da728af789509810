import type { Command } from "commander";
import { CONDITIONS, hypothesisNamed } from "../bounds/hypotheses/hypotheses.ts";
import { family } from "../library/family.ts";
import { familyText } from "../report/familyText.ts";
import { familyConstantsSchema } from "../setting/familyConstants.ts";
import { aboutField } from "../setting/fields.ts";
import { InputError, show } from "../setting/inputError.ts";
import { mustName } from "../setting/nearest.ts";
import { deliver } from "./deliver.ts";
import { withHelp } from "./help.ts";
import { namedValues } from "./namedValues.ts";
import { numberFrom } from "./numbers.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";

/** The constants that have an option of their own, and its name among the options. */
const OPTIONS = { D: "D", q: "q", lambda: "weightDecay" } as const;
const NAMES = Object.keys(familyConstantsSchema.shape) as (keyof typeof familyConstantsSchema.shape)[];

const DEFAULTS = familyConstantsSchema.parse({});

const CONSTANT_LIST = NAMES.map((name) => {
  const { meaning, range } = aboutField(familyConstantsSchema.shape[name]);
  return `  ${name.padEnd(11)}${String(DEFAULTS[name] ?? "derived").padEnd(9)}${meaning}; ${range}`;
}).join("\n");

const CONDITION_LIST = CONDITIONS.map((id) => `  ${id.padEnd(20)}${hypothesisNamed(id).meaning}`).join("\n");

const ABOUT = `
The constants, their defaults, meanings and ranges (log is natural; eta = lr, lambda = weightDecay):
${CONSTANT_LIST}

The conditions, each a ratio left/right with the constant 1 (Theta: 4 to both sides, and up to (log n)^2 where the papers have polylog n):
${CONDITION_LIST}

"drawable" says that every integer is below 2^53, so that the setting of --json may be the "setting" of a run file.
simulate keeps every weight in memory, so it takes only small n, and says so where they do not fit.`;

interface Options extends Partial<Record<(typeof OPTIONS)[keyof typeof OPTIONS], string>>, OutOptions {
  readonly n: string;
  readonly constant?: readonly string[];
}

/** The constants given, by options of their own and by --constant, each once. */
function constantsFrom(options: Options): Record<string, number> {
  const own = Object.entries(OPTIONS).flatMap(([name, option]): [string, string][] => {
    const text = options[option];
    return text === undefined ? [] : [[name, text]];
  });
  const named = Object.entries(namedValues("--constant", options.constant, "cS=2"));
  for (const [name] of named) mustName("--constant", name, NAMES);
  const given = new Map<string, number>();
  for (const [name, text] of [...own, ...named]) {
    if (given.has(name))
      throw new InputError(`${name} must be given once, but is given again as ${show(text)}; keep one`);
    given.set(name, numberFrom(name, text));
  }
  return Object.fromEntries(given);
}

const FORMATS = textAndJson(familyText);

/** Arguments, options and action of `adamcheck family`. */
export function familyCommand(command: Command): void {
  command
    .option("--n <list>", "training examples, such as 64,128,256: integers from 8 to 10^6", "64,128,256")
    .option("--D <number>", `d = n^D (default: ${DEFAULTS.D})`)
    .option("--q <integer>", `power of the activation (default: ${DEFAULTS.q})`)
    .option("--weight-decay <number>", `weight decay, the same for every n (default: ${DEFAULTS.lambda})`)
    .option("--constant <name=value...>", "any constant of the list below");
  withOut(command, FORMATS);
  withHelp(command, {
    about: ABOUT,
    exits: "0 done, 2 bad input",
    examples: ["adamcheck family --n 64,256 --D 6"],
  }).action((options: Options) => {
    const n = options.n.split(",").map((text) => numberFrom("n", text.trim()));
    deliver(family({ n, constants: constantsFrom(options) }), FORMATS, options);
  });
}
