import { readdirSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { textOf } from "../../../proofs-check/claims/relations.ts";
import { quantityDefinitions } from "../../../proofs-check/coq/orderTerms.ts";
import { COQ_PROOFS } from "../../../proofs-check/coq/registry.ts";
import { missingIn, sourceOf } from "../../../proofs-check/coq/source.ts";
import { CLAIMS } from "../../../proofs-check/registry.ts";
import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";

const files = COQ_PROOFS.filter(({ text }) => text === undefined).flatMap(({ needs, file }) => [...needs, file]);

const inFolder = COQ_PROOFS.filter(({ text }) => text === undefined);

describe.each(inFolder.map((proof) => [proof.claim, proof] as const))("the Coq file of %s", (claim, proof) => {
  const own = CLAIMS.find(({ id }) => id === claim);

  test("states what the claim's formulas and constants say, and tells its assumptions", () => {
    expect(missingIn(proof)).toEqual([]);
  });

  test("belongs to a claim, and names its parts and readings", () => {
    expect(own).toBeDefined();
    // A part of its own is what no check of the claim looks at.
    const beyond = ["noise at a sign step"];
    for (const { part, reading } of proof.theorems) {
      const like = own?.checks.filter((check) => check.part === part || beyond.includes(part ?? "")) ?? [];
      expect(like, part).not.toEqual([]);
      if (reading !== undefined) expect(like.some((check) => check.reading === reading)).toBe(true);
    }
  });

  test("has a theorem for each part of the claim that is proved by our algebra", () => {
    const proved = own?.checks.filter(({ grade }) => grade === "proved").map(({ part }) => part) ?? [];
    const parts = proof.theorems.map(({ part }) => part);
    expect(proved.filter((part) => !parts.includes(part))).toEqual([]);
  });
});

test("what stands in a comment is not stated", () => {
  const [proof] = inFolder as [(typeof inFolder)[0]];
  const [{ name, statement }] = proof.theorems as [(typeof proof.theorems)[0]];
  const stated = `Theorem ${name} : ${statement}.`;
  const hidden = sourceOf(proof.file)
    .replaceAll(/\s+/g, " ")
    .replace(stated.replaceAll(/\s+/g, " "), () => `(* a (* b *) ${stated} *) Theorem ${name} : True.`);
  expect(missingIn(proof, (file) => (file === proof.file ? hidden : sourceOf(file)))).toEqual([stated]);
});

/** A claim's data changed: file of the claim, what it exports, the change. */
const CHANGES = [
  ["momentRatio", "BOUND", "(1-b1)/sqrt(1-b2)/sqrt(1 - b1^3/b2)"],
  ["residualSign", "SIGN", -1],
  ["disjointSupports", "NUMBERS", { constant: 3, power: 2, population: 1 }],
  ["disjointSupports", "NUMBERS", { constant: 2, power: 3, population: 1 }],
  ["disjointSupports", "NUMBERS", { constant: 2, power: 2, population: 0 }],
  ["gradient", "FORMULA", { featureNoise: 2, drop: 1, decay: 1 }],
  ["gradient", "FORMULA", { featureNoise: 1, drop: 2, decay: 1 }],
  ["gradient", "FORMULA", { featureNoise: 1, drop: 1, decay: 2 }],
  ["cor46", "ORDERS", { adam: "sigma0^(q-1)", adamw: "min(B^2/n, 1)" }],
  ["cor46", "ORDERS", { adam: "sigma0^(q-2)", adamw: "min(B/n, 1)" }],
  ["initScale", "FEATURE_NOISE", "alpha = o(s*sigmaP)"],
  ["relations", "textOf", (id: string) => (id === "feature-noise" ? "alpha = o(sigmaP)" : textOf(id))],
  ["relations", "smallerSteps", () => scalingOf({ exponents: { powerEta: "D/2 - 1 + (q - 1)*D/4 + 2*l" } })],
  ["adamLargeStage1", "FEATURE", 2],
] as const;

test.each(CHANGES)("with other data of %s (%s: %j) the file lacks what the claim says", async (file, name, value) => {
  vi.resetModules();
  vi.doMock(`../../../proofs-check/claims/${file}.ts`, async (original) => ({
    ...(await original<object>()),
    [name]: value,
  }));
  const changed = await import("../../../proofs-check/coq/registry.ts");
  vi.doUnmock(`../../../proofs-check/claims/${file}.ts`);
  const lacking = changed.COQ_PROOFS.filter((proof) => missingIn(proof).length > 0).map((proof) => proof.file);
  expect(lacking).toContain(file);
});

test("a scaling that grows otherwise is another one than family.v has", () => {
  const own = quantityDefinitions(scalingOf());
  const other = quantityDefinitions(scalingOf({ quantities: { s: "d^(1/3)/n^2" } }));
  const lacking = (definitions: readonly string[]) =>
    missingIn({ claim: "", file: "family", needs: [], definitions: { family: definitions }, theorems: [] });
  expect(lacking(own)).toEqual([]);
  expect(lacking(other)).toEqual(["Definition s (e : exponents) (n : R) : R := Rpower (d e n) (1 / 3) / Rpower n 2."]);
});

test("the claims that our algebra proves are stated for Coq", () => {
  const stated = inFolder.map(({ claim }) => claim);
  const proved = [
    "relations",
    "init-scale",
    "disjoint-supports",
    "gradient",
    "residual-sign",
    "moment-ratio",
    "cor-4.6",
  ];
  expect(stated).toEqual(expect.arrayContaining(proved));
  expect(new Set(stated).size).toBe(stated.length);
});

test("files are those of the folder, assume nothing and leave nothing out", () => {
  const folder = new URL("../../../proofs-check/coq/", import.meta.url);
  const there = readdirSync(folder).flatMap((name) => /^(.+)\.v$/.exec(name)?.[1] ?? []);
  expect([...new Set(files)].sort()).toEqual(there.sort());
  for (const file of there) {
    // Coq's kernel says so, too, where it is there; comments may have the words.
    const code = sourceOf(file).replaceAll(/\(\*[\s\S]*?\*\)/g, "");
    expect(code, file).not.toMatch(/\b(Axiom|Parameter|Conjecture|Admitted|admit|Abort|Unset|bypass_check)\b/);
    const required = [...code.matchAll(/\bAdamcheck\.(\w+)/g)].map(([, name]) => name as string);
    for (const { needs } of COQ_PROOFS.filter((proof) => proof.file === file)) {
      expect(needs).toEqual(expect.arrayContaining(required));
    }
  }
});
