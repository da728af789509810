import { dataFrom } from "../../setting/dataFrom.ts";
import { type Plan, parsePlan } from "./plan.ts";

/**
 * Reads a plan from its text.
 *
 * @param text YAML 1.2, of which JSON is a part
 * @param name of the file, for errors
 * @returns the plan
 * @throws InputError
 */
export const planFrom = (text: string, name: string): Plan => parsePlan(dataFrom(text, name));
