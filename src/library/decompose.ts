import "../data/images/files.ts";
import { SIGNAL_BY, type SignalBy } from "../decomposition/directions.ts";
import { type DecomposedResult, followDecomposition, MEANS_OF, type MeansOf } from "../decomposition/follow.ts";
import * as z from "../setting/zod.ts";
import { parseRun } from "../sim/run.ts";
import type { RunFile } from "../sim/runFile.ts";
import { ENGINE, type EngineName, engineOf } from "./engineOf.ts";
import { inTurns } from "./inTurns.ts";
import { checked, LONG, type LongOptions, word } from "./options.ts";

/** How weights are taken apart. */
export interface DecomposeOptions extends LongOptions {
  /** "wasm" unless given. */
  readonly engine?: EngineName | undefined;
  /** Where class means are taken: of as many fresh examples ("heldOut", unless given), or of the training set itself ("training"). */
  readonly meansOf?: MeansOf | undefined;
  /** What of them is signal: their differences ("means", unless given), or Fisher's discriminant directions ("discriminants"). */
  readonly signalBy?: SignalBy | undefined;
}

const schema = z.strictObject({ ...LONG, engine: ENGINE, meansOf: word(MEANS_OF), signalBy: word(SIGNAL_BY) });

/**
 * Trains the network and says at every record what of its weights is signal and what memorized noise, measured from the data alone: as real data, which have no
 * feature v, would be measured.
 *
 * signal_c = max_r <w_{c,r}, u_c>,  u_c = (mean_c - middle)/|mean_c - middle|;  noise_c = max over i of class c, p, r of <w_{c,r}, e_{i,p}>,  e = x - P_S x,  S = span(u);
 * by discriminants u_c is along (W + rho I)^-1 (mean_c - middle), W the scatter of patches about the mean of their class and place, rho = tr W/d
 *
 * @param spec a run, as for `simulate`
 * @param options engine, where class means are taken (meansOf), what of them is signal (signalBy), signal, onProgress
 * @returns for each class measured signal and noise and the shares of |W_c|^2 in their spans, beside the true coefficients, and their correlation over training
 * @throws InputError, one sentence
 * Source: docs/notes/decomposition.md.
 * @example
 * const run = { preset: "tiny", optimizer: { name: "sgd", lr: 0.5 }, batchSize: 6, epochs: 100, testSize: 1 }
 * const { final } = await decompose(run)
 * final.measured.length // => 2
 */
export async function decompose(spec: RunFile, options: DecomposeOptions = {}): Promise<DecomposedResult> {
  const { engine, meansOf, signalBy, signal, onProgress } = checked(schema, options, "decompose's options");
  const run = parseRun(spec);
  const legs = followDecomposition(run, {
    engine: await engineOf(engine),
    ...(meansOf && { meansOf }),
    ...(signalBy && { signalBy }),
  });
  return inTurns(legs, { signal, onProgress });
}
