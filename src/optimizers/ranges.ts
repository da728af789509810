import { fraction, nonNegative, positive } from "../setting/fields.ts";
import { isObject } from "../setting/isObject.ts";
import { type Parameter, parametersOf } from "./parameters.ts";

/** What numbers a parameter may be: apart from what trains, which checks none. */
export const RANGES = { fraction, nonNegative, positive } as const satisfies Record<Parameter["range"], unknown>;

const isText = (value: unknown) => typeof value === "string" && value !== "";

/** Whether a value is what `GivenParameters` has for one of them: its default is in its range. */
export function isParameter(value: unknown): value is number | Parameter {
  const said = typeof value === "number" ? parametersOf({ value }).value : value;
  if (!isObject(said)) return false;
  const { standard, range, about, unit, ...more } = said as unknown as Record<string, unknown>;
  return (
    Object.keys(more).length === 0 &&
    [about, unit].every(isText) &&
    Object.hasOwn(RANGES, String(range)) &&
    RANGES[range as keyof typeof RANGES]("", "").safeParse(standard).success
  );
}
