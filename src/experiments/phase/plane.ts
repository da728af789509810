import { InputError, show } from "../../setting/inputError.ts";
import { advice } from "../../setting/nearest.ts";
import type { Plan } from "../sweep/plan.ts";

/** One of the two axes of a phase diagram. */
export interface PhaseAxis {
  /** A column of COLUMNS. */
  readonly name: string;
  /** > 0, rising. */
  readonly values: readonly number[];
}

/** A plan that is a rectangle of two numbers: combination i height + k is at (x.values[i], y.values[k]). */
export interface Plane {
  readonly plan: Plan;
  readonly x: PhaseAxis;
  readonly y: PhaseAxis;
}

function axisOf(name: string, values: readonly unknown[]): PhaseAxis {
  const numbers = values.filter((value): value is number => typeof value === "number" && value > 0);
  if (numbers.length < values.length || values.length < 2) {
    throw new InputError(
      `axes.${name} must be two numbers > 0 or more in a phase diagram, which is logarithmic, but is ${show(values)}; correct it`,
    );
  }
  return { name, values: numbers.sort((a, b) => a - b) };
}

/**
 * A plan as the plane of a phase diagram.
 *
 * @param plan with two axes and no zip
 * @param x name of the axis that goes to the right; the first unless given
 * @param y name of the axis that goes up; the second unless given
 * @returns the plane; its plan has the axes in the order x, y, with rising values
 * @throws InputError where the plan is no such rectangle
 * Source: ours.
 */
export function planeOf(plan: Plan, x?: string, y?: string): Plane {
  const names = Object.keys(plan.axes);
  const [first, second] = x === undefined && y !== undefined ? [names.find((name) => name !== y), y] : [x, y];
  const across = first ?? names[0];
  const up = second ?? names.find((name) => name !== across);
  const none = [x, y].find((name) => name !== undefined && !names.includes(name));
  if (none !== undefined) {
    throw new InputError(
      `an axis of the diagram must be one of the plan's, ${names.join(", ")}, but is ${show(none)}; ${advice(none, names)}`,
    );
  }
  if (
    names.length !== 2 ||
    plan.zip.length > 0 ||
    across === up ||
    ![across, up].every((n) => names.includes(n ?? ""))
  ) {
    throw new InputError(
      `a phase diagram must have two axes and no zip, but has ${show({ axes: names, zip: plan.zip.length, x, y })}; fix the others in base`,
    );
  }
  const [right, top] = [across as string, up as string].map((name) => axisOf(name, plan.axes[name] ?? [])) as [
    PhaseAxis,
    PhaseAxis,
  ];
  return { plan: { ...plan, axes: { [right.name]: right.values, [top.name]: top.values } }, x: right, y: top };
}
