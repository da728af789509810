// Writes docs/coverage-of-the-papers.md from the papers' items and the claims: npm run papers.
import { writeFileSync } from "node:fs";
import { papersMarkdown } from "../dist/proofs-check/papers/markdown.js";
import { PAPER_PARTS } from "../dist/proofs-check/papers/parts.js";
import { CLAIMS } from "../dist/proofs-check/registry.js";

writeFileSync(new URL("../docs/coverage-of-the-papers.md", import.meta.url), papersMarkdown(PAPER_PARTS, CLAIMS));
