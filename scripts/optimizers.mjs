// Writes src/optimizers/more/carried.generated.ts from the formulas of byFormulas.ts: npm run optimizers.
import { writeFileSync } from "node:fs";
import { createJiti } from "jiti";

const { optimizersModule } = await createJiti(import.meta.url).import("./optimizersModule.ts");
writeFileSync(new URL("../src/optimizers/more/carried.generated.ts", import.meta.url), optimizersModule());
