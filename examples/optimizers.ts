// Four optimizers by formulas: npx adamcheck simulate RUN.json --load optimizers.ts, with "optimizer": { "name": "lion", "lr": 0.001 }.
// What formulas may say: docs/guides/your-own-claim.md; what is made of them: docs/notes/formulas.md.
import { defineOptimizer } from "adamcheck";

// Chen et al. 2023, Algorithm 2: the step looks ahead by b1, the momentum keeps b2. Memories come first, so the step asks for the old one.
defineOptimizer({
  name: "lion",
  decay: "decoupled",
  betas: [0.9, 0.99],
  memory: { mom: "b2*mom + (1-b2)*g" },
  direction: "sign(b1*old(mom) + (1-b1)*g)",
});

// Bernstein et al. 2018, Algorithm 2.
defineOptimizer({
  name: "signum",
  decay: "decoupled",
  betas: [0.9, 0],
  memory: { mom: "b1*mom + (1-b1)*g" },
  direction: "sign(mom)",
});

// torch.optim.RMSprop with alpha = b2.
defineOptimizer({
  name: "rmsprop",
  decay: "coupled",
  betas: [0, 0.99],
  eps: 1e-8,
  memory: { sec: "b2*sec + (1-b2)*g^2" },
  direction: "g/(sqrt(sec) + eps)",
});

// torch.optim.AdamW with amsgrad: the largest second moment so far, both moments corrected for bias.
defineOptimizer({
  name: "amsgrad",
  decay: "decoupled",
  betas: [0.9, 0.999],
  eps: 1e-8,
  memory: { mom: "b1*mom + (1-b1)*g", sec: "b2*sec + (1-b2)*g^2", top: "max(top, sec)" },
  direction: "1/(1 - b1^t)*mom/(sqrt(top)*(1/sqrt(1 - b2^t)) + eps)",
});
