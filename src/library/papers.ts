import { join } from "node:path";
import { howStated } from "../../proofs-check/papers/howStated.ts";
import { PAPER_PARTS } from "../../proofs-check/papers/parts.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { unpackedText } from "../experiments/packed.ts";
import { TARGETS } from "../experiments/targets/registry.ts";
import { HEAT_MAPS } from "../papers/heatMaps.ts";
import type { PaperReport } from "../papers/paper.ts";
import { PAPERS } from "../papers/registry.ts";
import { KEPT_VERDICTS } from "../papers/verdicts.generated.ts";
import { InputError, show } from "../setting/inputError.ts";
import * as z from "../setting/zod.ts";
import { checked, memberNamed, text } from "./options.ts";

/** Where verdicts are taken from. */
export interface PapersOptions {
  /** A folder that `adamcheck check --out` has written; the full checks kept with this version unless given. */
  readonly from?: string | undefined;
}

const schema = z.strictObject({ from: text() });

type Verdicts = Readonly<Record<string, { readonly says: string; readonly grade: string | null }>>;

/** The verdicts of a folder of `check`. */
function verdictsIn(folder: string): Verdicts {
  try {
    const { claims } = JSON.parse(unpackedText(join(folder, "check.json"))) as {
      claims: readonly ({ id: string } & Verdicts[string])[];
    };
    return Object.fromEntries(claims.map(({ id, says, grade }) => [id, { says, grade }]));
  } catch {
    throw new InputError(
      `from must be a folder that check --out has written, but is ${show(folder)}; name one or leave it out`,
    );
  }
}

/**
 * The papers: settings, what of them is reproduced, claims with their verdicts, readings.
 *
 * @param names of papers, such as "K23"; none for all
 * @param options where verdicts are taken from
 * @returns a paper each, in the order of the registry
 * @throws InputError, one sentence
 * Source: src/papers, a folder a paper; docs/theory.md 4.
 * @example
 * papers("K23")[0].targets.map(({ name }) => name) // => ["k23", "k23-sum", "k23-n", "k23-adam"]
 */
export function papers(names: string | readonly string[] = [], options: PapersOptions = {}): PaperReport[] {
  const { from } = checked(schema, options, "papers' options") as PapersOptions;
  const wanted = [names].flat();
  const known = PAPERS.map(({ tag }) => ({ name: tag }));
  for (const name of wanted) memberNamed("paper", known, name);
  const verdicts: Verdicts = from === undefined ? KEPT_VERDICTS : verdictsIn(from);
  const titles = new Map([...TARGETS, ...HEAT_MAPS].map(({ name, title }) => [name, title]));
  return PAPERS.filter(({ tag }) => wanted.length === 0 || wanted.includes(tag)).map(({ items: _, ...paper }) => ({
    ...paper,
    targets: paper.targets.map((name) => ({ name, title: titles.get(name) as string })),
    claims: CLAIMS.filter(({ id }) => paper.claims.includes(id)).map(({ id, source, statement }) => {
      const { says = null, grade = null } = verdicts[id] ?? {};
      return { id, source, statement, stated: howStated(PAPER_PARTS, id), verdict: says, grade };
    }),
  }));
}
