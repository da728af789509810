import { PAPERS_MODEL } from "../../setting/network.ts";
import type { ActivationOf } from "./activation.ts";

/**
 * Leaky ReLU.
 *
 * sigma(z) = z for z > 0, leak z else;  sigma'(z) = 1 for z > 0, leak else
 *
 * @param network its leak, in [0, 1)
 * @returns the pair
 * Source: ours; docs/theory.md 1.8.
 */
export const leakyRelu: ActivationOf = ({ model: { leak } = PAPERS_MODEL }) => ({
  value: (z) => (z > 0 ? z : leak * z),
  derivative: (z) => (z > 0 ? 1 : leak),
});
