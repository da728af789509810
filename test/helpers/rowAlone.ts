import fc from "fast-check";
import { failing, holdsAt, type Letters } from "./rows.ts";

/** The letter that is moved to make a row fail, by factors as far as it takes; `rows` has their formulas. */
export const MOVES: Readonly<Record<string, keyof Letters>> = {
  ...{ "support-size": "d", "noise-size": "sigmaP", "feature-noise-size": "alpha", "start-size": "sigma0" },
  ...{ neurons: "m", "noise-l1": "sigmaP", "noise-l2": "sigmaP", "feature-noise": "alpha", "noise-step": "eta" },
  ...{ "support-step": "eta", "single-step": "eta", "sparse-noise": "d", "sparse-supports": "d" },
  ...{ "moment-ratio": "b2", "eps-size": "eps", "some-decay": "lambda", "adam-decay": "lambda" },
  ...{ "adam-strong-decay": "lambda", "gd-decay": "lambda", "adamw-decay-least": "lambda" },
  ...{ "adamw-decay-most": "lambda", "full-batch": "B", "large-batch": "B", "adamw-large-batch": "B" },
  ...{ "mini-batch": "eta", "adam-batch": "B", "adamw-mini-batch": "eta", "feature-outruns": "sigmaP" },
  ...{ "feature-far-outruns": "sigmaP", "feature-noise-wins": "alpha" },
};

/** What a move multiplies by, nearest first. */
const FACTORS = [1.02, 1.1, 1.25, 1.5, 2, 4, 8, 16, 64, 256, 1e3, 1e6].flatMap((x) => [x, 1 / x]);
const DRAWS = 12000;
const SEED = 1;

/** A third each near one end, near the other and anywhere: rows that bound one another leave only corners. */
const share = fc.oneof(
  fc.constant(0.02),
  fc.constant(0.98),
  fc.nat({ max: 1 << 20 }).map((k) => k / (1 << 20)),
);
const drawn = fc.record({
  n: fc.constantFrom(2, 4, 8, 16, 24, 32),
  q: fc.constantFrom(3, 4),
  ...{ s: share, noise: share, room: share, start: share, feature: share, width: share, batch: share },
  ...{ step: share, decay: share, eps: share, tight: fc.boolean() },
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

const along = (from: number, to: number, part: number) => from * (to / from) ** part;

/** Where a theorem's rows put weight decay. */
function decayOf(rows: readonly string[], at: Omit<Letters, "lambda" | "eps">, part: number): number {
  const { sigma0, q, sigmaP, n, B } = at;
  if (rows.includes("adam-strong-decay")) return sigma0 ** (q - 2) * along(1, 20, part);
  if (rows.includes("adamw-decay-least")) return along(Math.min(B ** 2 / n, 1), 1, part);
  return sigma0 ** (q - 2) * (rows.includes("adam-decay") ? sigmaP / n : 1) * along(0.01, 1, part);
}

/** Letters in and a little beyond what A.1 and A.2 leave. */
function lettersOf(rows: readonly string[], { n, q, tight, ...shares }: Drawn): Letters {
  // n/B = Omega(log(1/eps)) at small n asks that whatever makes eps large is large.
  const at = { ...shares, ...(tight && { noise: 0.98, start: 0.98, step: 0.98, decay: 0.98, eps: 0.98 }) };
  const s = Math.round(along(2, 600, at.s));
  const sigmaP = along(0.2, 1, at.noise) / Math.sqrt(s);
  const d = Math.round(((s * n * n) / along(0.25, 4, at.room)) ** 2);
  const sigma0 = Math.sqrt(along(0.25, 4, at.start) / Math.sqrt(d));
  const most = 4 * Math.log(n) ** 2;
  const alpha = sigmaP * along(0.25, most, at.feature);
  const eta = (sigma0 ** (q - 1) / s) * along(0.01, 1, at.step);
  const B = Math.max(1, Math.round(along(1, n, at.batch)));
  const m = Math.max(1, Math.round(along(1, Math.min(most, 6), at.width)));
  const rest = { n, q, s, sigmaP, d, sigma0, alpha, eta, B, m, b1: 0.9, b2: 0.99 };
  const lambda = decayOf(rows, rest, at.decay);
  return { ...rest, lambda, eps: lambda * eta * along(0.25, 4, at.eps) };
}

/** One letter moved; eps, which is of the order of lambda eta, goes with either. */
function moved(at: Letters, letter: keyof Letters, factor: number): Letters {
  const value = at[letter] * factor;
  const whole = ["d", "m", "B"].includes(letter) ? Math.max(1, Math.round(value)) : value;
  return { ...at, [letter]: whole, ...(["lambda", "eta"].includes(letter) && { eps: at.eps * factor }) };
}

const movesOf = (at: Letters, row: string): Letters[] => {
  const letter = MOVES[row] as keyof Letters;
  if (row === "some-decay") return [{ ...at, lambda: 0, eps: 0 }];
  return FACTORS.map((factor) => moved(at, letter, factor)).filter(({ B, n, d, s }) => B <= n && d > n * s);
};

let draws: readonly Drawn[] | undefined;

/** Letters that meet rows, the smallest runs first. */
export function meetingLetters(rows: readonly string[]): Letters[] {
  draws ??= fc.sample(drawn, { seed: SEED, numRuns: DRAWS });
  const size = ({ n, s, m }: Letters) => n * s * m;
  return draws
    .map((one) => lettersOf(rows, one))
    .filter((at) => at.d > at.n * at.s && rows.every((row) => holdsAt(row, at)))
    .toSorted((a, b) => size(a) - size(b));
}

/**
 * One letter of runs that meet every row, moved so that a row fails.
 *
 * @param met runs that meet all rows
 * @param rows of one theorem
 * @param row of them that is to fail
 * @param accepts which sets of failing rows will do: that one alone unless given
 * @returns the first that does; undefined where none did
 */
export function breaking(
  met: readonly Letters[],
  rows: readonly string[],
  row: string,
  accepts = (fails: readonly string[]) => fails.join() === row,
): Letters | undefined {
  for (const at of met) {
    const broken = movesOf(at, row).find((one) => accepts(failing(rows, one)));
    if (broken) return broken;
  }
  return undefined;
}
