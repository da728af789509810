import type { Moment, PerClass, Trajectory } from "../sim/trajectory.ts";
import { WIDER_METRICS } from "../sim/widerMetrics.ts";
import { shortNumber } from "./table.ts";
import { toText } from "./text/toText.ts";
import { trajectoryTable } from "./trajectoryTable.ts";
import { outcomeWords, percentText } from "./verdicts.ts";

const both = (values: PerClass) => `${shortNumber(values["+1"])} / ${shortNumber(values["-1"])}`;

/** What the two classes of a pair are called: of three and more the first two are told, and each has columns of its own. */
const pairOf = ({ metrics }: Moment): string => (metrics?.featureLearning3 === undefined ? "+1 / -1" : "1 / 2");

/** A training and, where it is known, how many classes it told apart. */
interface Told extends Trajectory {
  readonly config?: { readonly setting?: { readonly classes?: number | undefined } };
}

/** What a run came to: the answer, its numbers, and what decides. */
function outcome({ final, config }: Told): string[] {
  const { trainError, testError, featureLearning, freshNoise } = final;
  return [
    `This network ${outcomeWords(trainError, testError, config?.setting?.classes)}.`,
    `It is wrong on ${percentText(trainError)} of its training examples and on ${percentText(testError)} of fresh ones.`,
    ...(freshNoise
      ? [
          `What decides (classes ${pairOf(final)}): it answers the feature with ${both(featureLearning)}, and noise that it has never seen with up to ${both(freshNoise.high)} (95% of fresh examples).`,
        ]
      : []),
  ];
}

const KEY = [
  "  feature learning    how strongly the network answers the signal v; below 0 it has learnt the opposite",
  "  noise memorization  how strongly it answers the noise of its training examples: least and largest of them",
  "  fresh noise         how strongly it answers noise it has never seen: 95% of fresh examples stay below",
];

/**
 * A training for people: what came of it and what decides, its moments, and what the columns mean.
 *
 * @param result of any level; its moments are thinned out
 * @param width of a line (default: no limit)
 * @returns text
 */
export function trajectoryText(result: Told, width = Infinity): string {
  const known = KEY.filter((line) => result.final.freshNoise !== undefined || !line.includes("fresh noise  "));
  const pairs = `Pairs a / b are of class ${pairOf(result.final).replace("/ ", "/ class ")}.`;
  const wider = WIDER_METRICS.filter(({ name }) => result.final.metrics?.[name] !== undefined).map(
    ({ name, about }) => `  ${name.padEnd(18)}  ${about}`,
  );
  return [...outcome(result), "", toText(trajectoryTable(result), width), "", pairs, ...known, ...wider, ""].join("\n");
}
