import { shortNumber } from "../../src/report/table.ts";

/** A share as the page tells it. */
export const percent = (share: number): string => `${shortNumber(100 * share)}%`;
