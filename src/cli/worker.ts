import type { Command } from "commander";
import { work } from "../library/work.ts";
import { servedText, servingText } from "../report/sweepText.ts";
import { EVERY_HELP, everyFrom } from "./checkpointOption.ts";
import { deliver } from "./deliver.ts";
import { durationFrom } from "./duration.ts";
import { withHelp } from "./help.ts";
import { jobsFrom } from "./jobs.ts";
import { withLoad } from "./loadOwn.ts";
import { ifGiven, integerFrom } from "./numbers.ts";
import { type FormatOptions, textAndJson, withFormat } from "./outOptions.ts";
import { note } from "./output.ts";
import { stopOnSignals } from "./stopOnSignals.ts";

const ABOUT = `
Workers serve every sweep that is at work at that Redis, and may come and go. What a worker that has died was running is taken over by another, from its last
checkpoint where it had run for more than a minute; a run that fails, or whose worker has died, is tried once more. A sweep of another version of adamcheck is left alone, for it might have other numbers.
Every run is checked as a run file is before it runs. Needs the optional packages bullmq and ioredis, and Redis 7.
Ctrl-C lets runs under way finish; a second one stops at once, and they are taken over.
Code never travels through Redis: a worker runs the files that its own --load names, and leaves sweeps alone that need others.`;

const FORMATS = textAndJson(servedText);

interface Options extends FormatOptions {
  readonly queue: string;
  readonly jobs?: string;
  readonly memory?: string;
  readonly takeover: string;
  readonly checkpointEvery?: string;
}

/** Options and action of `adamcheck worker`. */
export function workerCommand(command: Command): void {
  command
    .requiredOption("--queue <url>", "the Redis that the sweeps name: redis://[USER:PASSWORD@]HOST:PORT")
    .option("--jobs <n>", "runs at a time (default: one a core); results do not depend on it")
    .option("--memory <megabytes>", "JavaScript heap of a thread (default: that of Node)")
    .option("--takeover <time>", "how long it may be out of reach before others take its runs over", "20s")
    .option("--checkpoint-every <time>", EVERY_HELP);
  withHelp(withFormat(withLoad(command), FORMATS), {
    about: ABOUT,
    exits: "0 stopped, 2 bad input or no Redis, 130 stopped at once",
    examples: ["adamcheck worker --queue redis://127.0.0.1:6379"],
  }).action(async ({ queue, jobs, memory, takeover, checkpointEvery, ...options }: Options) => {
    const served = await work({
      queue,
      jobs: jobsFrom(jobs),
      memory: ifGiven(memory, (text) => integerFrom("--memory", text, 16)),
      takeover: durationFrom("--takeover", takeover),
      checkpointEvery: everyFrom(checkpointEvery),
      signal: stopOnSignals(note),
      onBegin: (address, at) => note(servingText(address, at)),
      onRefused: note,
    });
    deliver(served, FORMATS, options);
  });
}
