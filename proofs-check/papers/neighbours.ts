import { itemOf, type PaperPart } from "./item.ts";

/** Papers of which a theorem or two are checked, as far as they are known here. */
export const NEIGHBOURS: PaperPart = {
  title: "Neighbours: [XL24], [ZZC24], as far as they are known here",
  items: [
    itemOf("XL24")(
      "Theorem 1.1",
      "full-batch AdamW, where it converges, does at a KKT point within |w|_inf <= 1/lambda",
      {
        how: "a reading",
        claims: ["xl24-box"],
        files: ["src/margins/constrained.ts"],
        note: "from its introduction; convergence is read as a long training with a falling learning rate",
      },
    ),
    itemOf("ZZC24")("Main theorem", "full-batch Adam on separable data converges to the largest l_inf margin", {
      how: "a reading",
      claims: ["zzc24-linf"],
      files: ["src/margins/margins.ts"],
      note: "from its abstract; rates are not in it",
    }),
    itemOf("ZZC24")("Rates of convergence", "by the exponent of the learning rate", {
      how: "not possible",
      note: "its text is not at hand",
    }),
  ],
};
