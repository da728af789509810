import { describe, expect, it } from "vitest";
import { pngOf } from "../../../../src/report/figures/formats/png.ts";

const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20" viewBox="0 0 60 20" font-family="'DejaVu Sans', Verdana, sans-serif" font-size="10">${inside}</svg>`;
const bytes = (inside: string) => Buffer.from(pngOf(svg(inside)));

describe("pngOf", () => {
  it("gives a PNG of twice the size", () => {
    const png = bytes("");
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([120, 40]);
  });

  it("draws letters with the font of the package: Greek, raised and lowered ones, each as itself", () => {
    const drawn = ["", ..."λσηβξ⁻⁵₀ₚ⟨"].map((letter) =>
      bytes(`<text x="5" y="15">${letter}</text>`).toString("base64"),
    );
    expect(new Set(drawn).size).toBe(drawn.length);
    // What the font lacks is a box, and no letter above is drawn as that.
    expect(drawn).not.toContain(bytes('<text x="5" y="15">\u{16f44}</text>').toString("base64"));
  });
});
