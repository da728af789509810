// The settings, seeds and runs of the study, for run.mjs and summary.mjs.

/** sqrt(s) sigmaP = 1 in all; what differs is named. */
const base = { n: 20, d: 1000, s: 40, sigmaP: 1 / Math.sqrt(40), alpha: 0.2, m: 10, q: 3, sigma0: 0.01, labels: "balanced" };
export const SETTINGS = {
  disjoint: { ...base, supports: "disjoint" },
  "few neurons, sigma0 = 0.03": { ...base, supports: "disjoint", m: 5, sigma0: 0.03 },
  "alpha = 0": { ...base, supports: "disjoint", alpha: 0 },
  "alpha = 0.5": { ...base, supports: "disjoint", alpha: 0.5 },
  overlapping: { ...base, d: 200 },
  "paper's proportions": { ...base, n: 40, d: 200, m: 20 },
  "q = 4": { ...base, supports: "disjoint", q: 4, sigma0: 0.02 },
  "q = 4, overlapping": { ...base, d: 200, q: 4, sigma0: 0.05 },
};

export const SEEDS = Array.from({ length: 7 }, (_, k) => k + 1);

/** eta times the number of steps: how far a sign step can carry a weight. */
const REACH = 0.3;

/** Full-batch Adam, a step sigma0/100 long, looked at every five steps, or at the end where the test error counts. */
export function runOf(name, weightDecay, seed, question) {
  const setting = SETTINGS[name];
  const lr = setting.sigma0 / 100;
  const epochs = Math.ceil(REACH / lr);
  return {
    setting,
    optimizer: { name: "adam", lr, weightDecay, betas: [0.9, 0.999], convention: "pytorch", eps: 0 },
    ...{ batchSize: setting.n, epochs, seed, testSize: 1000, recordEvery: question === "class-fails" ? epochs : 5 },
  };
}
