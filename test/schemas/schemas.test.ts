import { readdirSync, readFileSync } from "node:fs";
import { fc, test as property } from "@fast-check/vitest";
import { Ajv } from "ajv";
import { describe, expect, it, test } from "vitest";
import { jsonSchemas, schemaText } from "../../scripts/jsonSchemas.ts";
import { parseDynamics } from "../../src/dynamics/run.ts";
import { NAMED_PLANS } from "../../src/experiments/plans/registry.ts";
import { jobAt, parsePlan } from "../../src/experiments/sweep/plan.ts";
import { arbitraries } from "../../src/library/arbitraries.ts";
import { dynamics } from "../../src/library/dynamics.ts";
import { simulate } from "../../src/library/simulate.ts";
import { dataFrom } from "../../src/setting/dataFrom.ts";
import * as fields from "../../src/setting/fields.ts";
import { parseRun } from "../../src/sim/run.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), "utf8");
const ajv = new Ajv({ allowUnionTypes: true });

const SCHEMAS = jsonSchemas();
const validators = {
  run: ajv.compile(SCHEMAS["run.schema.json"]),
  plan: ajv.compile(SCHEMAS["plan.schema.json"]),
};

/** What a validator finds wrong; nothing where it finds nothing. */
function wrong(kind: keyof typeof validators, value: unknown): string[] {
  const validate = validators[kind];
  return validate(value)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

const RUN = { preset: "tiny", optimizer: { name: "adam", lr: 0.1 }, batchSize: 2, epochs: 3, testSize: 20 };
const PLAN = { base: RUN, axes: { batchSize: [1, 2], lr: { log: [0.1, 1], count: 3 } }, seeds: "1-3" };

test.each(Object.entries(SCHEMAS))("schemas/%s is what `npm run schemas` writes", (name, schema) => {
  expect(read(`schemas/${name}`) === schemaText(schema)).toBe(true);
  expect(ajv.validateSchema(schema)).toBe(true);
});

describe("the schemas", () => {
  const examples = readdirSync(new URL("examples", ROOT)).filter((name) => /\.(json|yaml)$/.test(name));

  it.each(examples)("take examples/%s", (name) => {
    expect(wrong(name.endsWith(".yaml") ? "plan" : "run", dataFrom(read(`examples/${name}`), name))).toEqual([]);
  });

  it.each(NAMED_PLANS.map((plan) => [plan.name, plan] as const))(
    "take the plan %s, and what is made of it",
    (_, { plan }) => {
      for (const quick of [false, true]) {
        expect(wrong("plan", plan(quick))).toEqual([]);
        expect(wrong("plan", parsePlan(plan(quick)))).toEqual([]);
      }
    },
  );

  it("take the code blocks of the guides to them", () => {
    const blocks = [
      ...`${read("docs/guides/run-files.md")}${read("docs/guides/many-machines.md")}`.matchAll(
        /```(json|yaml)\n(.*?)```/gs,
      ),
    ];
    expect(blocks.length).toBeGreaterThanOrEqual(2);
    for (const [, language, text] of blocks) {
      expect(wrong(language === "yaml" ? "plan" : "run", dataFrom(text as string, "the guides"))).toEqual([]);
    }
  });

  property.prop([arbitraries.settings])(
    "take every setting that is drawn, as a run and as it is understood",
    (setting) => {
      const { preset: _, ...run } = RUN;
      const file = { ...run, setting, batchSize: 1 };
      expect(wrong("run", file)).toEqual([]);
      expect(wrong("run", parseRun(file))).toEqual([]);
    },
  );

  it("take an optimizer of one's own, and the method of `dynamics`", () => {
    expect(wrong("run", { ...RUN, method: "gram", optimizer: { name: "lion", lr: 1, betas: [0.9, 0.99] } })).toEqual(
      [],
    );
  });

  it.each([
    ["run", { ...RUN, epoch: 3 }],
    ["run", { ...RUN, epochs: 0 }],
    ["run", { ...RUN, optimizer: { name: "sgd", lr: 0.1, betas: [0.9, 0.99] } }],
    ["run", { ...RUN, optimizer: { name: "adam" } }],
    ["run", { ...RUN, optimizer: { name: "adam", lr: 1, betas: [0.9, 1] } }],
    ["run", { ...RUN, optimizer: { name: "adam", lr: 1, betas: [0.9] } }],
    ["run", { ...RUN, optimizer: { name: "lion", lr: 1, momentum: 0.9 } }],
    ["run", { ...RUN, preset: "papr" }],
    ["run", { ...RUN, method: "grams" }],
    ["run", { ...RUN, setting: { n: 2 } }],
    ["plan", { ...PLAN, axis: {} }],
    ["plan", { ...PLAN, base: { ...RUN, seed: 1 } }],
    ["plan", { ...PLAN, base: { ...RUN, epoch: 1 } }],
    ["plan", { ...PLAN, axes: { batch: [1, 2] } }],
    ["plan", { ...PLAN, axes: { batchSize: [] } }],
    ["plan", { ...PLAN, axes: { lr: { log: [0, 1], count: 3 } } }],
    ["plan", { ...PLAN, axes: { lr: { linear: [0, 1], count: 1 } } }],
    ["plan", { ...PLAN, zip: [{ batch: [1] }] }],
    ["plan", { ...PLAN, seeds: -1 }],
    ["plan", { ...PLAN, seeds: [] }],
    ["plan", { ...PLAN, record: ["story"] }],
    ["plan", { ...PLAN, stop: { stuck: { records: 3 } } }],
  ] as const)("refuse what the program refuses: %s %j", (kind, file) => {
    expect(wrong(kind, kind === "run" ? RUN : PLAN)).toEqual([]);
    expect(wrong(kind, file)).not.toEqual([]);
    const parse = () => (kind === "plan" ? jobAt(parsePlan(file), 0) : parseDynamics(file));
    expect(parse).toThrow();
  });
});

/** Numbers at and beside every bound that a rule has, and what is no number. */
const VALUES = [
  ...[-1, -0, 0, 5e-324, 0.5, 1 - 2 ** -53, 1, 1.5, 2, 3, 7, 8, 9, 10, 11, 1e300, 2 ** 53 - 1, 2 ** 53],
  ...["", "a", "b", "1", null, true, [], [1], {}],
];

describe("a field's rule says the same in JSON Schema", () => {
  const FIELDS = {
    positiveInteger: fields.positiveInteger("", ""),
    integerFrom: fields.integerFrom(2, "", ""),
    integerBetween: fields.integerBetween(3, 10, "", ""),
    numberAbove: fields.numberAbove(1, 10, "", ""),
    positive: fields.positive("", ""),
    nonNegative: fields.nonNegative("", ""),
    fraction: fields.fraction(""),
    oneOf: fields.oneOf(["a", "b"], ""),
    schemaName: fields.SCHEMA_NAME.unwrap(),
  };

  property.prop(
    [fc.constantFrom(...Object.keys(FIELDS)), fc.oneof(fc.constantFrom(...VALUES), fc.double(), fc.integer())],
    {
      numRuns: 1000,
    },
  )("whatever the value is", (name, value) => {
    // What JSON has no word for is in no file.
    fc.pre(typeof value !== "number" || Number.isFinite(value));
    const field = FIELDS[name as keyof typeof FIELDS];
    const { json } = field.meta() as { json: object };
    expect([name, value, ajv.validate(json, value)]).toEqual([name, value, field.safeParse(value).success]);
  });
});

describe('"$schema"', () => {
  const $schema = "./node_modules/adamcheck/schemas/run.schema.json";

  it("may be named in a run file, and leaves no trace in the result", async () => {
    expect(JSON.stringify(await simulate({ $schema, ...RUN }))).toBe(JSON.stringify(await simulate(RUN)));
    expect(JSON.stringify(await dynamics({ $schema, ...RUN }))).toBe(JSON.stringify(await dynamics(RUN)));
    expect(wrong("run", { $schema, ...RUN })).toEqual([]);
  });

  it("may be named in a plan and its base, and leaves no trace in what is run", () => {
    expect(parsePlan({ $schema, ...PLAN, base: { $schema, ...RUN } })).toEqual(parsePlan(PLAN));
    const setting = { n: 4, d: 8, s: 2, sigmaP: 1, alpha: 0, m: 1, q: 3, sigma0: 1 };
    const { preset: _, ...rest } = RUN;
    const plan = { ...PLAN, base: { setting, ...rest } };
    expect(parsePlan({ ...plan, base: { $schema, ...plan.base } })).toEqual(parsePlan(plan));
    expect(wrong("plan", { $schema, ...PLAN, base: { $schema, ...RUN } })).toEqual([]);
  });

  it("must be a text", () => {
    expect(() => parseRun({ ...RUN, $schema: 7 })).toThrow(
      "$schema must be a text, the place of a JSON Schema, but is 7",
    );
  });
});
