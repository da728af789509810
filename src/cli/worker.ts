import type { Command } from "commander";
import { parseAddress } from "../experiments/queue/address.ts";
import { serveQueue } from "../experiments/queue/serveQueue.ts";
import { servedText, servingText } from "../report/sweepText.ts";
import { jobsFrom } from "./jobs.ts";
import { integerFrom } from "./numbers.ts";
import { note, print } from "./output.ts";
import { packageFile } from "./packageFile.ts";
import { stopOnSignals } from "./stopOnSignals.ts";

const HELP = `
Workers serve every sweep that is at work at that Redis, and may come and go. What a worker that has died was running is taken over by another; a run
that fails, or whose worker has died, is tried once more. A sweep of another version of adamcheck is left alone, for it might have other numbers.
Every run is checked as a run file is before it runs. Needs the optional packages bullmq and ioredis, and Redis 7.
Ctrl-C lets runs under way finish; a second one stops at once, and they are taken over.

Exit codes: 0 stopped, 2 bad input or no Redis, 130 stopped at once.`;

interface Options {
  readonly queue: string;
  readonly jobs?: string;
  readonly memory?: string;
  readonly takeover: string;
}

/** Options and action of `adamcheck worker`. */
export function workerCommand(command: Command): void {
  command
    .requiredOption("--queue <url>", "the Redis that the sweeps name: redis://[USER:PASSWORD@]HOST:PORT")
    .option("--jobs <n>", "runs at a time (default: one a core); results do not depend on it")
    .option("--memory <megabytes>", "JavaScript heap of a thread (default: that of Node)")
    .option("--takeover <seconds>", "how long it may be out of reach before others take its runs over", "20")
    .addHelpText("after", HELP)
    .action(async ({ queue, jobs, memory, takeover }: Options) => {
      const address = parseAddress(queue);
      const workers = jobsFrom(jobs);
      const served = await serveQueue({
        address,
        workers,
        ...(memory !== undefined && { threads: { heap: integerFrom("--memory", memory, 16) } }),
        version: packageFile().version,
        takeover: integerFrom("--takeover", takeover, 1, 3600),
        signal: stopOnSignals(note),
        onBegin: () => note(servingText(address.shown, workers)),
        onRefused: note,
      });
      print(servedText(served));
    });
}
