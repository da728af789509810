// Statements under hypotheses: ten hypotheses over eight symbols, and a proof's file of 60 lines. After `npm run build`: node bench/entailment.mjs
import { checkProof, follows } from "../dist/src/index.js";

const GIVEN = [
  ...[
    "d = poly(n)",
    "s = Theta(sqrt(d)/n^2)",
    "sigmaP^2 = Theta~(1/s)",
    "alpha = Theta~(sigmaP)",
    "sigma0^2 = Theta(d^(-1/2))",
  ],
  ...["m = polylog(n)", "eta = o(1/d)", "eta*lambda = O~(1)", "lambda = o(sigma0*sigmaP/n)", "d = omega~(n^4)"],
];
const CLAIMS = [
  "eta*s*sigmaP = o(1)",
  "s*sigmaP = omega(1)",
  "alpha*m*sqrt(s) = O~(1)",
  "lambda = omega(eta)",
  "min(alpha, sigma0) = O(sqrt(alpha*sigma0))",
];
const LINES = [
  ...GIVEN.map((text, k) => `given H${k}: ${text}`),
  ...Array.from(
    { length: 50 },
    (_, k) =>
      `show S${k}: ${["eta*s*sigmaP", "eta*sigmaP", "eta*s", "eta*m*s*sigmaP", "lambda*m"][k % 5]} = o(${["1", "n", "log(n)", "sqrt(n)"][k % 4]})`,
  ),
];

const milliseconds = (what) => {
  const begin = process.cpuUsage();
  const result = what();
  const { user, system } = process.cpuUsage(begin);
  return { result, ms: (user + system) / 1000 };
};
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

for (const claim of CLAIMS) {
  const times = Array.from({ length: 21 }, () => milliseconds(() => follows(claim, { given: GIVEN })));
  console.log(
    `${claim}: ${times[0].result.verdict}, first ${times[0].ms.toFixed(0)} ms, median ${median(times.map(({ ms }) => ms)).toFixed(1)} ms`,
  );
}
const proof = milliseconds(() => checkProof(LINES.join("\n")));
console.log(
  `a proof of ${LINES.length} lines, ${proof.result.steps} of ${proof.result.of} steps as they say: ${proof.ms.toFixed(0)} ms of processor time`,
);
