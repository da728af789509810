// Writes the JSON Schemas of run files and plans into schemas/, from the schemas that check them.
import { writeFileSync } from "node:fs";
import { createJiti } from "jiti";

const { jsonSchemas, schemaText } = await createJiti(import.meta.url).import("./jsonSchemas.ts");
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`../schemas/${name}`, import.meta.url), schemaText(schema));
}
