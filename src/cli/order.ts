import type { Command } from "commander";
import { HYPOTHESIS_NAMES } from "../bounds/hypotheses/named.ts";
import { DOMAIN, rangeText } from "../bounds/order/domain.ts";
import { FAMILY_ORDERS } from "../bounds/order/scaling.ts";
import { FUNCTIONS, SYMBOLS } from "../bounds/order/symbols.ts";
import { follows } from "../library/follows.ts";
import { order } from "../library/order.ts";
import { orderFrom } from "../library/orderFrom.ts";
import { entailmentText } from "../report/entailmentText.ts";
import { fromText } from "../report/fromText.ts";
import { entailmentLatex } from "../report/latex/entailmentLatex.ts";
import { orderReportText } from "../report/orderText.ts";
import { InputError } from "../setting/inputError.ts";
import { deliver } from "./deliver.ts";
import { readText } from "./files.ts";
import { columns, withHelp } from "./help.ts";
import { namedValues } from "./namedValues.ts";
import { type OutOptions, textAndJson, withOut } from "./outOptions.ts";

const SYMBOL_LIST = columns(
  Object.entries(SYMBOLS).map(([name, { meaning }]) => [name, meaning, FAMILY_ORDERS[name] ?? ""]),
);
const EXPONENT_LIST = columns(Object.entries(DOMAIN).map(([name, { meaning }]) => [name, meaning, rangeText(name)]));

const ABOUT = `
A bound is a formula, "sigma0^(q-2)*sigmaP/n", or a statement, "lambda = o(sigma0^(q-2)*sigmaP/n)", with o, O, Theta, Omega, omega, each also
with ~ (powers of log n forgotten), or "formula < formula" (from some n on, whatever the constants). Functions: ${Object.keys(FUNCTIONS).join(", ")} (log is natural; n! and o(...), O(...) as terms). Orders are exact; constants count as 1.
They are written in plain letters, in LaTeX or in Unicode, mixed as they come: "\\sigma_0^{q-2} \\ll \\frac{B^2}{n} \\wedge 1", "σ₀ = Õ(n log³ n)", "n log n / d". What can be read in two ways, such as log n d, is refused with its place.
Beyond n^a (log n)^b (logs of logs, exp, 2^n, n!, binomials, differences) the exponents must have values; then the leading term is said with its constant, and what left/right tends to.

Symbols, and their orders in the scaling family:
${SYMBOL_LIST}

Exponents; those that are not set stay symbolic, and the answer is the region of them where a statement holds:
${EXPONENT_LIST}
Exponents of any other name are positive, of any size.
Set unless told otherwise: powerEta = D/2 - 1 + (q - 1) D/4, logSigmaP = logAlpha = logM = 1.

With --from constants count: of an inequality (<=, <, >=, >) in n, the least n from which on it holds for ever; of one in several names, bounds of each beyond which it holds. Nothing of the scaling family is assumed but what --set and --define say; names are 1 or more,
sigmaP, alpha, sigma0, eta, lambda, eps, b1 and b2 1 or less.

With --given nothing of the scaling family is assumed: every name, whatever it is, is a positive function of n, and the statement is decided from the hypotheses alone. A hypothesis is a statement,
several with "or" between them, or a name; "nothing" is none. The answer is "follows", with powers of hypotheses whose product the statement is; "fails", with a scaling of each name that meets all hypotheses and
breaks it; "contradictory", with hypotheses that are; or "not decided", with what is missing. Here <= and < look at constants, too. x = polylog(n) says x = Theta~(1); x = poly(n), that x lies between two powers of n, both > 0.
Hypotheses that have a name: ${HYPOTHESIS_NAMES.join(", ")}.`;

