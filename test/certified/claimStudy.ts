import type { Check } from "../../proofs-check/claim.ts";
import { stuckForever } from "../../proofs-check/support/adam/stuckForever.ts";
import { noiseFirstCertified, signalFirstCertified } from "../../proofs-check/support/benign/certifiedRace.ts";
import { CERTIFIED_PLACES, certifiedEnds } from "../../proofs-check/support/evidence/certifiedEnds.ts";
import { CERTIFIED_STAGES } from "../../proofs-check/support/evidence/certifiedStages.ts";
import { certifiedGrowth, certifiedNoise } from "../../proofs-check/support/gd/certifiedRace.ts";

/** The certified checks of the claims, by the claims that have them. */
export const CHECKS: Readonly<Record<string, Check>> = {
  ...Object.fromEntries(
    (Object.keys(CERTIFIED_PLACES) as (keyof typeof CERTIFIED_PLACES)[]).map((name) => [name, certifiedEnds(name)]),
  ),
  "adam, strong decay (cor-4.3)": stuckForever(1),
  ...Object.fromEntries(Object.entries(CERTIFIED_STAGES).map(([id, make]) => [`first stage (${id})`, make()])),
  "path: GD's growth (gd-signal)": certifiedGrowth(1 / 2),
  "path: GD's noise (gd-noise)": certifiedNoise(2),
  "path: signal first (c22-signal-first)": signalFirstCertified(10, 10),
  "path: noise first (c22-noise-first)": noiseFirstCertified(0.1, 4),
};

/**
 * What a check says of so many starts.
 *
 * @param name of CHECKS
 * @param starts how many
 * @returns its samples and finding
 */
export function certifiedOf(name: string, starts: number) {
  const check = CHECKS[name] as Check;
  const samples = Array.from({ length: starts }, (_, index) => check.sample(index, { seed: 1, level: 1 }));
  return { samples, finding: check.judge(samples), about: check.about, at: check.at };
}
