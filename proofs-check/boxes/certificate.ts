import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { BoxStatement } from "./statement.ts";

/**
 * Boxes that cover a statement's box, on each of which enclosures of all its formulas are above 0.
 *
 * A leaf is [i_1, k_1, i_2, k_2, ...], two integers a variable in the statement's order: the variable goes from lo + (hi - lo) i/2^depth to
 * lo + (hi - lo) k/2^depth.
 */
export interface Certificate extends Pick<BoxStatement, "box" | "above"> {
  readonly statement: string;
  readonly depth: number;
  readonly leaves: readonly (readonly number[])[];
}

/** Beside this file, or, once compiled, where the package has it. */
const FOLDER = import.meta.url.includes("/dist/proofs-check/") ? "../../../proofs-check/boxes/" : "./";

/** Where a statement's certificate is kept. */
export const certificatePath = (name: string): string =>
  fileURLToPath(new URL(`${FOLDER}certificates/${name}.json`, import.meta.url));

/** The certificate that is kept of a statement, as it is: nothing of it is believed. */
export const keptCertificate = (name: string): unknown => JSON.parse(readFileSync(certificatePath(name), "utf8"));

/** A certificate as a file, a leaf a line. */
export function certificateText({ leaves, ...head }: Certificate): string {
  const lines = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const boxes = leaves.map((leaf) => `    ${JSON.stringify(leaf)}`).join(",\n");
  return `{\n${lines.join("")}  "leaves": [\n${boxes}\n  ]\n}\n`;
}
