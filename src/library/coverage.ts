import { type Coverage, coverage as cover } from "../bounds/coverage/coverage.ts";
import * as z from "../setting/zod.ts";
import { INTEGERS, integersOf, RATIONAL_FIELD, type Rational, rationalText } from "./fields.ts";
import { anything, checked } from "./options.ts";

/** At which D and q the map is drawn. */
export interface CoverageSpec {
  /** d = n^D: 6 unless given, or "13/2". */
  readonly D?: Rational | undefined;
  /** Power of the activation, 3 unless given. */
  readonly q?: number | undefined;
  /** The largest l; past the last border unless given. */
  readonly most?: number | undefined;
}

/** The map of every optimizer. */
export interface CoverageMaps {
  readonly D: string;
  readonly q: number;
  readonly maps: readonly Coverage[];
}

const schema = z.strictObject({ D: RATIONAL_FIELD, q: INTEGERS, most: anything<number>() });

/**
 * Which batch sizes n^beta and weight decays n^-l each theorem covers.
 *
 * @param spec D, q, and the largest l
 * @returns a map an optimizer: inequalities, and polygons that fill the plane
 * @throws InputError, one sentence
 * Source: ours; theorems and hypotheses as in docs/theory.md 3.
 * @example
 * coverage({ D: 6, q: 3 }).maps.map(({ optimizer }) => optimizer) // => ["adam", "adamw", "sgd"]
 */
export function coverage(spec: CoverageSpec = {}): CoverageMaps {
  const { D = 6, q = 3, most } = checked(schema, spec, "coverage's spec");
  const [power] = integersOf("q", q, 3, 1000) as [number];
  const exact = rationalText("D", D);
  return {
    D: exact,
    q: power,
    maps: cover({ D: exact, q: String(power), ...(most !== undefined && { most }) }),
  };
}
