// Writes docs/coverage-of-the-papers.md, and docs/theory.md 4.13, from the papers' items and the claims: npm run papers.
import { readFileSync, writeFileSync } from "node:fs";
import { papersMarkdown } from "../dist/proofs-check/papers/markdown.js";
import { NEIGHBOUR_PAPERS } from "../dist/proofs-check/papers/neighbours.js";
import { neighboursSection, withNeighbours } from "../dist/proofs-check/papers/neighboursSection.js";
import { PAPER_PARTS } from "../dist/proofs-check/papers/parts.js";
import { CLAIMS } from "../dist/proofs-check/registry.js";

const at = (path) => new URL(`../${path}`, import.meta.url);
const theory = at("docs/theory.md");
writeFileSync(at("docs/coverage-of-the-papers.md"), papersMarkdown(PAPER_PARTS, CLAIMS));
writeFileSync(theory, withNeighbours(readFileSync(theory, "utf8"), neighboursSection(NEIGHBOUR_PAPERS, CLAIMS)));
