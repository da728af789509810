import { carriedOf } from "../src/optimizers/formula/carried.ts";
import { fromFormulas } from "../src/optimizers/formula/fromFormulas.ts";
import { BY_FORMULAS } from "../src/optimizers/more/byFormulas.ts";

/** Where an operation came from is of use while formulas are read, and no more. */
const bare = (_: string, value: unknown) =>
  typeof value === "object" && value !== null && "origin" in value ? { ...value, origin: undefined } : value;

/** Our optimizers by formulas, read, as the source of a module. */
export function optimizersModule(): string {
  const lines = BY_FORMULAS.map((given) => JSON.stringify(carriedOf(fromFormulas(given)), bare));
  return `// Made by npm run optimizers from byFormulas.ts.
import type { Carried } from "../formula/carried.ts";

export const CARRIED: readonly Carried[] = JSON.parse(\`[
${lines.join(",\n")}
]\`);
`;
}
