import { describe, expect, it } from "vitest";
import { FIGURES } from "../../../src/report/figures/registry.ts";
import { reachOf } from "../../helpers/imports.ts";

const ROOT = new URL("../../../src/report/figures/", import.meta.url).pathname;

describe("the code that draws in a browser", () => {
  it.each(["registry", "run/trajectory", "run/errors", "palette", "sheet/sheet"])(
    "%s.ts needs no module of Node, and no packages but Plot and zod",
    (name) => {
      const { packages } = reachOf([`${ROOT}${name}.ts`]);
      const others = [...packages].filter(([each]) => !["@observablehq/plot", "zod"].includes(each));
      expect(others).toEqual([]);
    },
  );

  it("is told from that which draws without one", () => {
    expect(FIGURES.length).toBeGreaterThan(0);
    const { packages } = reachOf([`${ROOT}svg.ts`, `${ROOT}formats/png.ts`, `${ROOT}source.ts`]);
    for (const name of ["linkedom", "@resvg/resvg-js", "node:fs"]) expect(packages.has(name)).toBe(true);
  });
});
