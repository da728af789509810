import { describe, expect, it } from "vitest";
import { pointName, tellingColumns } from "../../src/report/pointName.ts";

const point = (part: string, at: Record<string, string | number>) => ({ part, at });

describe("what tells points apart", () => {
  it("is no column that all share, and no part where columns tell", () => {
    expect(tellingColumns([point("x", { n: 4, b: 1 }), point("y", { n: 4, b: 2 })])).toEqual(["b"]);
  });

  it("is the part where nothing else is, without what follows from it", () => {
    // n follows from the part, b does not.
    const points = ["disjoint, n = 4", "overlapping, n = 4", "overlapping, n = 8"].flatMap((part, k) =>
      [1, 2].map((b) => point(part, { n: k === 2 ? 8 : 4, b })),
    );
    expect(tellingColumns(points)).toEqual(["part", "b"]);
    expect(pointName(tellingColumns(points), (column, cell) => `${column} = ${cell}`)(points[0] as never)).toBe(
      "disjoint, n = 4, b = 1",
    );
  });
});
