import { InputError } from "../../../setting/inputError.ts";
import { relay } from "./relay.ts";

/** Answers a question at one value, which may take long: yields the share done, in (0, 1], and may end early when told `true`. */
export type Outcome = (value: number) => Generator<number, boolean, boolean | undefined>;

export interface SwitchOptions {
  /** Where the search begins, > 0. */
  readonly guess: number;
  /** Relative width of the last bracket: above <= (1 + tolerance) below. */
  readonly tolerance?: number;
  /** Factor between neighbouring values while the bracket is sought, and of the checks. */
  readonly growth?: number;
  /** Steps of `growth` away from the guess, at most, before the search gives up. */
  readonly reach?: number;
  /** Values checked beyond each end of the first bracket. */
  readonly checks?: number;
}

/** Where an outcome changes from true to false. */
export interface SwitchPoint {
  /** The outcome was true here; null where it never was. */
  readonly below: number | null;
  /** The outcome was false here; null where it never was. */
  readonly above: number | null;
  /** sqrt(below above); null where one of them is. */
  readonly estimate: number | null;
  /** Whether no value tried that is larger than a false one was true. */
  readonly monotone: boolean;
  /** Every value tried, ascending. */
  readonly tried: readonly { readonly value: number; readonly outcome: boolean }[];
  readonly interrupted?: boolean;
}

/** How often a bracket of ratio `growth` is halved, on the logarithmic scale, until its ratio is at most 1 + tolerance. */
const halvings = (growth: number, tolerance: number) => {
  let count = 0;
  for (let ratio = growth; ratio > 1 + tolerance; ratio = Math.sqrt(ratio)) count++;
  return count;
};

function checkOptions({ guess, tolerance, growth }: Required<SwitchOptions>): void {
  const rules: [string, boolean, string, number, string][] = [
    ["guess", guess > 0 && Number.isFinite(guess), "a finite number > 0", guess, "start near the threshold expected"],
    ["tolerance", tolerance >= 1e-12, "at least 1e-12", tolerance, "0.05 is 5%"],
    ["growth", growth > 1 && Number.isFinite(growth), "a finite number > 1", growth, "4 is usual"],
  ];
  for (const [field, holds, rule, value, advice] of rules) {
    if (!holds) throw new InputError(`${field} must be ${rule}, but is ${value}; ${advice}`);
  }
}

function summary(
  tried: { value: number; outcome: boolean }[],
  below: number | null,
  above: number | null,
): SwitchPoint {
  const ascending = tried.toSorted((a, b) => a.value - b.value);
  const firstFalse = ascending.findIndex(({ outcome }) => !outcome);
  return {
    below,
    above,
    estimate: below === null || above === null ? null : Math.sqrt(below) * Math.sqrt(above),
    monotone: firstFalse < 0 || ascending.slice(firstFalse).every(({ outcome }) => !outcome),
    tried: ascending,
  };
}

/**
 * Searches the value at which an outcome changes from true to false, on a logarithmic scale.
 *
 * From `guess` in steps of `growth` until the outcome changes: a bracket [below, above] with outcome(below), not outcome(above); then, by
 * its geometric mean, halved until above <= (1 + tolerance) below; then values beyond the first bracket are checked.
 *
 * @param outcome a function of a value > 0
 * @param options guess > 0; tolerance >= 1e-12, 0.05 unless given; growth > 1, 4; reach, 12 steps; checks, 2 a side
 * @returns a generator: yields the share done, in (0, 1], never falling; stops early when `next(true)` is called; its value: the bracket. Where
 *   outcomes are monotone it contains the switch. Where they are not (`monotone` false) it contains one switch of several.
 * @throws InputError where guess, tolerance or growth is out of its range
 * Source: bisection.
 * @example
 * const below10 = function* (x) { yield 1; return x < 10; };
 * const search = switchPoint(below10, { guess: 1, growth: 2, tolerance: 1, checks: 1 });
 * let at = search.next();
 * while (!at.done) at = search.next();
 * [at.value.below, at.value.above, at.value.monotone] // => [8, 16, true]
 */
export function* switchPoint(
  outcome: Outcome,
  options: SwitchOptions,
): Generator<number, SwitchPoint, boolean | undefined> {
  const settled = { tolerance: 0.05, growth: 4, reach: 12, checks: 2, ...options };
  checkOptions(settled);
  const { guess, tolerance, growth, reach, checks } = settled;
  const tried: { value: number; outcome: boolean }[] = [];
  const afterBracket = halvings(growth, tolerance) + 2 * checks;
  /** How many values are still to be tried, at least. */
  let due = afterBracket + 2;
  let shown = 0;
  let interrupted = false;

  /** The outcome at a value; undefined where it was not waited for. */
  function* ask(value: number): Generator<number, boolean | undefined, boolean | undefined> {
    const asked = yield* relay(outcome(value), (share) => {
      shown = Math.max(shown, (tried.length + share) / (tried.length + due));
      return shown;
    });
    interrupted = asked.stopped;
    if (interrupted) return undefined;
    tried.push({ value, outcome: asked.value });
    due--;
    return asked.value;
  }

  let below: number | null = null;
  let above: number | null = null;
  function* narrow(value: number): Generator<number, void, boolean | undefined> {
    const holds = yield* ask(value);
    if (holds === true) below = value;
    if (holds === false) above = value;
  }
  const open = () => !interrupted && (below === null || above === null);
  yield* narrow(guess);
  for (let steps = 1, value = guess; steps <= reach && open(); steps++) {
    due = afterBracket + 1;
    value = below === null ? value / growth : value * growth;
    yield* narrow(value);
  }
  let [low, high] = [below as number | null, above as number | null];
  if (low !== null && high !== null) {
    while (!interrupted && (above ?? 0) > (1 + tolerance) * (below ?? 0)) {
      yield* narrow(Math.sqrt(below ?? 0) * Math.sqrt(above ?? 0));
    }
    for (let k = 0; k < checks; k++) {
      low /= growth;
      high *= growth;
      if (!interrupted) yield* ask(low);
      if (!interrupted) yield* ask(high);
    }
  }
  return { ...summary(tried, below, above), ...((interrupted as boolean) && { interrupted: true }) };
}
