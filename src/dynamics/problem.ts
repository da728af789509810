import { type ActiveStart, activeStartOf, drawActiveStart } from "../data/activeStart.ts";
import { imageStart, startFromFile } from "../data/start.ts";
import { isImages } from "../setting/imageSource.ts";
import { show } from "../setting/inputError.ts";
import { isPapers } from "../setting/mustBePapers.ts";
import { type Network, networkOf } from "../setting/network.ts";
import { labelNoiseOf } from "../sim/labelNoise.ts";
import { lossKeys } from "../sim/losses/registry.ts";
import { rateOf } from "../sim/schedules/course.ts";
import type { Problem } from "./recurrence.ts";
import type { DynamicsRun } from "./run.ts";

/** By which key of a run its learning rate changes, and how. */
const toldRate = ({ lrSchedule = "constant", warmup }: DynamicsRun): string =>
  lrSchedule === "constant" ? `warmup is ${show(warmup)}` : `lrSchedule is ${show(lrSchedule)}`;

/** The start of a run on its active coordinates; on all of them where it is written out, or of images, which have no others. */
function startOf({ setting, seed, start }: DynamicsRun, network: Network): ActiveStart {
  if (start) return activeStartOf(startFromFile(start), setting.d);
  if (isImages(setting.data)) return activeStartOf(imageStart(setting.data, setting, network, seed), setting.d);
  return drawActiveStart(setting, network, seed);
}

/** The start of a run, on its active coordinates. */
export function problemOf(run: DynamicsRun): Problem {
  const { network: name, setting, optimizer } = run;
  const network = networkOf(name, setting);
  const loss = lossKeys(run);
  const rate = rateOf(run);
  const labelNoise = labelNoiseOf(run);
  return {
    network,
    optimizer,
    start: startOf(run, network),
    ...(loss && { loss }),
    ...(labelNoise && { labelNoise }),
    ...(rate && { rate: { at: rate, told: toldRate(run) } }),
    ...(!isPapers(run) && { wider: true }),
  };
}
