import type { Decimal } from "decimal.js";
import { InputError } from "../../setting/inputError.ts";
import { statementLatex } from "../order/latex.ts";
import { against, cornerOf, type Ends } from "./corner.ts";
import { logAround, neighbour, numberWithLog, wholeWithLog } from "./decimal.ts";
import { exactly } from "./exactly.ts";
import { type HalfLine, halfLine } from "./halfLine.ts";
import { inequalityOf, type Question, questionOf } from "./question.ts";
import { recheck } from "./recheck.ts";
import { certainly, type Inequality, slackOn } from "./slack.ts";

/** From where on an inequality holds, constants and all. */
export interface From {
  readonly statement: string;
  readonly latex: string;
  /** Whether it holds beyond the bounds, fails beyond them, or neither is proved. */
  readonly verdict: "holds" | "fails" | "not decided";
  /** Of each symbol the bound, in six digits; of those that get small, from above. */
  readonly bounds: Readonly<Record<string, { readonly at: string; readonly side: "from" | "to" }>>;
  /** Symbols whose bound cannot be moved by a unit of its last digit: the inequality fails there. */
  readonly sharp: readonly string[];
  /** Of n alone: the least whole number from which on it holds. */
  readonly whole?: string;
  readonly reason: string;
  /** Points at which decimals confirmed it. */
  readonly rechecked: number;
}

/** The papers' quantities that are small where the others are large. */
const SMALL: ReadonlySet<string> = new Set(["sigmaP", "alpha", "sigma0", "eta", "lambda", "eps", "b1", "b2"]);

/** Numbers are 1 or more, small ones 1 or less. */
const LEAST = 0;

/** 93.3545, 1.6618e6. */
const shown = (x: Decimal): string => (Math.abs(x.e) < 6 ? x.toString() : x.toExponential()).replace("e+", "e");

/** Beyond 2^53 whole numbers are not told apart. */
const LARGEST_WHOLE = 9e15;

/** The least whole number whose logarithm is not below a bound, if the one before surely fails. */
function wholeFrom(inequality: Inequality, log: number): string | undefined {
  const whole = wholeWithLog(log);
  if (whole.gt(LARGEST_WHOLE)) return undefined;
  const before = whole.sub(1);
  const fails =
    before.gte(1) && (certainly(inequality, [logAround(before)]) ?? exactly(inequality, before.toFixed())) === false;
  return fails || whole.eq(1) ? whole.toString() : undefined;
}

/** What was found, told and confirmed. */
function told(
  { statement, sides }: Question,
  inequality: Inequality,
  verdict: "holds" | "fails",
  ends: Ends,
  { bounds, reason, line }: { readonly bounds: readonly Decimal[]; readonly reason: string; readonly line?: HalfLine },
): From {
  const { names } = inequality.meaning;
  const box = bounds.map(logAround);
  const sharp = names.filter((_, k) => {
    const moved = logAround(neighbour(bounds[k] as Decimal, ends[k] === "large" ? -1 : 1));
    const within = ends[k] === "large" ? moved.lo >= LEAST : moved.hi <= LEAST;
    return (
      within &&
      certainly(
        inequality,
        box.map((at, place) => (place === k ? moved : at)),
      ) === false
    );
  });
  const at = (name: string) => bounds[names.indexOf(name)] as Decimal;
  const claimed = Object.fromEntries(names.map((name) => [name, at(name)]));
  const checked = recheck(
    { left: sides.left, right: sides.right, strict: sides.strict, defined: sides.defined },
    {
      from: claimed,
      large: new Set(names.filter((_, k) => ends[k] === "large")),
      fails: sharp.map((name) => ({
        ...claimed,
        [name]: neighbour(at(name), ends[names.indexOf(name)] === "large" ? -1 : 1),
      })),
      rises: line?.rises ? numberWithLog(line.tail, true) : undefined,
    },
  );
  if (checked.wrong !== undefined) throw new Error(`intervals and decimals disagree: ${checked.wrong}`);
  const whole = line && names[0] === "n" ? wholeFrom(inequality, line.start) : undefined;
  return {
    statement: statement.text,
    latex: statementLatex(statement),
    verdict,
    bounds: Object.fromEntries(
      names.map((name, k) => [name, { at: shown(bounds[k] as Decimal), side: ends[k] === "large" ? "from" : "to" }]),
    ),
    sharp,
    ...(whole === undefined ? {} : { whole }),
    reason,
    rechecked: checked.points,
  };
}

const undecided = ({ statement }: Question, reason: string): From => ({
  statement: statement.text,
  latex: statementLatex(statement),
  verdict: "not decided",
  bounds: {},
  sharp: [],
  reason,
  rechecked: 0,
});

