import { proof } from "../../checks/proof.ts";
import type { Check } from "../../claim.ts";
import { argue } from "../../support/algebra/algebra.ts";
import { boxStep } from "../boxStep.ts";
import { slowGradients } from "../statements/slowGradients.ts";

/** Adam's step is a sign to explicit constants where gradients change slowly. */
export const slowGradientsStep = (): Check =>
  proof({
    name: "slow gradients",
    part: "slow gradients, explicit",
    about: "branch and bound with a certificate that is checked anew in exact rational numbers, both conventions",
    prove: () => argue([boxStep(slowGradients)], "the step is a sign up to explicit constants"),
  });
