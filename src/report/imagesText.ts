import type { ImageFiles, ImageSource } from "../setting/imageSource.ts";
import type { Result } from "../sim/simulate.ts";
import type { Moment } from "../sim/trajectory.ts";
import { shortNumber } from "./table.ts";
import { toText } from "./text/toText.ts";
import { thin } from "./thin.ts";
import { percentText } from "./verdicts.ts";

const nameOf = ({ images }: ImageFiles): string => (typeof images === "string" ? images : images.join(", "));

const line = ({ epoch, step, trainLoss, trainError, testError }: Moment): string[] => [
  ...[shortNumber(epoch), String(step), shortNumber(trainLoss)],
  ...[shortNumber(trainError), shortNumber(testError)],
];

/** The epoch at which fewest test images were wrong, and how many. */
function bestOf(history: readonly Moment[]): string {
  const best = history.reduce((one, other) => (other.testError < one.testError ? other : one));
  return `fewest at epoch ${shortNumber(best.epoch)}: ${percentText(best.testError)}`;
}

/**
 * A training on images for people: the errors at its end, what was trained on what, and errors over epochs.
 *
 * @param result of a run whose data are images
 * @param width of a line (default: no limit)
 * @returns text
 */
export function imagesText({ config, engine, history, final }: Result, width = Infinity): string {
  const { setting, optimizer, batchSize, seed, testSize } = config;
  const { n, m, q, d, patches = 1, classes = 2 } = setting;
  const data = setting.data as ImageSource;
  const batches = batchSize === undefined ? "given batches" : `batches of ${batchSize}`;
  const decay = `weight decay ${shortNumber(optimizer.weightDecay)}`;
  return [
    `This network is wrong on ${percentText(final.testError)} of ${testSize} test images, and on ${percentText(final.trainError)} of the ${n} it was trained on (${bestOf(history)}).`,
    "",
    `${optimizer.name}, lr ${shortNumber(optimizer.lr)}, ${decay}, ${batches}, ${shortNumber(final.epoch)} ${final.epoch === 1 ? "epoch" : "epochs"} (${final.step} ${final.step === 1 ? "step" : "steps"}), seed ${seed}, engine ${engine.name}${data.precision === "float32" ? ", patches multiplied in float32" : ""}.`,
    `Images of ${nameOf(data)} in ${classes} classes: ${patches} patches of ${d} numbers each, ${m} neurons a class, power ${shortNumber(q)}.`,
    `Chance alone is wrong on ${percentText(1 - 1 / classes)}. SHA-256 of the files: ${data.sha256}`,
    "",
    toText(
      { head: ["epoch", "step", "train loss", "train\nerror", "test\nerror"], rows: thin(history).map(line) },
      width,
    ),
    "",
  ].join("\n");
}
