/** Rooms of src whose mutants are tried, and the tests that judge them: the room's own, and those of other rooms that are about what it computes. */
export const ROOMS = {
  numeric: ["numeric/**"],
  optimizers: ["optimizers/**", "sim/*", "dynamics/{coasting,conditions}", "docs/examples"],
  dynamics: ["dynamics/**"],
  "bounds/order": ["bounds/order/**"],
  "bounds/interval": ["bounds/interval/**"],
};

/** Test files of these rooms that take seconds, the slowest last. */
export const SLOW = [
  "dynamics/dynamics.test",
  "dynamics/inactive",
  "dynamics/ownOptimizer",
  "dynamics/shadow",
  "dynamics/testError",
  "dynamics/exactness",
];
