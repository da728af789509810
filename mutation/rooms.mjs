/** Rooms of src whose mutants are tried, and the tests that judge them: the room's own, and those of other rooms that are about what it computes. */
export const ROOMS = {
  numeric: ["numeric/**"],
  optimizers: ["optimizers/**", "sim/*", "dynamics/{coasting,conditions}", "docs/examples"],
  dynamics: ["dynamics/**"],
  "bounds/order": ["bounds/order/**"],
  "bounds/entailment": ["bounds/entailment/**", "algebra/linear/**"],
  interval: ["interval/**"],
};

/** Test files of these rooms that take seconds each and would judge thousands of mutants: they are left out, so that a score is at least what is printed. */
export const LEFT_OUT = ["dynamics/exactness", "dynamics/testError"];

/** Where the bundle of mathjs lies that stands for it while mutants are tried. */
export const MATHJS = "node_modules/.cache/adamcheck/mathjs.mjs";
