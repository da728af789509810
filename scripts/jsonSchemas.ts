import { toJSONSchema, type ZodType } from "zod";
import { METHOD_NAMES } from "../src/dynamics/reduce.ts";
import { LISTS_JSON } from "../src/experiments/sweep/listText.ts";
import { planSchema } from "../src/experiments/sweep/plan.ts";
import { RANGE_JSON } from "../src/experiments/sweep/range.ts";
import { aboutSchema, MOMENT_SCHEMA, trainedSchema } from "../src/experiments/trainer/protocol.ts";
import { BUILT_IN } from "../src/optimizers/registry.ts";
import { schemaOf } from "../src/optimizers/schema.ts";
import { runFileSchema } from "../src/sim/runFile.ts";

interface Json {
  type?: unknown;
  properties: Record<string, Json>;
  required?: string[];
  anyOf?: Json[];
  oneOf?: Json[];
  [key: string]: unknown;
}

/** What zod makes of a schema, each rule of ours as it says itself in JSON Schema. */
const jsonOf = (schema: unknown): Json =>
  toJSONSchema(schema as ZodType, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    override({ jsonSchema }) {
      const { meaning, unit, range, json, ...rest } = jsonSchema as Record<string, unknown>;
      for (const key of Object.keys(jsonSchema)) delete jsonSchema[key];
      const said = unit === "none" || unit === "name" ? meaning : `${meaning} (${unit})`;
      Object.assign(jsonSchema, meaning !== undefined && { description: said }, rest, json);
    },
  }) as Json;

/** What our optimizers take; and one of a user's own, which may take anything that any of ours does. */
function optimizerJson(): Json {
  const { $schema: _, ...union } = jsonOf(schemaOf(BUILT_IN));
  const ours = (union.anyOf ?? union.oneOf) as Json[];
  const names = BUILT_IN.map(({ name }) => name);
  const properties = Object.assign({}, ...ours.map((one) => one.properties), {
    name: { type: "string", not: { enum: names }, description: "an optimizer of your own, which --load brings" },
  });
  // Its own parameters are numbers.
  const own = { ...(ours[0] as Json), properties, additionalProperties: { type: "number" } };
  return { properties: {}, anyOf: [...ours, own] };
}

const METHOD = { description: "of `dynamics` and `compare`: the recurrence", enum: METHOD_NAMES };

/** What images say by themselves may be left out beside them. */
const SAID_BY_IMAGES = ["d", "s", "sigmaP", "alpha"];

/** A setting, of which less is required where its data are images. */
function settingJson({ required = [], ...setting }: Json): Json {
  const files = { properties: { data: { type: "object" } } };
  const always = required.filter((key) => !SAID_BY_IMAGES.includes(key));
  return { ...setting, required: always, anyOf: [{ required }, { ...files, required: ["data"] }] } as unknown as Json;
}

function runJson(): Json {
  const given = jsonOf(runFileSchema);
  const setting = settingJson(given.properties.setting as Json);
  const run = { ...given, properties: { ...given.properties, setting } };
  const { properties: _, ...optimizer } = optimizerJson();
  return {
    title: "A run of adamcheck",
    ...run,
    properties: { ...run.properties, optimizer: optimizer as Json, method: METHOD as unknown as Json },
  };
}

/** The same where anything may be missing: a plan's axes bring it. */
function partial(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(partial);
  if (typeof json !== "object" || json === null) return json;
  const { required: _, ...rest } = json as Json;
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, partial(value)]));
}

function planJson(): Json {
  const plan = jsonOf(planSchema);
  const { $schema: _, title: __, ...run } = runJson();
  const { seed: ___, ...properties } = run.properties;
  const base = { ...(partial({ ...run, properties }) as Json), description: "a run file without a seed" };
  return {
    title: "A plan of adamcheck",
    ...plan,
    properties: { ...plan.properties, base },
    definitions: { range: RANGE_JSON, lists: LISTS_JSON },
  } as Json;
}

/** What a trainer of a user's own prints: of itself, and of a run. */
const trainerJsons = () => {
  const { $schema: _, ...moment } = jsonOf(MOMENT_SCHEMA);
  return {
    "trainer-about.schema.json": { title: "What a trainer says of itself to adamcheck", ...jsonOf(aboutSchema) },
    "trainer-result.schema.json": {
      title: "What a trainer gives adamcheck for a run",
      ...jsonOf(trainedSchema),
      definitions: { moment },
    },
  };
};

/**
 * The JSON Schemas (draft 7, which editors read) of what users and their trainers write, made from the schemas that check it.
 *
 * @returns by file name in schemas/
 */
export const jsonSchemas = () => ({
  "run.schema.json": runJson(),
  "plan.schema.json": planJson(),
  ...trainerJsons(),
});

/** A schema as its file has it. */
export const schemaText = (schema: object): string => `${JSON.stringify(schema, null, 1)}\n`;
