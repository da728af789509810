import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { claimFile, papersMarkdown } from "../../proofs-check/papers/markdown.ts";
import { NEIGHBOUR_PAPERS } from "../../proofs-check/papers/neighbours.ts";
import { neighboursSection, withNeighbours } from "../../proofs-check/papers/neighboursSection.ts";
import { citedBy, numberOf } from "../../proofs-check/papers/numbers.ts";
import { PAPER_PARTS } from "../../proofs-check/papers/parts.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";

const ROOT = new URL("../../", import.meta.url);
const ITEMS = PAPER_PARTS.flatMap(({ items }) => items);
const nameOf = ({ paper, item }: { paper: string; item: string }) => `${paper} ${item}`;

/** What must be there, counted off in [T25]'s text: a floor under the list, so that nothing falls out of it. */
const numbered = (word: string, front: string, most: number, least = 1) =>
  Array.from({ length: most - least + 1 }, (_, k) => `T25 ${word} ${front}${k + least}`);
const PRINTED = [
  ...numbered("Definition", "3.", 2),
  ...numbered("Equation", "(3.", 6).map((name) => `${name})`),
  ...["4.1", "4.2", "4.4", "4.5"].map((number) => `T25 Theorem ${number}`),
  ...["4.3", "4.6"].map((number) => `T25 Corollary ${number}`),
  ...numbered("Lemma", "5.", 4),
  ...numbered("Condition", "A.", 2),
  ...numbered("Lemma", "A.", 8, 3),
  ...numbered("Lemma", "B.", 12),
  ...numbered("Lemma", "C.", 20),
  ...numbered("Table", "", 2),
  ...numbered("Figure", "", 12),
];

describe("the papers' items", () => {
  it("have every numbered one of [T25], each once", () => {
    const names = ITEMS.map(nameOf);
    expect(names).toEqual(expect.arrayContaining(PRINTED));
    expect(new Set(names).size).toBe(names.length);
  });

  it("name claims and files that exist, and something wherever they are not missing", () => {
    const ids = CLAIMS.map(({ id }) => id);
    for (const item of ITEMS) {
      const { claims = [], files = [], how, note } = item;
      expect([nameOf(item), claims.filter((id) => !ids.includes(id))]).toEqual([nameOf(item), []]);
      const missing = [...files, ...claims.map(claimFile)].filter((path) => !existsSync(new URL(path, ROOT)));
      expect([nameOf(item), missing]).toEqual([nameOf(item), []]);
      const here = how === "faithful" || how === "a reading";
      expect([nameOf(item), !here || claims.length + files.length > 0]).toEqual([nameOf(item), true]);
      expect([nameOf(item), how === "faithful" || note !== undefined]).toEqual([nameOf(item), true]);
    }
  });

  it.each(CLAIMS.map((claim) => [claim.id, claim] as const))(
    "know %s under every number of its source",
    (id, claim) => {
      const naming = ITEMS.filter(({ claims = [] }) => claims.includes(id));
      expect(naming.length).toBeGreaterThan(0);
      for (const { paper, number } of citedBy(claim.source)) {
        const found = naming.some((item) => item.paper === paper && numberOf(item) === number);
        expect([paper, number, found]).toEqual([paper, number, true]);
      }
    },
  );
});

describe("the sources of claims", () => {
  it("are read number by number", () => {
    expect(citedBy("T25 5.1 = B.1 = C.3, Z21 5.2")).toEqual([
      { paper: "T25", number: "5.1" },
      { paper: "T25", number: "B.1" },
      { paper: "T25", number: "C.3" },
      { paper: "Z21", number: "5.2" },
    ]);
    expect(citedBy("T25 C.4-C.6; Z21").map(({ number }) => number)).toEqual(["C.4", "C.5", "C.6"]);
    expect(citedBy("T25 section B.1.1")).toEqual([{ paper: "T25", number: "B.1.1" }]);
  });
});

describe("docs/coverage-of-the-papers.md", () => {
  it("is what `npm run papers` writes", () => {
    const kept = readFileSync(new URL("docs/coverage-of-the-papers.md", ROOT), "utf8");
    expect(kept).toBe(papersMarkdown(PAPER_PARTS, CLAIMS));
  });

  it("tells the claims' own statements and readings", () => {
    const text = papersMarkdown(PAPER_PARTS, CLAIMS);
    for (const { statement, checks } of CLAIMS) {
      for (const told of [statement, ...checks.flatMap(({ reading }) => reading ?? [])]) {
        expect(text).toContain(told.replaceAll("|", "\\|"));
      }
    }
  });
});

describe("docs/theory.md 4.13", () => {
  it("is what `npm run papers` writes", () => {
    const theory = readFileSync(new URL("docs/theory.md", ROOT), "utf8");
    expect(theory).toContain(neighboursSection(NEIGHBOUR_PAPERS, CLAIMS));
    expect(
      withNeighbours(theory.replace("| `xl24-box` ", "| `other` "), neighboursSection(NEIGHBOUR_PAPERS, CLAIMS)),
    ).toBe(theory);
  });
});
