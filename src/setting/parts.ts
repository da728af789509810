import { InputError, show } from "./inputError.ts";

/**
 * Parsed JSON, part by part: each part is what it must be, or an error says which is not.
 *
 * @param of what the whole must be, for errors, such as 'the result of "simulate"'
 * @param field that names it
 * @returns readers of a value at a place
 * @example
 * partsOf("a result").number(2, "epoch") // => 2
 */
export function partsOf(of: string, field = "from") {
  const refuse = (place: string, rule: string, value: unknown): never => {
    throw new InputError(
      `${field} must name ${of}, in which ${place} is ${rule}, but it is ${show(value)}; check the path`,
    );
  };
  return {
    refuse,
    object(value: unknown, place: string): Readonly<Record<string, unknown>> {
      const found = typeof value === "object" && value !== null && !Array.isArray(value);
      return found ? (value as Readonly<Record<string, unknown>>) : refuse(place, "an object", value);
    },
    list(value: unknown, place: string, least = 0): readonly unknown[] {
      if (!Array.isArray(value)) return refuse(place, "a list", value);
      if (value.length >= least) return value;
      throw new InputError(
        `${field} must name ${of}, in which ${place} has ${least} entries or more, but it has ${value.length}; record more`,
      );
    },
    number: (value: unknown, place: string): number =>
      typeof value === "number" && Number.isFinite(value) ? value : refuse(place, "a finite number", value),
    text: (value: unknown, place: string): string =>
      typeof value === "string" ? value : refuse(place, "a text", value),
  };
}

export type Parts = ReturnType<typeof partsOf>;
