import { InputError, show } from "../../setting/inputError.ts";
import { isPromise, named } from "../../setting/mustBe.ts";
import { newOwnRegistry } from "../../setting/ownRegistry.ts";
import type { Activation } from "./activation.ts";
import { checkActivation } from "./trial.ts";

/** An activation of a user's own, at any power q. */
export interface OwnActivation {
  readonly name: string;
  /** sigma(z) */
  value(z: number, q: number): number;
  /** sigma'(z) */
  derivative(z: number, q: number): number;
}

/** Those that users have defined in this process. */
export const OWN_ACTIVATIONS = newOwnRegistry<OwnActivation>("an activation");

/** A user's own by its name; undefined where there is none. */
export const ownActivation = (name: string): OwnActivation | undefined =>
  OWN_ACTIVATIONS.known().find((one) => one.name === name);

/** What a user's function gives at a power; NaN and infinities pass through, so that a diverged run is seen. */
function guarded(name: string, field: "value" | "derivative", of: (z: number, q: number) => number, q: number) {
  const what = `${field} of activation ${name}`;
  return (z: number): number => {
    let given: unknown;
    try {
      given = of(z, q);
    } catch (error) {
      const { message = String(error) } = error as Partial<Error>;
      throw new InputError(`${what} must give a number for every z, but failed with ${show(message)}; correct it`);
    }
    if (typeof given === "number") return given;
    const advice = isPromise(given) ? "make it a plain function" : "correct it";
    throw new InputError(`${what} must return a number, but returned ${named(given)}; ${advice}`);
  };
}

/**
 * An activation of a user's own, at the power of a setting.
 *
 * @param own as it was defined
 * @param q power of the setting
 * @returns the pair
 * @throws InputError, when it is asked, where a function fails or gives no number
 * Source: ours.
 * @example
 * activationAt({ name: "square", value: (z) => z * z, derivative: (z) => 2 * z }, 3).derivative(2) // => 4
 */
export const activationAt = ({ name, value, derivative }: OwnActivation, q: number): Activation => ({
  value: guarded(name, "value", value, q),
  derivative: guarded(name, "derivative", derivative, q),
});

/** The power at which each was tried last. */
const tried = new WeakMap<OwnActivation, number>();

/** Refuses an activation that is none at a power: as `checkActivation`, once for each of them in a row. */
export function mustBeActivation(own: OwnActivation, q: number): void {
  if (tried.get(own) === q) return;
  checkActivation(own.name, activationAt(own, q), q);
  tried.set(own, q);
}
