import { imageReader } from "../data/images/reader.ts";
import { optimizerNamed } from "../optimizers/registry.ts";
import { InputError, show } from "../setting/inputError.ts";
import { featureCoordinatesOf, type ModelKey, noisePatchesOf } from "../setting/model.ts";
import { networkOf } from "../setting/network.ts";
import { PRESETS } from "../setting/presets.ts";
import type { Setting } from "../setting/setting.ts";
import { checkOwn } from "./ownRules.ts";
import type { CheckedFile } from "./runFile.ts";
import { type Factor, scheduleOf } from "./schedules/named.ts";

const MEMORY_LIMIT = 2 * 2 ** 30;
const RECORD_LIMIT = 1e6;

function reject(field: string, rule: string, value: unknown, advice: string): never {
  throw new InputError(`${field} must be ${rule}, but is ${show(value)}; ${advice}`);
}

function checkList(list: unknown, field: string, length: number, letter: string, what: string): unknown[] {
  if (!Array.isArray(list)) reject(field, `a list of ${letter} = ${length} ${what}`, list, "write it as [...]");
  if (list.length !== length)
    throw new InputError(
      `${field} must be a list of ${letter} = ${length} ${what}, but has ${list.length}; match it to setting`,
    );
  return list;
}

function checkNumbers(list: unknown, field: string, length: number, letter: string): void {
  checkList(list, field, length, letter, "numbers").forEach((value, k) => {
    if (typeof value !== "number" || !Number.isFinite(value))
      reject(`${field}[${k}]`, "a finite number", value, "correct it");
  });
}

function checkStart(
  { labels, noisePatches, weights }: NonNullable<CheckedFile["start"]>,
  { n, d }: Setting,
  m: number,
): void {
  checkList(labels, "start.labels", n, "n", "labels").forEach((label, i) => {
    if (label !== 1 && label !== -1) reject(`start.labels[${i}]`, "1 or -1", label, "correct it");
  });
  checkList(noisePatches, "start.noisePatches", n, "n", "patches").forEach((patch, i) => {
    checkNumbers(patch, `start.noisePatches[${i}]`, d, "d");
  });
  checkList(weights, "start.weights", 2, "classes", "lists of neurons").forEach((neurons, j) => {
    checkList(neurons, `start.weights[${j}]`, m, "m", "neurons").forEach((weight, r) => {
      checkNumbers(weight, `start.weights[${j}][${r}]`, d, "d");
    });
  });
}

function checkBatches(batches: unknown[], n: number): void {
  if (batches.length === 0) reject("batches", "at least one batch", batches, "add a batch or remove the key");
  batches.forEach((batch, k) => {
    if (!Array.isArray(batch) || batch.length === 0) {
      reject(`batches[${k}]`, "a list of at least one example index", batch, "remove it or fill it");
    }
    batch.forEach((i, e) => {
      if (!Number.isInteger(i) || i < 0 || i >= n) {
        reject(`batches[${k}][${e}]`, `an integer from 0 to n - 1 = ${n - 1}`, i, "count examples from 0");
      }
    });
  });
}

/** Epochs that a schedule of batches may have: the steps of each are kept. */
const SCHEDULED = 1e7;

/** Steps, or epochs, at which a schedule is tried before a run begins. */
const TRIED = 1000;

function checkSchedule(
  field: "lrSchedule" | "batchSchedule",
  text: string,
  count: number,
  factorAt: (k: number) => number,
) {
  for (let tried = 0; tried <= Math.min(TRIED, count - 1); tried++) {
    const k = Math.floor((tried / Math.max(1, Math.min(TRIED, count - 1))) * (count - 1));
    const factor = factorAt(k);
    if (factor >= 0 && factor < Infinity) continue;
    const where = field === "lrSchedule" ? `step ${k + 1}` : `epoch ${k}`;
    throw new InputError(`${field} must be a number from 0 on, but ${show(text)} is ${factor} at ${where}; correct it`);
  }
}

/** Says which field a formula is of. */
function scheduleIn(field: "lrSchedule" | "batchSchedule", text: string): Factor {
  try {
    return scheduleOf(text);
  } catch (error) {
    throw error instanceof InputError ? new InputError(`${field}: ${error.message}`) : error;
  }
}

