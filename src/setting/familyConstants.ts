import { explain } from "./explain.ts";
import { integerBetween, nonNegative, numberAbove, positive } from "./fields.ts";
import * as z from "./zod.ts";

/** Every constant of the family: its range, its meaning and its default. Each c multiplies the quantity it is named after. */
export const familyConstantsSchema = z.strictObject({
  D: numberAbove(4, 50, "d = n^D", "none").default(6),
  q: integerBetween(3, 1000, "power of the activation max(z, 0)^q", "none").default(3),
  lambda: nonNegative("weight decay, in eps = cEps lambda eta", "1/weight^2").default(1e-5),
  cS: positive("s = cS sqrt(d)/n^2, to the nearest integer >= 1", "coordinates").default(1),
  cSigmaP: positive("sigmaP = cSigmaP/sqrt(s (log n)^logSigmaP)", "patch").default(1),
  logSigmaP: nonNegative("power of log n in 1/sigmaP^2", "none").default(1),
  cAlpha: positive("alpha = cAlpha sigmaP (log n)^logAlpha", "none").default(1),
  logAlpha: nonNegative("power of log n in alpha", "none").default(1),
  cSigma0: positive("sigma0 = cSigma0 d^(-1/4)", "weight").default(1),
  cM: positive("m = cM (log n)^logM, rounded up", "neurons").default(1),
  logM: nonNegative("power of log n in m", "none").default(1),
  cEta: positive("eta = cEta n^-powerEta", "weight per step").default(1),
  powerEta: positive("power of 1/n in eta; unless given D/2 - 1 + (q-1) D/4", "none").optional(),
  cEps: positive("eps = cEps lambda eta", "gradient").default(1),
});

/** Every constant of the scaling family, as in `family --help`. */
export type FamilyConstants = z.output<typeof familyConstantsSchema> & { powerEta: number };

/**
 * The family's constants, checked and completed.
 *
 * powerEta = D/2 - 1 + (q-1) D/4 unless given: one more than eta s = o(sigma0^(q-1)) needs, so that eta s/sigma0^(q-1) = Theta(1/n).
 *
 * @param given the constants that differ from their defaults, by name; ranges are in `familyConstantsSchema`
 * @returns all of them
 * @throws InputError for an unknown name or a value out of range
 * Source: [T25] Conditions A.1, A.2 leave them open; the defaults are ours, lambda is that of [T25] Table 1.
 * @example
 * familyConstants({ D: 8, q: 4 }).powerEta // => 9
 * familyConstants().cS // => 1
 */
export function familyConstants(given: unknown = {}): FamilyConstants {
  const parsed = familyConstantsSchema.safeParse(given);
  if (!parsed.success) throw explain(parsed.error, given, "the family");
  const { D, q, powerEta } = parsed.data;
  return { ...parsed.data, powerEta: powerEta ?? D / 2 - 1 + ((q - 1) * D) / 4 };
}
