// Activations by formulas: npx adamcheck simulate RUN.json --load activations.ts, with "activation": "gelu" in its setting.
// What formulas may say: docs/guides/your-own-model.md.
import { defineActivation } from "adamcheck";

// Hendrycks and Gimpel 2016.
defineActivation({
  name: "gelu",
  value: "z*normalCdf(z)",
  derivative: "normalCdf(z) + z*exp(-z^2/2)/sqrt(2*pi)",
});

// Ramachandran et al. 2017, beta = 1; SiLU.
defineActivation({
  name: "swish",
  value: "z/(1 + exp(-z))",
  derivative: "1/(1 + exp(-z))*(1 + z/(1 + exp(z)))",
});

// max(z, 0) + log(1 + e^-|z|) is log(1 + e^z) without overflow.
defineActivation({ name: "softplus", value: "max(z, 0) + log(1 + exp(-abs(z)))", derivative: "1/(1 + exp(-z))" });

defineActivation({ name: "tanh", value: "tanh(z)", derivative: "1 - tanh(z)^2" });