/** Schedules can be read, and are numbers from 0 on. */
function checkCourse({ lrSchedule, batchSchedule, batches, epochs = 1, batchSize = 1 }: CheckedFile, { n }: Setting) {
  if (batchSchedule !== undefined) {
    if (batches) reject("batchSchedule", "absent where batches is given", batchSchedule, "leave it out");
    if (epochs > SCHEDULED) reject("epochs", `at most ${SCHEDULED} where batchSchedule is given`, epochs, "lower it");
    const factor = scheduleIn("batchSchedule", batchSchedule);
    checkSchedule("batchSchedule", batchSchedule, epochs, (e) => factor({ t: e + 1, T: epochs, e, E: epochs }));
  }
  if (lrSchedule === undefined) return;
  const factor = scheduleIn("lrSchedule", lrSchedule);
  const [E, each] = batches ? [batches.length, 1] : [epochs, Math.ceil(n / batchSize)];
  const T = E * each;
  checkSchedule("lrSchedule", lrSchedule, T, (k) => factor({ t: k + 1, T, e: Math.floor(k / each), E }));
}

function settingOf({ preset, setting }: CheckedFile): Setting {
  if (preset && setting)
    throw new InputError("setting must be absent where preset is given, but both are present; keep one of them");
  if (!preset && !setting)
    throw new InputError('setting must be given, but is missing; write "setting": {...} or "preset": "paper"');
  return setting ?? (PRESETS[preset as string] as (typeof PRESETS)[string]).setting;
}

/** What a way of training needs of memory. */
export interface Memory {
  /** Bytes, about, for m neurons a class. */
  needed(setting: Setting, m: number, testSize: number): number;
  /** What they are spent on, for the error message. */
  readonly about: string;
  /** What to lower. */
  readonly lower: string;
}

/**
 * Of the full simulation: weights, gradient, two moments and a copy; of every example its responses and its entries, by rows twice
 * (the engine has its own) and by columns.
 */
export const DENSE_MEMORY: Memory = {
  needed({ n, d, s, patches, featureSupport: k = 1, basis, data, classes = 2 }, m, testSize) {
    const noisePatches = noisePatchesOf({ patches });
    if (typeof data === "object") {
      const each = 32 + 44 * d * (patches ?? 2) * imageReader(data).density(data);
      return 5 * 8 * (d + 2) * classes * m + noisePatches * n * 8 * classes * m + (n + testSize) * each;
    }
    const [entries, rotation] = basis === "rotated" ? [d, 8 * d * d] : data === undefined ? [s + k, 0] : [2 * d, 0];
    const each = 32 + noisePatches * 44 * entries;
    const lanes = classes * m;
    return 5 * 8 * (d + 2) * lanes + noisePatches * n * 8 * lanes + (n + testSize) * each + rotation;
  },
  about: "40 bytes a weight, 8 a neuron of every example, 44 a noise entry, 32 an example",
  lower: "d, m, n, s or testSize",
};

/**
 * Whether supports of a setting can be drawn.
 *
 * s <= d - 1;  n s <= d - 1 where they are disjoint;  with a feature of k coordinates and P patches s <= d - k and n (P - 1) s <= d - k
 *
 * @param setting whose fields are right one by one
 * @throws InputError
 * Source: ours; s <= d - 1 is [T25] Definition 3.1.
 */
export function checkSupports(setting: Setting): void {
  const { n, d, s, supports, patches, featureSupport, data } = setting;
  // Of images no support is drawn.
  if (typeof data === "object") return;
  const k = featureCoordinatesOf(setting);
  if (k >= d && k === featureSupport) reject("setting.featureSupport", `below d = ${d}`, k, "lower it or raise d");
  if (k >= d) reject("setting.features", `on fewer coordinates than d = ${d}`, k, "lower features or featureSupport");
  const room = d - k;
  if (s > room) reject("setting.s", `at most d - ${k} = ${room}`, s, "lower s or raise d");
  const count = n * noisePatchesOf({ patches });
  if (supports === "disjoint" && count * s > room) {
    const letters = `(d - ${k})/${count === n ? "n" : "(n (patches - 1))"}`;
    const most = Math.floor(room / count);
    reject("setting.s", `at most ${letters} = ${most} where supports is "disjoint"`, s, "lower s or n, or raise d");
  }
}

/** Keys of what a start that is written out says by itself. */
const OF_DRAWING: readonly ModelKey[] = [
  "data",
  "classes",
  "features",
  "frequencyRatio",
  "strengthRatio",
  "xor",
  "basis",
  "flip",
  "flipEvery",
  "balance",
  "noise",
  "alongFeature",
  "biases",
  "secondLayer",
];

