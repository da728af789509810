import { describe, expect, it } from "vitest";
import { type About, aboutFrom, aboutOf, engineFor } from "../../../src/experiments/queue/about.ts";
import { ENGINES } from "../../../src/sim/engines/registry.ts";

describe("engineFor", () => {
  const [engine] = ENGINES;
  const about = aboutOf("1.0.0", engine);

  it("is the engine that the sweep names, where all versions are its own", () => {
    expect(ENGINES.map((one) => engineFor(aboutOf("1.0.0", one), "1.0.0"))).toEqual(ENGINES);
  });

  it.each([
    ["version of adamcheck", { ...about, package: "1.0.1" }],
    ["engine", { ...about, engine: { name: "other", version: "1" } }],
    ["engine version", { ...about, engine: { name: engine.name, version: "none" } }],
    ["dynamics version", { ...about, dynamics: "none" }],
  ])("is a sentence where the %s is another", (what, other) => {
    expect(engineFor(other, "1.0.0")).toMatch(
      new RegExp(`^a sweep's ${what} must be that of its workers, but it has `),
    );
  });
});

describe("engineFor, of users' code", () => {
  const [engine] = ENGINES;
  const own = { file: "own.ts", sha256: "a".repeat(64) };
  const other = { file: "own.ts", sha256: "b".repeat(64) };
  const about = aboutOf("1.0.0", engine, [own]);

  it("is the engine where the worker has loaded the same, and more that no run depends on", () => {
    expect(engineFor(about, "1.0.0", [own, other])).toBe(engine);
    expect(engineFor(about, "1.0.0", [own], [own])).toBe(engine);
  });

  it.each([
    [
      [],
      [],
      /^a sweep's code must be loaded by its workers, but own\.ts \(SHA-256 a{12}\) is the sweep's and this worker has not loaded it; /,
    ],
    [[other], [], /and this worker has another own\.ts \(SHA-256 b{12}\); /],
    [
      [own, other],
      [own, other],
      /^a sweep's metrics must be those of its workers, but this worker has those of own\.ts \(SHA-256 b{12}\) /,
    ],
  ])("is a sentence where it has loaded %j, with the metrics of %j", (code, metrics, sentence) => {
    expect(engineFor(about, "1.0.0", code, metrics)).toMatch(sentence);
  });
});

describe("aboutFrom", () => {
  it.each(["lion one.mjs", "löwe.ts", `${"long".repeat(60)}.ts`, "own\u001b[2J\n.ts", "🦁".repeat(63)])(
    "reads a sweep whose code is of a file named %j, which a worker recognizes by its hash",
    (file) => {
      const [engine] = ENGINES;
      const own = { file, sha256: "a".repeat(64) };
      const read = aboutFrom(JSON.parse(JSON.stringify(aboutOf("1.0.0", engine, [own])))) as About;
      expect(engineFor(read, "1.0.0", [own])).toBe(engine);
      expect(engineFor(read, "1.0.0", [])).toMatch(/^a sweep's code must be loaded by its workers, [^\p{Cc}]*$/u);
      expect(engineFor(read, "1.0.0", [{ file, sha256: "b".repeat(64) }])).toContain("this worker has another ");
      expect([...(read.code?.[0]?.file ?? "")].length).toBeLessThanOrEqual(60);
    },
  );

  it.each([
    [{ file: "own\n.ts", sha256: "a".repeat(64) }],
    [{ file: "", sha256: "a".repeat(64) }],
    [{ file: "a".repeat(256), sha256: "a".repeat(64) }],
    [{ file: "own.ts", sha256: "a" }],
    [{ file: "own.ts", sha256: "a".repeat(64), more: 1 }],
  ])("refuses code %j", (own) => {
    expect(aboutFrom({ ...aboutOf("1.0.0", ENGINES[0]), code: [own] })).toBeUndefined();
  });

  it("reads what aboutOf has written, and refuses what could steer a terminal", () => {
    const about = aboutOf("1.0.0", ENGINES[0]);
    expect(aboutFrom(JSON.parse(JSON.stringify(about)))).toEqual(about);
    expect(aboutFrom({ ...about, package: "1\u001b[2J" })).toBeUndefined();
    expect(aboutFrom(null)).toBeUndefined();
  });
});
