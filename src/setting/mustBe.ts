import { InputError, show } from "./inputError.ts";
import { isObject } from "./isObject.ts";

/** A text that is not empty. */
export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";

/** A list with something in it. */
export const isListed = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.length > 0;

/** A function that gives what is awaited later is none that can be judged. */
export const isPromise = (value: unknown): boolean =>
  (typeof value === "object" || typeof value === "function") &&
  value !== null &&
  typeof (value as { then?: unknown }).then === "function";

/** A value as a sentence names it. */
export function named(value: unknown): string {
  if (isPromise(value)) return "a promise";
  return typeof value === "function" ? "a function" : show(value);
}

/**
 * Refuses what breaks a rule.
 *
 * @param holds whether the rule is kept
 * @param field what is looked at
 * @param rule what it must be
 * @param value what it is
 * @param advice what to do
 * @throws InputError, one sentence
 * Source: ours.
 */
export function mustBe(holds: boolean, field: string, rule: string, value: unknown, advice: string): void {
  if (!holds) throw new InputError(`${field} must be ${rule}, but is ${named(value)}; ${advice}`);
}

/** Refuses what is no object, where one of options is due. */
export const mustBeOptions = (options: unknown, name: string): void =>
  mustBe(isObject(options), `what ${name} is given`, "an object", options, "give it a name, ...");

/**
 * What a user's function returned, if it is what it must be.
 *
 * @param right whether it is
 * @param name of the function
 * @param rule what it must return
 * @param value what it returned
 * @returns the value
 * @throws InputError, one sentence
 * Source: ours.
 * @example
 * mustReturn(true, "outcome", "true, false or null", false) // => false
 */
export function mustReturn<T>(right: boolean, name: string, rule: string, value: T): T {
  if (right) return value;
  const advice = isPromise(value) ? "make it a plain function" : "correct it";
  throw new InputError(`${name} must return ${rule}, but returned ${named(value)}; ${advice}`);
}

/** Two numbers in order, such as an interval's ends. */
export const isRange = (value: unknown, low = -Infinity, high = Infinity): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  value.every((end) => typeof end === "number" && end >= low && end <= high) &&
  value[0] <= value[1];
