import { describe, expect, it } from "vitest";
import { clopperPearson } from "../../src/statistics/clopperPearson.ts";
import { sequentialInterval } from "../../src/statistics/sequentialInterval.ts";
import { sequentialTest } from "../../src/statistics/sequentialTest.ts";

/** Every way in which a series can end, and how many sequences end so. */
function endsOf({ most, verdict }: ReturnType<typeof sequentialTest>) {
  const ends: { hits: number; trials: number; paths: number }[] = [];
  let open = [1];
  for (let trials = 0; trials <= most; trials++) {
    for (const [hits, paths] of open.entries()) {
      if (paths === 0 || (trials < most && verdict(hits, trials) === undefined)) continue;
      ends.push({ hits, trials, paths });
      open[hits] = 0;
    }
    const before = open;
    open = Array.from({ length: trials + 2 }, (_, s) => (before[s - 1] ?? 0) + (before[s] ?? 0));
  }
  return ends;
}

describe("sequentialInterval", () => {
  it("is Clopper's and Pearson's where nothing is decided before the last trial", () => {
    const test = sequentialTest(0.05, 5);
    for (let hits = 0; hits <= 5; hits++) {
      const [found, exact] = [sequentialInterval(test, hits, 5), clopperPearson(hits, 5)];
      expect(found.share).toBe(exact.share);
      expect(Math.abs(found.low - exact.low)).toBeLessThan(1e-12);
      expect(Math.abs(found.high - exact.high)).toBeLessThan(1e-12);
    }
  });

  it.each([
    [0.05, 20],
    [0.2, 12],
  ])("covers at least 95 of 100 times for every probability (error %d, %d trials), by exact sums", (error, most) => {
    const test = sequentialTest(error, most);
    const ends = endsOf(test).map((end) => ({ ...end, ...sequentialInterval(test, end.hits, end.trials) }));
    // Just within and just beyond every end of an interval coverage is least.
    const edges = ends.flatMap(({ low, high }) => [low - 1e-9, low + 1e-9, high - 1e-9, high + 1e-9]);
    for (const p of [...edges, 0.5].filter((each) => each > 0 && each < 1)) {
      const chance = (side: "low" | "high") =>
        ends
          .filter(({ low, high }) => (side === "low" ? p < low : p > high))
          .reduce((total, { hits, trials, paths }) => total + paths * p ** hits * (1 - p) ** (trials - hits), 0);
      // Each side misses with chance 2.5% at most; the edges move it by 1e-9 times a slope below 20.
      expect(chance("low")).toBeLessThan(0.025 + 1e-7);
      expect(chance("high")).toBeLessThan(0.025 + 1e-7);
    }
  });

  it("is wider than that of a fixed number of trials where it ended early by luck", () => {
    const test = sequentialTest(0.05, 20);
    expect(sequentialInterval(test, 14, 20).low).toBeLessThan(clopperPearson(14, 20).low);
  });

  it("takes a series that ended undecided because trials were lost for one of so many trials", () => {
    const found = sequentialInterval(sequentialTest(0.05, 20), 3, 5);
    expect(Math.abs(found.low - clopperPearson(3, 5).low)).toBeLessThan(1e-12);
  });
});
