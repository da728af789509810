// Writes src/papers/verdicts.generated.ts from the check that is kept: npm run verdicts.
import { readFileSync, writeFileSync } from "node:fs";
import { keptVerdicts, verdictsModule } from "../dist/proofs-check/papers/kept.js";

const at = (path) => new URL(`../${path}`, import.meta.url);
writeFileSync(
  at("src/papers/verdicts.generated.ts"),
  verdictsModule(keptVerdicts((path) => readFileSync(at(path), "utf8"))),
);
