import { describe, expect, test } from "vitest";
import { decideGrowth } from "../../../src/bounds/growth/growth.ts";
import { InputError } from "../../../src/setting/inputError.ts";
import { KNOWN, STATEMENTS } from "./known.ts";
import { NAMES, read } from "./names.ts";

/** What is refused, where refusing is allowed. */
function answered<T>(of: () => T): T | "refused" {
  try {
    return of();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return "refused";
  }
}

const THETA = { name: "Theta", side: "around", strict: false } as const;

const limits = KNOWN.map((known) => ({
  ...known,
  found: answered(() => decideGrowth(read(known.left), THETA, read(known.right), NAMES).limit),
}));

describe("limits that other systems' documents and issues have", () => {
  test.each(limits.filter(({ found }) => found !== "refused"))("$left over $right tends to $tends", (known) => {
    expect(known.found).toBe(known.tends);
  });

  test("none is refused", () => {
    expect(limits.length).toBeGreaterThanOrEqual(120);
    expect(limits.filter(({ found }) => found === "refused").map(({ left }) => left)).toEqual([]);
  });
});

const RELATIONS = {
  o: { name: "o", side: "below", strict: true },
  O: { name: "O", side: "below", strict: false },
  Theta: THETA,
  Omega: { name: "Omega", side: "above", strict: false },
  omega: { name: "omega", side: "above", strict: true },
  "o~": { name: "o~", side: "below", strict: true },
  "O~": { name: "O~", side: "below", strict: false },
  "Theta~": { name: "Theta~", side: "around", strict: false },
  "Omega~": { name: "Omega~", side: "above", strict: false },
  "omega~": { name: "omega~", side: "above", strict: true },
  "<": { name: "<", side: "below", strict: true },
} as const;

const statements = STATEMENTS.map(([left, name, right, answer, because]) => ({
  left,
  name,
  right,
  answer,
  because,
  found: answered(() => decideGrowth(read(left), RELATIONS[name], read(right), NAMES).holds),
}));

const share = (all: readonly { found: unknown }[]) =>
  `${all.filter(({ found }) => found === "refused").length} of ${all.length}`;

test(`refused: ${share(limits)} limits, ${share(statements)} statements, which are those that cannot be decided`, () => {
  const undecided = STATEMENTS.filter(([, , , answer]) => answer === "refused").length;
  expect(share(statements)).toBe(`${undecided} of ${STATEMENTS.length}`);
});

describe("statements with known answers", () => {
  test.each(statements)("$left = $name($right): $answer", ({ found, answer }) => {
    expect(found === "refused" ? "refused" : found ? "holds" : "fails").toBe(answer);
  });
});
