import type { Command } from "commander";
import type { ProofReport } from "../bounds/proof/check.ts";
import { checkProof } from "../library/checkProof.ts";
import { proofLatex } from "../report/latex/proofLatex.ts";
import { proofMarkdown } from "../report/proofMarkdown.ts";
import { proofText } from "../report/proofText.ts";
import { InputError } from "../setting/inputError.ts";
import { deliver } from "./deliver.ts";
import { readText } from "./files.ts";
import { withHelp } from "./help.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";
import { note } from "./output.ts";

const ABOUT = `
A proof's file has one thing a line; # begins a comment. Every name is a positive function of n, n goes to infinity, and nothing else is assumed ("adamcheck order --help" says what a statement is).

  given [NAME:] STATEMENT    a hypothesis; with several, "or" between them, one holds
  given conditions-A.1-A.2   hypotheses that have a name, as in "adamcheck order --given"
  define NAME = FORMULA      a name that stands for a formula
  set q = 3                  an exponent that gets a value; the others stay symbolic
  show [NAME:] STATEMENT     follows from what stands before it
  hence [NAME:] STATEMENT    the same; the step just before may be used whatever "by" says
  not [NAME:] STATEMENT      does not follow from what stands before it

A step may end in "by NAME, NAME": then only these are used. Each step is printed with what it uses and its derivation; the first that is not as it says ends the check, with a scaling that breaks it.`;

interface Options extends OutOptions {
  readonly watch: boolean;
}

const FORMATS = {
  ...textAndJson<ProofReport>((report) => proofText(report)),
  markdown: proofMarkdown,
  latex: proofLatex,
};

/** Milliseconds between two looks at a file. */
const PAUSE = 300;

/** Checks a file now and whenever what it says is another, until the process is ended. */
function watched(file: string, check: (text: string) => void): void {
  let last: string | undefined;
  let refused: string | undefined;
  const look = () => {
    try {
      const text = readText(file);
      refused = undefined;
      if (text === last) return;
      last = text;
      check(text);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      if (error.message !== refused) note(`error: ${error.message}`);
      refused = error.message;
    }
  };
  look();
  const timer = setInterval(look, PAUSE);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => clearInterval(timer));
}

/** Arguments, options and action of `adamcheck proof`. */
export function proofCommand(command: Command): void {
  command
    .argument("<file>", "a proof's file (- for standard input)")
    .option("--watch", "check it again whenever it changes", false);
  withOut(command, FORMATS);
  withHelp(command, {
    about: ABOUT,
    exits: "0 every step is as it says, 1 one is not, 2 bad input",
    examples: ["adamcheck proof examples/conditions.proof"],
  }).action((file: string, { watch, ...options }: Options) => {
    if (watch && (file === "-" || options.out !== undefined)) {
      throw new InputError(
        "--watch must be of a file that is printed, but standard input or --out is given; leave it out",
      );
    }
    const check = (text: string) => {
      const report = checkProof(text);
      deliver(report, FORMATS, options);
      process.exitCode = report.holds ? 0 : 1;
    };
    if (watch) watched(file, check);
    else check(readText(file));
  });
}
