import { expect, it } from "vitest";
import {
  featureGrows,
  featureReverses,
  featureRises,
  noiseGrowsLittle,
  thresholdBracketed,
} from "../../../proofs-check/boxes/proofs/firstStage.ts";
import { slowGradientsStep } from "../../../proofs-check/boxes/proofs/signStep.ts";
import { failingDecayProved, steadyStateProved } from "../../../proofs-check/boxes/proofs/steadyState.ts";

it.each([
  featureGrows,
  noiseGrowsLittle,
  featureReverses,
  featureRises,
  thresholdBracketed,
  slowGradientsStep,
  steadyStateProved,
  failingDecayProved,
])("%o is complete", (make) => {
  const check = make();
  const finding = check.judge([check.sample(0, { seed: 1, level: 1 })]);
  expect(finding.reason).not.toContain("this is not so");
  expect(finding.verdict).toBe("holds");
  expect(check.grade).toBe("proved");
});