interface Options extends OutOptions {
  readonly compare?: string;
  readonly file?: string;
  readonly from?: boolean;
  readonly given?: readonly string[];
  readonly set?: readonly string[];
  readonly define?: readonly string[];
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

const FORMATS = textAndJson(({ bounds }: { bounds: ReturnType<typeof order> }, width) =>
  orderReportText(bounds, width),
);

type Claims = { readonly claims: readonly ReturnType<typeof follows>[] };
const ENTAILMENTS = {
  ...textAndJson<Claims>(({ claims }) => entailmentText(claims)),
  latex: ({ claims }: Claims) => entailmentLatex(claims),
};

/** Decides statements from hypotheses alone. */
function decideGiven(
  claims: readonly string[],
  given: readonly string[],
  { compare, set, define, ...options }: Options,
): void {
  if (compare !== undefined) {
    throw new InputError(
      "--given must come without --compare, but both are given; write the statement with its relation",
    );
  }
  const hypotheses = given.filter((one) => one.trim() !== "nothing");
  const from = {
    given: hypotheses,
    set: namedValues("--set", set, "q=3"),
    define: namedValues("--define", define, "T=n^2/eta"),
  };
  const found = claims.map((claim) => follows(claim, from));
  deliver({ claims: found }, ENTAILMENTS, options);
  if (found.some(({ verdict }) => verdict !== "follows")) process.exitCode = 1;
}

const FROMS = textAndJson(({ bounds }: { bounds: ReturnType<typeof orderFrom> }) => fromText(bounds));

/** From where on inequalities hold. */
function findFrom(bounds: readonly string[], { compare, given, set, define, ...options }: Options): void {
  if (compare !== undefined || given !== undefined) {
    throw new InputError(
      `--from must come without ${given === undefined ? "--compare" : "--given"}, but both are given; write the inequality with its constants`,
    );
  }
  const found = orderFrom(bounds, {
    set: namedValues("--set", set, "q=3"),
    define: namedValues("--define", define, "d=n^6"),
  });
  deliver({ bounds: found }, FROMS, options);
  if (found.some(({ verdict }) => verdict !== "holds")) process.exitCode = 1;
}

/** Arguments, options and action of `adamcheck order`. */
export function orderCommand(command: Command): void {
  command
    .argument("[bound]", "a formula or a statement")
    .option("--compare <formula>", "decide every relation of the bound, a formula, to this one")
    .option("--file <file>", "bounds, one a line (- for standard input); # begins a comment")
    .option("--from", "from where on an inequality holds, constants and all")
    .option("--given <hypothesis...>", "decide statements in any names from these alone")
    .option("--set <name=value...>", "exponents: D=6, beta=1/2, l=D/4")
    .option("--define <name=formula...>", "quantities that are new or grow otherwise: s=n^2");
  withOut(command, ENTAILMENTS);
  withHelp(command, {
    about: ABOUT,
    exits:
      "0 done, 1 a statement fails in the whole domain, or does not follow from what is given, or --from finds no place from which on it holds, 2 bad input",
    examples: [
      'adamcheck order "sigma0^(q-2)" --compare "min(B^2/n, 1)" --set D=6 q=3',
      'adamcheck order "T = O(1/(eta*s*sigmaP))" --define "T=n^2/eta"',
      'adamcheck order "x = o(z)" --given "x = O(y)" "y = o(z)"',
      'adamcheck order "9 sqrt(n) log n <= n/10" --from',
      "adamcheck order '\\sigma_0^{q-2} \\ll \\frac{B^2}{n} \\wedge 1'",
    ],
  }).action((bound: string | undefined, { file, from, given, ...more }: Options) => {
    if (from) return findFrom(boundsFrom(bound, file), { ...(given && { given }), ...more });
    if (given !== undefined) return decideGiven(boundsFrom(bound, file), given, more);
    const { compare, set, define, ...options } = more;
    if (options.format === "latex") {
      throw new InputError(
        "--format latex must come with --given, whose derivations it writes, but stands alone; leave it out",
      );
    }
    const bounds = order(boundsFrom(bound, file), {
      compare,
      set: namedValues("--set", set, "D=6"),
      define: namedValues("--define", define, "s=n^2"),
    });
    deliver({ bounds }, FORMATS, options);
    const fails = bounds.some((report) => "verdict" in report && report.verdict === "fails");
    if (fails && compare === undefined) process.exitCode = 1;
  });
}
