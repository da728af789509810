// What runs.ndjson says, as `adamcheck check` would say it: shares with 95% intervals at every n, against 1 - 1/n, and the trend.
//   node docs/results/trend/summary.mjs > docs/results/trend/summary.md       (after `npm run build`)
import { trend } from "../../../dist/proofs-check/checks/trend.js";
import { shareOf, shareRange } from "../../../dist/proofs-check/checks/share.js";
import { linesOf } from "../lines.mjs";

const runs = linesOf(new URL("runs.ndjson", import.meta.url));
const FAILS = ({ trainError, testError }) => trainError === 0 && testError >= 0.45;
const LEARNS = ({ trainError, testError }) => trainError === 0 && testError < 0.1;
const SAYS = { "thm-4.1": FAILS, "thm-4.2": LEARNS, "thm-4.4": FAILS, "thm-4.5": LEARNS };
function groups(all, key) {
  const found = new Map();
  for (const one of all) found.set(key(one), [...(found.get(key(one)) ?? []), one]);
  return found;
}
/** Fewer seeds than these are no row. */
const LEAST = 6;

const studies = groups(runs, ({ theorem, support, level }) => `${theorem}, s = ${support === 1 ? "" : `${support} `}sqrt(n), level ${level}`);
console.log(`# Theorems about whole runs, as n grows

Runs of \`node docs/results/trend/run.mjs\`: ${runs.length}, engine ${[...new Set(runs.map(({ engine }) => engine))].join(", ")}, seeds from 3001. Scaling family with constants, D = 5, every hypothesis met with the constant 1
(Theorem 4.2 at n = 16 on). \`agree\`: training error 0 and test error as the theorem says (at least 0.45, or below 0.1). Level 2 is the papers' signs.
`);
for (const [name, all] of [...studies].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const says = SAYS[all[0].theorem];
  const byN = [...groups(all, ({ n }) => n)].filter(([, some]) => some.length >= LEAST).sort(([a], [b]) => a - b);
  if (byN.length === 0) continue;
  console.log(`## ${name}\n\n| n | s | m | epochs | agree | 95% interval | 1 - 1/n |\n| --- | --- | --- | --- | --- | --- | --- |`);
  for (const [n, some] of byN) {
    const share = shareOf(some.filter(says).length, some.length);
    console.log(`| ${n} | ${some[0].s} | ${some[0].m} | ${some[0].epochs} | ${share.agree} of ${share.of} | ${shareRange(share)} | ${(1 - 1 / n).toFixed(3)} |`);
  }
  if (byN.length > 1) {
    const most = Math.max(...byN.map(([, some]) => some.length));
    const samples = Array.from({ length: most }, (_, k) => byN.map(([, some]) => (some[k] === undefined ? null : says(some[k]))));
    const { verdict, reason } = trend({ name, about: "", grid: byN.map(([n]) => n), outcome: () => null, claimed: (n) => 1 - 1 / n }).judge(samples);
    console.log(`\n**${verdict}**: ${reason.slice(reason.indexOf("halves"))}\n`);
  } else console.log();
}
