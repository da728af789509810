import type { Decimal } from "decimal.js";
import { InputError } from "../../setting/inputError.ts";
import { type From, LEAST, shown, told, undecided } from "./answer.ts";
import { against, cornerOf, type Ends } from "./corner.ts";
import { logAround, neighbour, numberWithLog } from "./decimal.ts";
import { exactly } from "./exactly.ts";
import { type HalfLine, halfLine } from "./halfLine.ts";
import { inequalityOf, type Question, questionOf } from "./question.ts";
import { type Inequality, slackOn } from "./slack.ts";

/** The papers' quantities that are small where the others are large. */
const SMALL: ReadonlySet<string> = new Set(["sigmaP", "alpha", "sigma0", "eta", "lambda", "eps", "b1", "b2"]);

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
