import type { Decimal } from "decimal.js";
import { statementLatex } from "../order/latex.ts";
import type { Ends } from "./corner.ts";
import { logAround, neighbour, numberWithLog, wholeWithLog } from "./decimal.ts";
import { exactly } from "./exactly.ts";
import type { HalfLine } from "./halfLine.ts";
import type { Question } from "./question.ts";
import { recheck } from "./recheck.ts";
import { certainly, type Inequality } from "./slack.ts";

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

/** Numbers are 1 or more, small ones 1 or less. */
export const LEAST = 0;

/** 93.3545, 1.6618e6. */
export const shown = (x: Decimal): string => (Math.abs(x.e) < 6 ? x.toString() : x.toExponential()).replace("e+", "e");

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
export function told(
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

/** Neither proved. */
export const undecided = ({ statement }: Question, reason: string): From => ({
  statement: statement.text,
  latex: statementLatex(statement),
  verdict: "not decided",
  bounds: {},
  sharp: [],
  reason,
  rechecked: 0,
});
