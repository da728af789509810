import { describe, expect, test } from "vitest";
import type { Check } from "../../../../proofs-check/claim.ts";
import { hypothesesOf, unmetBy } from "../../../../proofs-check/meeting.ts";
import { noiseFirstCertified, signalFirstCertified } from "../../../../proofs-check/support/benign/certifiedRace.ts";
import {
  LARGE_PLACE,
  LARGE_W_PLACE,
  MINI_PLACE,
  MINI_W_PLACE,
} from "../../../../proofs-check/support/evidence/certifiedEnds.ts";
import { CERTIFIED_STAGES } from "../../../../proofs-check/support/evidence/certifiedStages.ts";
import { certifiedGrowth, certifiedNoise } from "../../../../proofs-check/support/gd/certifiedRace.ts";

const verdictOf = (check: Check, index = 0) => check.judge([check.sample(index, { seed: 3, level: 1 })]).verdict;

describe("a start is certified", () => {
  const checks: Record<string, () => Check> = {
    ...CERTIFIED_STAGES,
    "gd-signal": () => certifiedGrowth(1 / 2),
    "gd-noise": () => certifiedNoise(2),
    "c22-signal-first": () => signalFirstCertified(10, 10),
    "c22-noise-first": () => noiseFirstCertified(0.1, 4),
  };
  test.each(Object.entries(checks))("%s", (_, make) => {
    expect(verdictOf(make())).toBe("holds");
  });
});

describe("with another constant none is", () => {
  test.each([
    ["L grows by 5 times what it is pulled by", () => certifiedGrowth(5)],
    ["noise stays below half its start", () => certifiedNoise(1 / 2)],
  ])("%s", (_, make) => {
    expect(verdictOf(make())).toBe("inconclusive");
  });
});

test.each([
  ["adam-large-stage1", LARGE_PLACE],
  ["adam-mini-stage1", MINI_PLACE],
  ["adamw-large-stage1", LARGE_W_PLACE],
  ["adamw-mini-stage1", MINI_W_PLACE],
])("%s: its place meets every hypothesis with the constant 1", (id, place) => {
  expect(unmetBy(hypothesesOf(id), place.first(1, 1))).toEqual([]);
});
