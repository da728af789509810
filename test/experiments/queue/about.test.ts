import { describe, expect, it } from "vitest";
import { aboutFrom, aboutOf, engineFor } from "../../../src/experiments/queue/about.ts";
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

describe("aboutFrom", () => {
  it("reads what aboutOf has written, and refuses what could steer a terminal", () => {
    const about = aboutOf("1.0.0", ENGINES[0]);
    expect(aboutFrom(JSON.parse(JSON.stringify(about)))).toEqual(about);
    expect(aboutFrom({ ...about, package: "1\u001b[2J" })).toBeUndefined();
    expect(aboutFrom(null)).toBeUndefined();
  });
});
