import type { Audit } from "../bounds/audit.ts";
import { assumedBy, THEOREMS } from "../bounds/hypotheses/theorems.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
/** A letter and the space before it. */
const CELL = 2;

/** A hypothesis with what it says of each theorem: it fails, it holds, or it is not asked for. */
interface Line {
  readonly name: string;
  readonly holds: boolean;
  readonly cells: readonly string[];
}

function linesOf({ hypotheses, supports }: Audit, ids: readonly string[]): Line[] {
  const theorems = ids.map((id) => THEOREMS.find((theorem) => theorem.id === id));
  const line = (name: string, holds: boolean, needed: (at: number) => boolean): Line => ({
    ...{ name, holds },
    cells: theorems.map((_, at) => (needed(at) ? (holds ? "o" : "x") : ".")),
  });
  const assumed = theorems.map((theorem) => (theorem ? assumedBy(theorem) : []));
  const lines = [
    line("disjoint supports", supports.disjoint, (at) => theorems[at]?.sharesConditions === true),
    ...hypotheses.map(({ name, holds }) => line(name, holds, (at) => assumed[at]?.includes(name) === true)),
  ];
  return [...lines.filter(({ holds }) => !holds), ...lines.filter(({ holds }) => holds)];
}

/** As many columns side by side as there is room for, then the others under them. */
function matrix(lines: readonly Line[], count: number, width: number): string[] {
  const label = 2 + Math.max(...lines.map(({ name }) => name.length));
  const beside = Math.max(1, Math.min(count, Math.floor((width - label) / CELL)));
  return Array.from({ length: Math.ceil(count / beside) }, (_, k) => [k * beside, (k + 1) * beside] as const).flatMap(
    ([from, to], k) => [
      ...(k > 0 ? [""] : []),
      ...[{ name: "", cells: [...LETTERS.slice(0, count)] }, ...lines].map(
        ({ name, cells }) =>
          `  ${name}`.padEnd(label) +
          cells
            .slice(from, to)
            .map((cell) => ` ${cell}`)
            .join(""),
      ),
    ],
  );
}

/**
 * The theorems about a run's optimizer, each with what it says and whether it applies, then a matrix of what each needs.
 *
 * @param audit of the run
 * @param width of a line
 * @returns lines
 */
export function theoremsText(audit: Audit, width: number): string[] {
  const about = audit.theorems.filter(({ concerns }) => concerns);
  const lines = linesOf(
    audit,
    about.map(({ id }) => id),
  );
  return [
    "Theorems and lemmas, and what each says:",
    ...about.map(
      ({ name, says, applies }, k) => `  ${LETTERS[k]}  ${name} (${applies ? "applies" : "does not apply"}): ${says}`,
    ),
    "",
    "Which needs what (x: needed and fails, o: needed and holds, .: not needed):",
    ...matrix(lines, about.length, width),
  ];
}
