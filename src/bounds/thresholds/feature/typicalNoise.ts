import type { Setting } from "../../../setting/setting.ts";

/** E|z| of a normal number. */
const MEAN_SIZE = Math.sqrt(2 / Math.PI);

/**
 * The l1 length of a noise patch of typical size.
 *
 * |zeta|_1 = s sigmaP E|z| = sqrt(2/pi) s sigmaP
 *
 * @param setting of Gaussian noise on s coordinates
 * @returns the length
 * Source: ours, docs/notes/flip.md.
 * @example
 * typicalNoise({ s: 2, sigmaP: 0.5 }) // => 0.7978845608028654
 */
export const typicalNoise = ({ s, sigmaP }: Pick<Setting, "s" | "sigmaP">): number => s * sigmaP * MEAN_SIZE;
