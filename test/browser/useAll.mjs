// Uses every function of the browser's entry, which is given: in Node, or in a page.

const run = { preset: "tiny", optimizer: { name: "adam", lr: 0.01 }, batchSize: 2, epochs: 8, testSize: 50, seed: 3 };

/** The JSON of what each function gives, by its name. */
export async function useAll(adamcheck) {
  const {
    audit,
    compare,
    coverage,
    defineActivation,
    defineData,
    defineMetric,
    defineOptimizer,
    dynamics,
    family,
    formulas,
    oneStep,
    order,
  } = adamcheck;
  const { certify, checkProof, follows, orderFrom } = adamcheck;
  const { PRESETS, presetRun, presets, simulate, stepwise, thresholds, InputError } = adamcheck;
  const own = { name: "own", decay: "coupled", direction: (gradient) => Math.sign(gradient), normalized: true };
  const refusals = [{ lr: -1 }, { threads: 2 }].map(({ lr = 0.01, ...options }) =>
    simulate({ ...run, optimizer: { name: "adam", lr } }, options).catch((error) => [
      error instanceof InputError,
      error.message,
    ]),
  );
  const results = {
    simulate: await simulate(run, { saveWeights: true }),
    dynamics: await dynamics(run, { saveCoefficients: true }),
    compare: await compare(run),
    stepwise: stepwise.finish(stepwise.dynamics(run)),
    audit: audit(run),
    thresholds: await thresholds({ preset: "paper", batchSize: [2, 100] }),
    order: order("lambda = o(sigma0^(q-2))", { set: { D: 6, q: 3 } }),
    orderFrom: orderFrom("log(n)^3 <= n"),
    follows: follows("eta*s = o(1)", { given: ["s = O(d/n)", "eta = O(1/d)"] }),
    checkProof: checkProof("given s = O(d/n)\nshow s = o(d)"),
    certify: await certify({ ...run, optimizer: { name: "signsgdw", lr: 0.01 } }),
    coverage: coverage({ D: "13/2" }),
    family: family({ n: 64 }),
    formulas: formulas("adam"),
    oneStep: oneStep({ optimizer: run.optimizer, weight: 1, gradient: 0.5 }, { arithmetic: "intervals" }),
    presets: presets(),
    PRESETS,
    presetRun: presetRun({ preset: "small" }),
    defineOptimizer: await simulate({ ...run, optimizer: { name: defineOptimizer(own).name, lr: 0.01 } }),
    InputError: await Promise.all(refusals),
  };
  defineActivation({ name: "swish", value: "z/(1 + exp(-z))", derivative: "1/(1 + exp(-z))*(1 + z/(1 + exp(z)))" });
  const setting = { ...PRESETS.tiny.setting, activation: "swish" };
  const { preset: _, ...rest } = run;
  results.defineActivation = await simulate({ ...rest, setting });
  const row = ({ normal, setting: { d } }) => Array.from({ length: d }, normal);
  defineData({ name: "noise", draw: (from) => ({ label: from.index % 2 ? 1 : -1, patches: [row(from), row(from)] }) });
  results.defineData = await simulate({ ...rest, setting: { ...setting, data: "noise" } });
  // Every run records it from then on.
  defineMetric({ name: "gap", about: "a gap", unit: "none", of: ({ moment }) => moment.testError - moment.trainError });
  results.defineMetric = await simulate(run);
  return Object.fromEntries(Object.entries(results).map(([name, result]) => [name, JSON.stringify(result)]));
}
