import { Decimal } from "decimal.js";
import type { Formula } from "../order/formula.ts";
import { type Values, valueOf } from "../order/valueOf.ts";
import { symbolsOf } from "./symbolsOf.ts";

/** An inequality as it was read. */
export interface Sides {
  readonly left: Formula;
  readonly right: Formula;
  readonly strict: boolean;
  readonly defined: ReadonlyMap<string, Formula>;
}

/** What an answer says that points can contradict. */
export interface Claim {
  /** Bounds of the symbols, and which of them the symbols may exceed: the others may fall below theirs. */
  readonly from: Readonly<Record<string, Decimal>>;
  readonly large: ReadonlySet<string>;
  /** Points at which the inequality is said to fail. */
  readonly fails: readonly Readonly<Record<string, Decimal>>[];
  /** Whether log(right/left) is said to rise beyond this value of the one symbol. */
  readonly rises?: Decimal | undefined;
}

/** Names that stand for formulas get their values, too. */
function completed(values: Readonly<Record<string, Decimal>>, defined: Sides["defined"]): Values {
  const all: Record<string, string> = Object.fromEntries(Object.entries(values).map(([name, x]) => [name, `${x}`]));
  const settle = (name: string): void => {
    const definition = defined.get(name);
    if (definition === undefined || Object.hasOwn(all, name)) return;
    symbolsOf(definition.tree).forEach(settle);
    all[name] = valueOf(definition, all).toString();
  };
  for (const name of defined.keys()) settle(name);
  return all;
}

/** Of 30 digits the last six are not trusted. */
const ROUNDING = new Decimal("1e-24");

const equalButForRounding = ([left, right]: readonly [Decimal, Decimal]): boolean =>
  left.sub(right).abs().lte(Decimal.max(left.abs(), right.abs()).mul(ROUNDING));

/**
 * Looks for points that contradict an answer, in decimals: beyond the bounds the inequality must hold, at others it must fail, and its slack must rise.
 *
 * @param sides the inequality
 * @param claim what is said of it
 * @returns how many points were tried, and the first that contradicts, if any
 * Source: ours; no code is shared with the intervals that found the answer.
 */
export function recheck(sides: Sides, claim: Claim): { readonly points: number; readonly wrong?: string } {
  const names = Object.keys(claim.from);
  const at = (values: Readonly<Record<string, Decimal>>) => {
    const known = completed(values, sides.defined);
    return [valueOf(sides.left, known), valueOf(sides.right, known)] as [Decimal, Decimal];
  };
  const holds = ([left, right]: readonly [Decimal, Decimal]) => (sides.strict ? left.lt(right) : left.lte(right));
  const told = (values: Readonly<Record<string, Decimal>>) =>
    names.map((name) => `${name} = ${(values[name] as Decimal).toSignificantDigits(8)}`).join(", ");
  /** The corner moved outwards, in all symbols or in one. */
  const moved = (factor: Decimal, only?: string) =>
    Object.fromEntries(
      Object.entries(claim.from).map(([name, x]) => {
        const step = only === undefined || only === name ? factor : new Decimal(1);
        return [name, claim.large.has(name) ? x.mul(step) : x.div(step)];
      }),
    );
  const factors = [...[1, 1.000001, 1.01, 1.5], ...Array.from({ length: 30 }, (_, k) => 2 ** (k + 1)), 1e15, 1e30].map(
    (x) => new Decimal(x),
  );
  let points = 0;
  let before: Decimal | undefined;
  for (const only of names.length > 1 ? [undefined, ...names] : [undefined]) {
    for (const factor of factors) {
      const place = moved(factor, only);
      const both = at(place);
      if (both.some((value) => !value.isFinite())) continue;
      points++;
      if (!holds(both) && !equalButForRounding(both)) return { points, wrong: `it fails at ${told(place)}` };
      const [x] = Object.values(place) as [Decimal];
      if (claim.rises === undefined || x.lt(claim.rises) || !both.every((value) => value.gt(0))) continue;
      const slack = both[1].ln().sub(both[0].ln());
      if (before?.sub(slack).gt(1e-20)) return { points, wrong: `its slack falls before ${told(place)}` };
      before = slack;
    }
  }
  for (const place of claim.fails) {
    points++;
    const both = at(place);
    if (holds(both) && !equalButForRounding(both)) return { points, wrong: `it holds at ${told(place)}` };
  }
  return { points };
}
