import { HOW, type PaperItem } from "../../src/papers/item.ts";
import { toMarkdown } from "../../src/report/table.ts";
import type { Claim } from "../claim.ts";
import type { PaperPart } from "./item.ts";
import { unique } from "./unique.ts";

/** From docs/ to the checkout. */
const ROOT = "..";

/**
 * Where a claim of the papers is defined: one file each, named after it.
 *
 * @param id of the claim
 * @returns the path in the checkout
 * Source: ours.
 * @example
 * claimFile("adam-large-stage1") // => "proofs-check/claims/adamLargeStage1.ts"
 * claimFile("thm-4.1") // => "proofs-check/claims/thm41.ts"
 */
export const claimFile = (id: string): string =>
  `proofs-check/claims/${id.replaceAll(/[-.]([a-z\d])/g, (_, letter: string) => letter.toUpperCase())}.ts`;

const link = (text: string, path: string) => `[${text}](${ROOT}/${path})`;

const claimLink = (id: string) => link(id, claimFile(id));

const fileLink = (path: string) => link(path.split("/").slice(-1).join(), path);

const howText = ({ how, note }: PaperItem) => (note === undefined ? how : `${how}: ${note}`);

function partBlock({ title, items }: PaperPart): string[] {
  const rows = items.map((item) => [
    item.item,
    item.about,
    howText(item),
    (item.claims ?? []).map(claimLink).join(", "),
    (item.files ?? []).map(fileLink).join(", "),
  ]);
  return [`## ${title}`, toMarkdown({ head: ["item", "about", "how", "claims", "files"], rows })];
}

const claimRow = (claim: Claim) => [
  claimLink(claim.id),
  claim.source,
  claim.statement,
  unique(claim.checks.map(({ reading }) => reading)).join("; "),
  (claim.readAs ?? []).join("; "),
];

const count = (parts: readonly PaperPart[], how: PaperItem["how"]) =>
  parts.flatMap(({ items }) => items).filter((item) => item.how === how).length;

/**
 * docs/coverage-of-the-papers.md: what of the papers is here, and how.
 *
 * @param parts items with where they are found
 * @param claims whose statements and readings are told
 * @returns the document
 * Source: ours.
 */
export function papersMarkdown(parts: readonly PaperPart[], claims: readonly Claim[]): string {
  const blocks = [
    "# What of the papers is here",
    "Written by `npm run papers` from proofs-check/papers and from the claims themselves; edit those, not this.",
    `Items: ${HOW.map((how) => `${count(parts, how)} ${how}`).join(", ")}. *Faithful* is as printed, or as the text around a formula that we cannot see leaves no choice. *A reading*: something is left open, or could not be seen, and was read in one way. *Not yet*: it could be had and is not. *Not possible*: nobody could check it here.`,
    "Whether a claim holds is not said here: `adamcheck check` says it, and [errata.md](errata.md) what it found. Most displayed formulas of [T25] are not in the text that we have; of [Z21] we have what [T25] says of it, and the statements of [theory.md](theory.md); of [C22] and [K23] the first page, and of [K23] the public script with its heat map: the rest of both is from memory.",
    ...parts.flatMap(partBlock),
    "## The claims",
    "Statements, and what differs between the readings that the checks tell apart, as the claims themselves have them.",
    toMarkdown({
      head: ["claim", "source", "statement", "readings", "read at finite size as"],
      rows: claims.map(claimRow),
    }),
  ];
  return `${blocks.join("\n\n")}\n`;
}
