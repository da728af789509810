import { scalingOf } from "../../../src/bounds/order/scalingOf.ts";
import { smallerSteps } from "../../claims/relations.ts";
import { exponentsDefinition, exponentsPredicate, quantityDefinitions } from "../orderTerms.ts";
import type { CoqProof } from "../theorem.ts";

/** What statements about orders in the scaling family stand on. */
export const FAMILY: Pick<CoqProof, "needs" | "definitions"> = {
  needs: ["orders", "family"],
  definitions: {
    family: [
      exponentsDefinition(),
      ...quantityDefinitions(scalingOf()),
      exponentsPredicate("family", scalingOf()),
      exponentsPredicate("smaller_steps", smallerSteps()),
    ],
  },
};
