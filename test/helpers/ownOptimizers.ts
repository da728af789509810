import { defineOptimizer } from "../../src/optimizers/defineOptimizer.ts";

/** Lion, as a user would define it. */
export const lion = defineOptimizer({
  name: "test-lion",
  decay: "decoupled",
  betas: [0.9, 0.99],
  memory: ["mom"],
  normalized: true,
  direction(gradient, memory, { betas: [b1, b2] }) {
    const step = Math.sign(b1 * memory.mom + (1 - b1) * gradient);
    memory.mom = b2 * memory.mom + (1 - b2) * gradient;
    return step;
  },
});

/** AdamW without bias correction, as a user would define it. */
export const ownAdamw = defineOptimizer({
  name: "test-adamw",
  decay: "decoupled",
  betas: [0.9, 0.999],
  eps: 1e-8,
  memory: ["mom", "sec"],
  normalized: true,
  direction(gradient, memory, { betas: [b1, b2], eps }) {
    memory.mom = b1 * memory.mom + (1 - b1) * gradient;
    memory.sec = b2 * memory.sec + (1 - b2) * (gradient * gradient);
    const below = Math.sqrt(memory.sec) + eps;
    return below === 0 ? 0 : memory.mom / below;
  },
});

/** Heavy ball: coupled decay, a memory, nothing normalized. */
export const heavyBall = defineOptimizer({
  name: "test-heavy-ball",
  decay: "coupled",
  memory: ["velocity"],
  direction(gradient, memory) {
    memory.velocity = 0.5 * memory.velocity + gradient;
    return memory.velocity;
  },
});
