// Writes src/papers/verdicts.generated.ts from the check that is kept: npm run verdicts.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { keptVerdicts, verdictsModule } from "../dist/proofs-check/papers/kept.js";
import { unpackedText } from "../dist/src/experiments/packed.js";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
writeFileSync(at("src/papers/verdicts.generated.ts"), verdictsModule(keptVerdicts((path) => unpackedText(at(path)))));
