import { InputError } from "../../setting/inputError.ts";
import { mustBe } from "../../setting/mustBe.ts";
import type { Activation } from "./activation.ts";

/** Sizes of z at which an activation is tried, of either sign; no round numbers, where kinks usually are. */
const SIZES = [0.001, 0.0307, 0.11, 0.29, 0.47, 0.71, 0.93, 1.13, 1.49, 2.03, 3.07, 5.11, 8.9];
const POINTS = [0, ...SIZES, ...SIZES.map((z) => -z)];

/** Distance over which slopes are measured. */
const STEP = 2 ** -17;

/** Relative to 1 + |slope|: more than what curvature and rounding make over a step, less than any slip of a derivative. */
const CLOSE = 1e-3;

/** The slope at z by central differences; undefined where those from the left and the right differ, as at a kink. */
function slopeAt(value: Activation["value"], z: number): number | undefined {
  const [left, at, right] = [value(z - STEP), value(z), value(z + STEP)];
  const slope = (right - left) / (2 * STEP);
  const apart = Math.abs(right - at - (at - left)) / STEP;
  return apart <= CLOSE * (1 + Math.abs(slope)) ? slope : undefined;
}

/** A number as a sentence has it. */
const short = (x: number) => String(Number(x.toPrecision(5)));

/**
 * Tries an activation out.
 *
 * |sigma'(z) - (sigma(z + h) - sigma(z - h))/(2h)| <= 10^-3 (1 + |slope|),  h = 2^-17, at z = 0 and +-0.001, ..., +-8.9 but at kinks
 *
 * @param name for errors
 * @param activation at the power q
 * @param q for errors
 * @throws InputError, one sentence, where value or derivative is not finite, differs when it is asked again, or the derivative is not the slope
 * Source: ours.
 */
export function checkActivation(name: string, { value, derivative }: Activation, q: number): void {
  for (const z of POINTS) {
    const place = `at z = ${z}, q = ${q}`;
    for (const [field, of] of [["value", value] as const, ["derivative", derivative] as const]) {
      const what = `${field} of activation ${name}`;
      const [once, again] = [of(z), of(z)];
      mustBe(Number.isFinite(once), `${what} ${place}`, "a finite number", once, "correct it");
      if (Object.is(once, again)) continue;
      throw new InputError(
        `${what} must depend on z and q alone, but gave ${once} and then ${again}; leave out Math.random, the clock, and what changes from call to call`,
      );
    }
    const slope = slopeAt(value, z);
    const given = derivative(z);
    if (slope === undefined || Math.abs(given - slope) <= CLOSE * (1 + Math.abs(slope))) continue;
    throw new InputError(
      `derivative of activation ${name} must be the slope of its value, but is ${short(given)} ${place}, where that is ${short(slope)}; correct one of them`,
    );
  }
}
