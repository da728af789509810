import { fileURLToPath } from "node:url";
import type { ClaimVerdict } from "../../proofs-check/claimVerdict.ts";
import { CLAIMS } from "../../proofs-check/registry.ts";
import { unpackedText } from "../../src/experiments/packed.ts";
import type { Report } from "../../src/experiments/reproduce.ts";
import type { SummaryRow } from "../../src/experiments/sweep/summary.ts";
import { clopperPearson } from "../../src/statistics/clopperPearson.ts";

const PUBLISHED = fileURLToPath(new URL("../../docs/results/t25-synthetic/report.json", import.meta.url));

/** Every claim of the house with verdicts as long as they come. */
export const everyClaim = (): ClaimVerdict[] =>
  CLAIMS.map(({ id, source, kind, statement, latex, restsOn, readAs }, k) => ({
    ...{ id, source, kind, statement, latex, restsOn, verdict: "fails with constants 1", grade: "measured" },
    ...(readAs && { readAs }),
    ...{ reason: "so", says: k % 4 === 0 ? "proved, agrees in tests" : "fails at chosen sizes, fails for small n" },
    ...(k % 4 > 0 && { chosen: { verdict: "fails with constants 1", grade: "measured", reason: "so", at: ["n = 8"] } }),
    wherever: {
      ...{ verdict: "holds in part", grade: "certified", reason: "so" },
      share: { agree: 1999, of: 2000, ...clopperPearson(1999, 2000) },
    },
    evidence: [],
  }));

/** The published report over 20 seeds. */
export const someReport = (): Report => JSON.parse(unpackedText(PUBLISHED));

const often = (count: number) => ({ count, ...clopperPearson(count, 20) });

/** A sweep over five columns, longer than a page. */
export const someSummary = (): { readonly by: readonly string[]; readonly rows: readonly SummaryRow[] } => ({
  by: ["optimizer", "batchSize", "weightDecay", "lr", "beta2"],
  rows: Array.from({ length: 60 }, (_, k) => ({
    ...{ at: ["adamw", 2 ** (k % 5), 10 ** -(k % 7), 0.0005, 0.9999], runs: 20, seeds: 20, failed: k % 3 },
    frequencies: { fits: often(20 - (k % 3)), generalizes: often(k % 20), memorizes: often(1), diverges: null },
    testError: { median: 0.012345 * k, low: 0.0001234, high: 0.54321, coverage: 0.958610534667969 },
  })),
});
