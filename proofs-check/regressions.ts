import { existsSync } from "node:fs";
import { placeOf, readingAdvice, unpackedText } from "../src/experiments/packed.ts";
import { reason } from "../src/experiments/reason.ts";
import { InputError } from "../src/setting/inputError.ts";
import { type Check, type Claim, LEVELS, type Level } from "./claim.ts";
import type { ClaimVerdict } from "./claimVerdict.ts";

/** A counterexample that was found once, and is judged again ever since. */
export interface Regression {
  readonly claim: string;
  readonly check: string;
  readonly level: Level;
  /** That it is a counterexample of, where that is another one than the paper's. */
  readonly optimizer?: string;
  /** As `Counterexample.case`. */
  readonly case: unknown;
}

function parse(line: string): Regression | undefined {
  try {
    const { claim, check, level, optimizer, case: found } = JSON.parse(line);
    const named = optimizer === undefined || typeof optimizer === "string";
    const right = typeof claim === "string" && typeof check === "string" && LEVELS.includes(level) && named;
    if (!right || found === undefined) return undefined;
    return { claim, check, level, ...(optimizer !== undefined && { optimizer }), case: found };
  } catch {
    return undefined;
  }
}

const key = ({ claim, check, level, optimizer, case: found }: Regression) =>
  JSON.stringify([claim, check, level, optimizer, found]);

function textOf(place: string): string {
  try {
    return unpackedText(place);
  } catch (error) {
    throw new InputError(
      `${place} must be a file that can be read, but reading it gave ${reason(error)}; ${readingAdvice(error)}`,
    );
  }
}

/**
 * The counterexamples that a file remembers.
 *
 * @param path NDJSON, one a line; it may have been packed by gzip, and lie there with .gz
 * @returns all of them; none where there is no such file
 * @throws InputError for a line that is none, with its number, and for a file that cannot be read
 */
export function readRegressions(path: string): Regression[] {
  const place = placeOf(path);
  if (!existsSync(place)) return [];
  const lines = textOf(place).split("\n");
  return lines.flatMap((line, k) => {
    if (line.trim() === "") return [];
    const regression = parse(line);
    if (regression) return [regression];
    throw new InputError(`line ${k + 1} of ${path} must be a remembered counterexample, but is not; remove it`);
  });
}

/**
 * The remembered cases of a check, which judges them again.
 *
 * @param regressions of any checks
 * @param of the claim and its check (one that judges no case again has none), the level at which it runs, and the optimizer that is asked of
 * @returns the cases
 */
export const rememberedOf = (
  regressions: readonly Regression[],
  { claim, check, level, optimizer }: { claim: Claim; check: Check; level: Level; optimizer?: string | undefined },
): unknown[] =>
  // A line that names a check which judges nothing again is no case of it.
  check.recheck
    ? regressions
        .filter((one) => one.claim === claim.id && one.check === check.name && one.level === level)
        .filter((one) => one.optimizer === optimizer)
        .map((one) => one.case)
    : [];

/**
 * What is to be remembered after a check.
 *
 * @param before what was remembered
 * @param verdicts with the counterexamples found now
 * @param claims whose checks can judge a case again
 * @returns both, each once, as NDJSON
 */
export function remember(
  before: readonly Regression[],
  verdicts: readonly ClaimVerdict[],
  claims: readonly Claim[],
): string {
  const found = verdicts.flatMap(({ id, optimizer, evidence }) =>
    evidence.flatMap(({ check, level = 1, counterexample }): Regression[] => {
      const judge = claims.find((claim) => claim.id === id)?.checks.find(({ name }) => name === check);
      return counterexample && judge?.recheck
        ? [{ claim: id, check, level, ...(optimizer !== undefined && { optimizer }), case: counterexample.case }]
        : [];
    }),
  );
  const unique = new Map([...before, ...found].map((regression) => [key(regression), regression]));
  return [...unique.values()].map((regression) => `${JSON.stringify(regression)}\n`).join("");
}
