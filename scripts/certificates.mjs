// Writes proofs-check/boxes/certificates/*.json by branch and bound: npm run certificates.
import { writeFileSync } from "node:fs";
import { createJiti } from "jiti";

const jiti = createJiti(import.meta.url);
const { BOX_STATEMENTS } = await jiti.import("../proofs-check/boxes/registry.ts");
const { coverOf } = await jiti.import("../proofs-check/boxes/cover.ts");
const { certificatePath, certificateText } = await jiti.import("../proofs-check/boxes/certificate.ts");
const { recheck } = await jiti.import("../proofs-check/boxes/checker/recheck.ts");
for (const statement of BOX_STATEMENTS) {
  const certificate = coverOf(statement);
  if (!certificate) throw new Error(`${statement.name} is not decided`);
  const text = certificateText(certificate);
  const refused = recheck(JSON.parse(text), statement);
  if (refused) throw new Error(`${statement.name}: ${refused}`);
  writeFileSync(certificatePath(statement.name), text);
  console.log(`${statement.name}: ${certificate.leaves.length} boxes`);
}
