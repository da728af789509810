import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { CoqProof } from "./theorem.ts";

/** Beside this file, or, once compiled, where the package has it. */
const FOLDER = import.meta.url.includes("/dist/proofs-check/") ? "../../../proofs-check/coq/" : "./";

/** The text of a .v file, by its name without ending. */
export const sourceOf = (file: string): string =>
  readFileSync(fileURLToPath(new URL(`${FOLDER}${file}.v`, import.meta.url)), "utf8");

/** SHA-256 of a text, in hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const squeezed = (text: string) => text.replaceAll(/\s+/g, " ");

/** Without comments, which nest: what stands in one is not stated. */
function uncommented(text: string): string {
  let depth = 0;
  return text
    .split(/(\(\*|\*\))/)
    .map((part) => {
      if (part === "(*") depth++;
      else if (part === "*)") depth = Math.max(0, depth - 1);
      else if (depth === 0) return part;
      return " ";
    })
    .join("");
}

/**
 * What a .v file lacks of what its claim says.
 *
 * @param proof what is to be in which file
 * @param kept the text of a file that is kept in the folder
 * @returns definitions and theorems, made of the claim's formulas and constants, that are not there word for word; none where it says what the claim says
 * Source: ours.
 */
export function missingIn(
  { file, text, definitions = {}, theorems }: CoqProof,
  kept: (file: string) => string = sourceOf,
): string[] {
  const source = (of: string) => (of === file && text !== undefined ? text : kept(of));
  const due = [
    ...Object.entries(definitions).flatMap(([of, texts]) => texts.map((text) => [of, text] as const)),
    ...theorems.flatMap(({ name, statement }) => [
      [file, `Theorem ${name} : ${statement}.`] as const,
      [file, `Print Assumptions ${name}.`] as const,
    ]),
  ];
  return due
    .filter(([of, text]) => !squeezed(uncommented(source(of))).includes(squeezed(text)))
    .map(([, text]) => text);
}
