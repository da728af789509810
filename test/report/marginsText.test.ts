import { describe, expect, it } from "vitest";
import { followMargins } from "../../src/margins/follow.ts";
import { marginsData, marginsTable } from "../../src/report/marginsText.ts";
import { finish } from "../../src/sim/follow.ts";
import { parseRun } from "../../src/sim/run.ts";

const resultOf = (optimizer: { readonly name: string; readonly lr: number; readonly weightDecay?: number }) =>
  finish(followMargins(parseRun({ preset: "tiny", optimizer, batchSize: 6, epochs: 30, testSize: 1, recordEvery: 1 })));

describe("margins as tables", () => {
  it("for programs have every record, with every digit", () => {
    const result = resultOf({ name: "adamw", lr: 0.01, weightDecay: 0.1 });
    const { head, rows } = marginsData(result);
    expect(rows).toHaveLength(result.history.length);
    const at = (name: string) => rows.map((row) => Number(row[head.indexOf(name)]));
    expect(at("epoch")).toEqual(result.history.map(({ epoch }) => epoch));
    expect(at("margin")).toEqual(result.history.map(({ margin }) => margin));
    expect(at("marginLinf")).toEqual(result.history.map(({ normalized }) => normalized.linf));
    expect(at("stationaritySpectral")).toEqual(result.history.map(({ stationarity }) => stationarity.spectral));
    expect(at("filled")).toEqual(result.history.map(({ constrained }) => constrained?.filled));
    expect(marginsTable(result).rows.length).toBeLessThan(rows.length);
  });

  it("leave a cell empty where there is no number", () => {
    const { head, rows } = marginsData(resultOf({ name: "sgd", lr: 0.1 }));
    expect(rows.map((row) => row[head.indexOf("gap")])).toEqual(rows.map(() => ""));
  });
});