/** Numbers of more digits are not counted out. */
const MOST_DIGITS = 15;

/** Whether an inequality holds from a number on, up to where it is proved: exactly at the number, and it does not get harder between. */
function reaches(inequality: Inequality, from: Decimal, start: number): boolean {
  if (from.lt(1) || from.e > MOST_DIGITS || exactly(inequality, from.toFixed()) !== true) return false;
  const slack = slackOn(inequality, [{ lo: logAround(from).lo, hi: start }]);
  return typeof slack === "object" && (slack.slopes[0]?.lo ?? -1) >= 0;
}

function ofOne(question: Question): From {
  const inequality = inequalityOf(question);
  const [name] = question.symbols as [string];
  const found = halfLine(inequality, LEAST);
  if (found === "fails") {
    const { left, right, strict, defined } = question.sides;
    const opposite = { ...question, sides: { left: right, right: left, strict: !strict, defined } };
    return ofHalfLine(opposite, "fails", halfLine(inequalityOf(opposite), LEAST));
  }
  if (found) return ofHalfLine(question, "holds", found);
  return undecided(
    question,
    `neither that it holds nor that it fails from some ${name} on was proved by slopes in intervals`,
  );
}

/** Why it holds, or fails, on a half-line. */
function reasonFor(name: string, verdict: "holds" | "fails", { tail, rises, pieces }: HalfLine): string {
  const slack = verdict === "holds" ? "right/left" : "left/right";
  const where = `${name} = ${shown(numberWithLog(tail, true))}`;
  const beyond = rises
    ? `${slack} is at least 1 at ${where} and does not fall from there on`
    : `it ${verdict} from ${where} on by intervals around both sides`;
  return pieces.length > 0
    ? `${beyond}; below that it ${verdict} on each of ${pieces.length} intervals down to the bound`
    : beyond;
}

function ofHalfLine(question: Question, verdict: "holds" | "fails", found: ReturnType<typeof halfLine>): From {
  const [name] = question.symbols as [string];
  if (found === undefined || found === "fails") return undecided(question, `where it fails from was not found`);
  const { start } = found;
  const reason = reasonFor(name, verdict, found);
  const inequality = inequalityOf(question);
  const near = numberWithLog(start, true);
  const above = logAround(near).lo >= start ? near : neighbour(near, 1);
  const below = neighbour(above, -1);
  const reached = reaches(inequality, below, start);
  const bound = reached ? below : above;
  return told(question, inequality, verdict, ["large"], {
    bounds: [bound],
    reason,
    line: { ...found, start: reached ? logAround(bound).lo : start },
  });
}

function ofSeveral(question: Question): From {
  const inequality = inequalityOf(question);
  const { symbols } = question;
  const ends: Ends = symbols.map((name) => (SMALL.has(name) ? "small" : "large"));
  const corner = cornerOf(inequality, ends);
  if (corner === undefined) {
    const harder = against(inequality, ends).map((k) => `${symbols[k]} ${ends[k] === "large" ? "grows" : "falls"}`);
    return undecided(
      question,
      harder.length > 0
        ? `it is harder the more ${harder.join(" and ")}, so no bounds of single symbols will do; define one by another (--define d=n^2)`
        : "no bounds of single symbols were found beyond which slopes in intervals prove it",
    );
  }
  return told(question, inequality, "holds", ends, {
    bounds: corner,
    reason: "right/left is at least 1 at that corner and beyond it, by its slopes in the symbols",
  });
}

/**
 * From where on an inequality holds for ever, constants and all.
 *
 * @param text "log(n)^3 <= n", with <=, <, >= or >, in any names, each positive: n and what is no small quantity of the papers 1 or more
 * @param define names that stand for formulas or numbers: { d: "n^6", q: "3" }
 * @returns of one symbol the least bound in six digits; of several, bounds beyond which it holds; each proved by intervals and confirmed in decimals
 * @throws InputError if it is no inequality
 * Source: ours: log(right/left) is enclosed in intervals with its slopes in log n; it does not fall beyond a tail, and branch and bound goes down from there.
 * @example
 * from("log(n)^3 <= n").bounds.n.at // => "93.3545"
 * from("9 sqrt(n) log n <= n/10").whole // => "1661797"
 */
export function from(text: string, define: Readonly<Record<string, string>> = {}): From {
  const question = questionOf(text, define);
  if (question.symbols.length === 0) {
    throw new InputError("an inequality must have a symbol such as n, but has numbers alone; put one in it");
  }
  const [first = "", ...others] = question.symbols;
  return others.length === 0 && !SMALL.has(first) ? ofOne(question) : ofSeveral(question);
}
