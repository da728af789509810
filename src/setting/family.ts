import { log } from "../numeric/log.ts";
import { power } from "../numeric/power.ts";
import { explain } from "./explain.ts";
import { type FamilyConstants, familyConstants } from "./familyConstants.ts";
import { integerBetween } from "./fields.ts";
import { InputError } from "./inputError.ts";
import { requireNormal } from "./requireNormal.ts";
import { type Setting, settingSchema } from "./setting.ts";
import * as z from "./zod.ts";

const sizeSchema = z.strictObject({ n: integerBetween(8, 1e6, "training examples", "examples") });

/** What the family fixes of an optimizer: eta = lr, lambda = weightDecay, and eps. The name and betas are left open. */
export interface FamilyOptimizer {
  readonly lr: number;
  readonly weightDecay: number;
  readonly eps: number;
  /** eps = Theta(lambda eta) belongs to this convention. */
  readonly convention: "paper";
}

/** The family at one n. */
export interface FamilyMember {
  readonly n: number;
  readonly setting: Setting;
  readonly optimizer: FamilyOptimizer;
  /** Whether its integers are below 2^53, so that a run file may hold the setting; its memory is another matter. */
  readonly drawable: boolean;
}

/**
 * The scaling family of the theorems at one n.
 *
 * d = n^D,  s = cS sqrt(d)/n^2,  sigmaP = cSigmaP/sqrt(s L^logSigmaP),  alpha = cAlpha sigmaP L^logAlpha,  sigma0 = cSigma0 d^(-1/4),
 * m = cM L^logM,  eta = cEta n^-powerEta,  eps = cEps lambda eta,  L = log n.
 * d and s are rounded to the nearest integer (s >= 1), m up; sigmaP and sigma0 are computed from the rounded s and d.
 *
 * @param n training examples, an integer from 8 to 10^6
 * @param given the constants that differ from their defaults; names, meanings and ranges are in `familyConstantsSchema`
 * @returns the setting and the optimizer's numbers; for D not an integer, d above 10^13 is right but for its last two digits
 * @throws InputError if n or a constant is out of range, s > d - 1, or a number leaves the doubles
 * Source: [T25] Conditions A.1, A.2, where sigmaP^2 and sigma0^2 are given: their constants are cSigmaP^2 and cSigma0^2. Labels as in Definition 3.1.
 * @example
 * const { setting, drawable } = familySetting(64, { D: 6 })
 * setting.d // => 68719476736
 * setting.s // => 64
 * setting.m // => 5
 * drawable // => true
 */
export function familySetting(n: number, given: Partial<FamilyConstants> = {}): FamilyMember {
  const size = sizeSchema.safeParse({ n });
  if (!size.success) throw explain(size.error, { n });
  const { D, q, lambda, cS, cSigmaP, logSigmaP, cAlpha, logAlpha, cSigma0, cM, logM, cEta, powerEta, cEps } =
    familyConstants(given);
  const L = log(n);
  const d = Math.round(power(n, D));
  const s = Math.max(1, Math.round((cS * Math.sqrt(d)) / (n * n)));
  const sigmaP = cSigmaP / Math.sqrt(s * power(L, logSigmaP));
  const alpha = cAlpha * sigmaP * power(L, logAlpha);
  const sigma0 = cSigma0 / Math.sqrt(Math.sqrt(d));
  const m = Math.ceil(cM * power(L, logM));
  const lr = cEta / power(n, powerEta);
  const eps = cEps * lambda * lr;
  for (const [name, value] of Object.entries({ d, s, sigmaP, alpha, m, sigma0, lr, ...(lambda > 0 && { eps }) })) {
    requireNormal(name, value, n);
  }
  if (s > d - 1) {
    throw new InputError(`s must be at most d - 1 = ${d - 1}, but is ${s} at n = ${n}; lower cS`);
  }
  const setting: Setting = { n, d, s, sigmaP, alpha, m, q, sigma0, labels: "rademacher" };
  return {
    n,
    setting,
    optimizer: { lr, weightDecay: lambda, eps, convention: "paper" },
    drawable: settingSchema.safeParse(setting).success,
  };
}
