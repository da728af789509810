import { InputError } from "../../setting/inputError.ts";
import type { MetricHead } from "../../sim/metricHead.ts";
import type { Version } from "../job.ts";
import { ask } from "./ask.ts";
import { type Outside, outsideOf } from "./outside.ts";
import { aboutFrom, PROTOCOL } from "./protocol.ts";

/** A program of a user's own that trains. */
export interface Trainer extends Version {
  readonly outside: Outside;
  /** The metrics of its own that it gives. */
  readonly metrics: readonly MetricHead[];
  /** The files that it says it depends on. */
  readonly files: readonly string[];
}

/** Seconds in which a trainer says what it is; its libraries may come from a slow disk. */
const DESCRIBES_IN = 300;

/**
 * Asks a trainer what it is: {"protocol": 1, "ask": "describe"}.
 *
 * @param command a word each
 * @param timeout seconds that it may take, 300 at most
 * @returns its name and version, its metrics, and the digests of the files that it is made of
 * @throws InputError, one sentence, where it does not answer as it should
 * Source: ours.
 */
export async function openTrainer(command: readonly string[], timeout = DESCRIBES_IN): Promise<Trainer> {
  const question = { protocol: PROTOCOL, ask: "describe" };
  try {
    const { printed } = await ask(command, question, { timeout: Math.min(timeout, DESCRIBES_IN) });
    const { name, version, metrics = [], files = [] } = aboutFrom(printed);
    const heads = metrics.map((metric) => ({ ...metric, outside: true as const }));
    return { name, version, metrics: heads, files, outside: outsideOf(command, files) };
  } catch (error) {
    const { message } = error as Error;
    if (message.startsWith("trainer must")) throw error;
    throw new InputError(
      `trainer must answer {"ask": "describe"} with its name and version, but ${message}; see the guide your-own-network`,
    );
  }
}
