// The certified checks of the claims on more starts than `check` takes: 12, and 20 of cor-4.3.
//   node docs/results/certified/claims.mjs [PART OF A NAME] > docs/results/certified/claims.md
import { loadStudy } from "./load.mjs";

const { CHECKS, certifiedOf } = await loadStudy("test/certified/claimStudy.ts");

console.log(`# Claims, certified

\`node docs/results/certified/claims.mjs\`, Node ${process.versions.node}: the certified checks of the claims, seed 1. What is certified of a start is true of that start.
`);
for (const name of Object.keys(CHECKS).filter((one) => one.includes(process.argv[2] ?? ""))) {
  const begun = performance.now();
  const { samples, finding, about, at } = certifiedOf(name, name.includes("cor-4.3") ? 20 : 12);
  const seconds = (performance.now() - begun) / 1000;
  const tried = samples.map(({ seed, precision, rest }) => `${seed}${precision === undefined ? "" : ` (${precision})`}${rest ? ` (${rest.factor.toPrecision(4)})` : ""}`);
  console.log(`## ${name}

${about}. At ${at}.

**${finding.verdict}**: ${finding.reason}. ${seconds.toFixed(0)} s on a shared core.

Seeds (digits, or what a step leaves): ${tried.join(", ")}.
`);
}
