import { readdirSync } from "node:fs";

/** Where the scripts are that show how the package is used. */
export const EXAMPLES = new URL("../../examples/", import.meta.url).pathname;

/** What each script prints, in the order in which they are run; read-a-sweep.py reads what resume-a-sweep.mjs writes. */
export const PRINTED: Readonly<Record<string, RegExp>> = {
  "train-and-plot.mjs": /^b = 2: test error 0\.0\d+, .*\nb = 40: test error 0\.[1-9]\d*, .*\ndrawn into/,
  "thresholds-table.mjs": /│ 'adam' +│ 'feature' +│ 2 +│ 'n\^\(-3\/2\)' +│ '0\.0137' +│/,
  "decide-an-order.mjs":
    /^\{\}: holds \(everywhere\)\n.*\n\{"D":6,"q":3,"beta":"1\/4"\}: holds .*\n.*\ns sigmaP grows as n\^\(1\/2\)/,
  "audit-a-run.mjs":
    /^UNMET support-size: .*\n(.*\n)+supports are not disjoint in this start\nTheorem 4\.4: does not apply, for 9 reasons\n/,
  "own-optimizer.mjs":
    /^lambda 1e-5, b = 1: 100% of the seeds generalize\n(.*\n)+lambda 1e-1, b = 40: 0% .*\ndrawn into/,
  "own-lemma-property.mjs":
    /^bounded: holds \(tested\), 200 cases.*\nsigned: contradicted \(tested\), .*gradients .* give /,
  "own-lemma-scaling.mjs": /^feature-per-epoch: holds \(measured\), exponent of n 1 /,
  "own-lemma-proof.mjs": /^windows-apart: holds \(proved\), everywhere: /,
  "resume-a-sweep.mjs":
    /^stopped: \d+ runs finished, \d+ left\nresumed: \{ total: 48, finished: 48, failed: 0, left: 0 \}\n(batchSize \d: \d+ runs generalize\n){3}written/,
};

/** What adamcheck runs, and no reader: the guide to a network of one's own does. */
const RUN_BY_OURS = ["trainer.mjs"];

/** The scripts that are there. */
export const scripts = () =>
  readdirSync(EXAMPLES).filter((name) => name.endsWith(".mjs") && !RUN_BY_OURS.includes(name));