/** Keys that belong to one activation. */
const OF_ACTIVATION = { leak: "leakyRelu", knee: "smoothedRelu" } as const;

/** An optimizer for matrices has nothing to do with biases and a second layer. */
function checkMatrices({ optimizer: { name } }: CheckedFile, { biases, secondLayer }: Setting): void {
  if (!optimizerNamed(name).own?.matrices) return;
  const todo = "leave it out, or choose another optimizer";
  if (biases) reject("setting.biases", `absent where optimizer is "${name}", which is for matrices`, biases, todo);
  if (secondLayer === "trained")
    reject("setting.secondLayer", `absent where optimizer is "${name}", which is for matrices`, secondLayer, todo);
}

function checkModel({ network, start, loss, labelSmoothing }: CheckedFile, setting: Setting): void {
  for (const [key, activation] of Object.entries(OF_ACTIVATION) as ["leak" | "knee", string][]) {
    if (setting[key] !== undefined && setting.activation !== activation) {
      reject(`setting.${key}`, `absent unless activation is "${activation}"`, setting[key], "leave it out");
    }
  }
  if (network === "linear" && setting.activation !== undefined) {
    reject("setting.activation", 'absent where network is "linear"', setting.activation, "leave it out");
  }
  const { features, xor, frequencyRatio, strengthRatio, flip, flipEvery } = setting;
  if (xor && features !== undefined) reject("setting.features", "absent where xor is true", features, "leave it out");
  for (const [key, value] of Object.entries({ frequencyRatio, strengthRatio })) {
    if (value !== undefined && (xor || (features ?? 1) === 1))
      reject(`setting.${key}`, "absent unless features is at least 2", value, "leave it out");
  }
  if ((setting.classes ?? 2) > 2) {
    for (const key of ["features", "xor", "balance", "flipEvery"] as const) {
      if (setting[key] !== undefined)
        reject(`setting.${key}`, "absent where classes is above 2", setting[key], "leave it out");
    }
    if (loss !== undefined && loss !== "crossEntropy")
      reject("loss", '"crossEntropy" where classes is above 2', loss, "leave it out");
    if (labelSmoothing) reject("labelSmoothing", "0 where classes is above 2", labelSmoothing, "leave it out");
  }
  if (flipEvery !== undefined && !flip)
    reject("setting.flipEvery", "absent unless labels are flipped", flipEvery, "leave it out, or give flip");
  for (const key of OF_DRAWING) {
    if (start && setting[key] !== undefined)
      reject(`setting.${key}`, "absent where start is given", setting[key], "leave it out");
  }
  if (start && noisePatchesOf(setting) > 1) {
    reject("setting.patches", "at most 2 where start is given", setting.patches, "lower it");
  }
}

/**
 * The rules that join several fields of a run file.
 *
 * those of `checkSupports`;  b <= n;  shapes of `start` and range of `batches` match the setting;  the run fits in memory.
 *
 * @param file a run file whose fields are right one by one
 * @param memory of the way of training
 * @returns its setting
 * @throws InputError
 * Source: ours.
 */
export function checkAcross(file: CheckedFile, memory: Memory): Setting {
  const setting = settingOf(file);
  const { n } = setting;
  const m = networkOf(file.network, setting).neurons;
  checkSupports(setting);
  checkModel(file, setting);
  checkMatrices(file, setting);
  checkOwn(file.network, setting);
  const need = memory.needed(setting, m, file.testSize);
  if (need > MEMORY_LIMIT) {
    throw new InputError(
      `setting must fit in 2 GiB of memory (${memory.about}), but needs ${(need / 2 ** 30).toPrecision(3)} GiB; lower ${memory.lower}`,
    );
  }
  if (file.batchSize !== undefined && file.batchSize > n)
    reject("batchSize", `at most n = ${n}`, file.batchSize, "lower it");
  if (file.start) checkStart(file.start, setting, m);
  if (file.batches) {
    checkBatches(file.batches, n);
    checkCourse(file, setting);
    return setting;
  }
  if (file.batchSize === undefined) reject("batchSize", "given unless batches is", undefined, "add it");
  if (file.epochs === undefined) reject("epochs", "given unless batches is", undefined, "add it");
  if (file.epochs / (file.recordEvery ?? file.epochs) > RECORD_LIMIT) {
    reject("recordEvery", `at least epochs/${RECORD_LIMIT}`, file.recordEvery, "raise it");
  }
  checkCourse(file, setting);
  return setting;
}
