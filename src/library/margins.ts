import { followMargins, type MarginResult, toldOf } from "../margins/follow.ts";
import { loadHighs } from "../margins/reference/highs.ts";
import { type LargestMargins, largestMargins } from "../margins/reference/largest.ts";
import { marginRows } from "../margins/reference/rows.ts";
import { mustBe } from "../setting/mustBe.ts";
import * as z from "../setting/zod.ts";
import { parseRun, type Run } from "../sim/run.ts";
import type { RunFile } from "../sim/runFile.ts";
import { ENGINE, type EngineName, engineOf } from "./engineOf.ts";
import { inTurns } from "./inTurns.ts";
import { checked, flag, LONG, type LongOptions } from "./options.ts";

/** What margins are taken with. */
export interface MarginOptions extends LongOptions {
  /** "wasm" unless given. */
  readonly engine?: EngineName | undefined;
  /** Whether the final weights and the gradient there are kept, [2][m][d]. */
  readonly saveWeights?: boolean | undefined;
  /** Whether the largest margins that there can be are found: of the linear network, with the optional package highs. */
  readonly largest?: boolean | undefined;
}

const schema = z.strictObject({ ...LONG, engine: ENGINE, saveWeights: flag(), largest: flag() });

async function largestOf(run: Run): Promise<LargestMargins> {
  const rule = '"linear" where the largest margins are asked for, as others have none that is known';
  mustBe(run.network === "linear", "network", rule, run.network, "leave largest out");
  const solver = await loadHighs();
  const told = toldOf(run);
  return largestMargins(marginRows(told), told.size, solver);
}

/**
 * Trains the network and follows the margins of its training set, normalized in l2, l_inf and the spectral norm.
 *
 * min_i y_i F(x_i)/|W|^L with F(c W) = c^L F(W), and how near W is to a stationary point of the largest margin in each norm: 1 - <W, -g>/(|W| |g|_dual)
 *
 * @param spec a run, as for `simulate`, of a homogeneous network of two classes
 * @param options engine, whether weights and gradient are kept, whether the largest margins are found, signal, onProgress
 * @returns margins at every record; with decoupled decay also how far W is from a stationary point inside |w| <= 1/lambda
 * @throws InputError, one sentence
 * Source: docs/notes/margins.md.
 * @example
 * const run = { preset: "tiny", network: "linear", optimizer: { name: "sgd", lr: 1 }, batchSize: 6, epochs: 200, testSize: 1 }
 * const { final, largest } = await margins(run, { largest: true })
 * final.normalized.l2 <= largest.l2.high // => true
 */
export async function margins(spec: RunFile, options: MarginOptions = {}): Promise<MarginResult> {
  const {
    engine: name,
    signal,
    onProgress,
    largest: asked = false,
    saveWeights,
  } = checked(schema, options, "margins's options");
  const run = parseRun(spec);
  const largest = asked ? { largest: await largestOf(run) } : {};
  const legs = followMargins(run, { engine: await engineOf(name), ...(saveWeights && { saveWeights }) });
  return { ...(await inTurns(legs, { signal, onProgress })), ...largest };
}
