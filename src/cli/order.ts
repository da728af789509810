import type { Command } from "commander";
import { analyse, compareFormulas } from "../bounds/order/analyse.ts";
import { DOMAIN, rangeText } from "../bounds/order/domain.ts";
import { FAMILY_ORDERS } from "../bounds/order/scaling.ts";
import { scalingOf } from "../bounds/order/scalingOf.ts";
import { FUNCTIONS, SYMBOLS } from "../bounds/order/symbols.ts";
import { orderReportText } from "../report/orderText.ts";
import { InputError } from "../setting/inputError.ts";
import { readText } from "./files.ts";
import { namedValues } from "./namedValues.ts";
import { print, write } from "./output.ts";

const SYMBOL_LIST = Object.entries(SYMBOLS)
  .map(([name, { meaning }]) => `  ${name.padEnd(8)}${meaning.padEnd(40)}${FAMILY_ORDERS[name] ?? ""}`)
  .join("\n");
const EXPONENT_LIST = Object.entries(DOMAIN)
  .map(([name, { meaning }]) => `  ${name.padEnd(12)}${meaning.padEnd(34)}${rangeText(name)}`)
  .join("\n");

const HELP = `
A bound is a formula, "sigma0^(q-2)*sigmaP/n", or a statement, "lambda = o(sigma0^(q-2)*sigmaP/n)", with o, O, Theta, Omega, omega, each also
with ~ (powers of log n forgotten), or "formula < formula" (from some n on, whatever the constants). Functions: ${Object.keys(FUNCTIONS).join(", ")} (log is natural). Orders are exact; constants count as 1.

Symbols, and their orders in the scaling family:
${SYMBOL_LIST}

Exponents; those that are not set stay symbolic, and the answer is the region of them where a statement holds:
${EXPONENT_LIST}
Set unless told otherwise: powerEta = D/2 - 1 + (q - 1) D/4, logSigmaP = logAlpha = logM = 1.

  adamcheck order "sigma0^(q-2)" --compare "min(B^2/n, 1)" --set D=6 q=3
  adamcheck order "T = O(1/(eta*s*sigmaP))" --define "T=n^2/eta"

Exit codes: 0 done, 1 a statement fails in the whole domain, 2 bad input.`;

interface Options {
  readonly compare?: string;
  readonly file?: string;
  readonly set?: readonly string[];
  readonly define?: readonly string[];
  readonly json: boolean;
}

/** The bounds given: one as an argument, and one a line of a file; lines that are empty or begin with # are skipped. */
function boundsFrom(bound: string | undefined, file: string | undefined): string[] {
  const lines = file === undefined ? [] : readText(file).split(/\r?\n/);
  const bounds = [...(bound === undefined ? [] : [bound]), ...lines.filter((line) => !/^\s*(#|$)/.test(line))];
  if (bounds.length === 0) {
    throw new InputError("order must be given a bound, as an argument or in --file, but there is none; add one");
  }
  return bounds;
}

/** Arguments, options and action of `adamcheck order`. */
export function orderCommand(command: Command): void {
  command
    .argument("[bound]", "a formula or a statement")
    .option("--compare <formula>", "decide every relation of the bound, a formula, to this one")
    .option("--file <file>", "bounds, one a line (- for standard input); # begins a comment")
    .option("--set <name=value...>", "exponents: D=6, beta=1/2, l=D/4")
    .option("--define <name=formula...>", "quantities that are new or grow otherwise: s=n^2")
    .option("--json", "print JSON", false)
    .addHelpText("after", HELP)
    .action((bound: string | undefined, { compare, file, set, define, json }: Options) => {
      const scaling = scalingOf({
        exponents: namedValues("--set", set, "D=6"),
        quantities: namedValues("--define", define, "s=n^2"),
      });
      const reports = boundsFrom(bound, file).flatMap((text) =>
        compare === undefined ? [analyse(text, scaling)] : compareFormulas(text, compare, scaling),
      );
      if (json) write(`${JSON.stringify({ bounds: reports })}\n`);
      else print(orderReportText(reports));
      const fails = reports.some((report) => "verdict" in report && report.verdict === "fails");
      if (fails && compare === undefined) process.exitCode = 1;
    });
}
