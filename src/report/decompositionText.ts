import type { Agreement, DecomposedResult } from "../decomposition/follow.ts";
import { isImages } from "../setting/imageSource.ts";
import { shortNumber, type Table } from "./table.ts";
import { toText } from "./text/toText.ts";
import { thin } from "./thin.ts";

const cell = (x: number | null | undefined) => (x === null || x === undefined ? "-" : shortNumber(x));

/** What the first two classes are called: of three and more by their numbers. */
const pairOf = ({ config: { setting } }: DecomposedResult): readonly [string, string] =>
  (setting.classes ?? 2) > 2 ? ["1", "2"] : ["+1", "-1"];

/** Measured parts over time, of the first two classes, beside the true coefficients. */
export function decompositionTable(result: DecomposedResult): Table {
  return {
    head: [
      ...["epoch", "test error"],
      ...pairOf(result).flatMap((j) => [
        `signal\n${j}`,
        `<w, v>\n${j}`,
        `noise\n${j}`,
        `<w, xi>\n${j}`,
        `in signal\n${j}`,
        `in noise\n${j}`,
      ]),
    ],
    rows: thin(result.history).map(({ epoch, testError, measured, featureLearning, noiseMemorization }) => [
      ...[epoch, testError].map(shortNumber),
      ...(["+1", "-1"] as const).flatMap((j, c) => [
        cell(measured[c]?.signal),
        cell(featureLearning[j]),
        cell(measured[c]?.noise),
        cell(noiseMemorization[j]),
        cell(measured[c]?.shares?.signal),
        cell(measured[c]?.shares?.noise),
      ]),
    ]),
  };
}

const both = (agreement: Agreement) => agreement.map(cell).join(" and ");

/**
 * A decomposition for people.
 *
 * @param result its moments are thinned out
 * @param width of a line (default: no limit)
 * @returns text
 */
export function decompositionText(result: DecomposedResult, width = Infinity): string {
  const { agreement, directions, meansOf, signalBy } = result;
  const images = isImages(result.config.setting.data);
  const examples = meansOf === "heldOut" ? "fresh examples" : "the training set";
  return [
    `Measured signal goes with <w, v> over training with correlation ${both(agreement.signal)} (class ${pairOf(result).join(" and ")}), measured noise with <w, xi> with ${both(agreement.noise)}.`,
    `Signal: ${directions.signal} dimension${directions.signal === 1 ? "" : "s"}, of the ${signalBy === "discriminants" ? "discriminants" : "class means"} of ${examples}${directions.alongFeature === null ? "" : `; its cosine with the feature is ${shortNumber(directions.alongFeature)}`}. Noise: ${directions.noise} dimensions.`,
    ...(images
      ? [
          "Images have no v and no xi: v is the direction of the class means of all that is trained on, xi a whole patch.",
        ]
      : []),
    "",
    toText(decompositionTable(result), width),
    "",
    "  signal     largest <w, u> of the class's neurons, u from the middle of all classes to the mean of its patches",
    "  noise      largest <w, e> of its neurons over its training patches, e what a patch has beside the signal",
    "  in signal  share of the class's squared weights in the span of the u; in noise: in that of all e",
    "",
  ].join("\n");
}
