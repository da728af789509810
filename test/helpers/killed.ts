import { spawn } from "node:child_process";
import { MAIN } from "./command.ts";

/** What has become of a call: its exit code, null where it was killed, and what it said on standard error. */
export interface Call {
  readonly code: number | null;
  readonly stderr: string;
  readonly milliseconds: number;
}

/**
 * Calls the command and kills it after some time with a signal that no process can hear, unless it has ended by then.
 *
 * @param folder where
 * @param args of the command
 * @param after milliseconds; never unless given
 */
export const killedIn = (folder: string, args: readonly string[], after?: number) =>
  new Promise<Call>((resolve) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    child.stderr.on("data", (text) => {
      stderr += text;
    });
    const timer = after === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), after);
    child.on("close", (code) => {
      clearTimeout(timer);
      resolve({ code, stderr, milliseconds: performance.now() - begun });
    });
  });

/** What kills came to. */
export interface Kills {
  readonly kills: number;
  /** Calls that went on from a checkpoint. */
  readonly goneOn: number;
}

/**
 * Calls the command again and again, and kills it at moments that are spread over its course by the golden ratio from where the property seed says, until it has
 * been killed so often; whenever a call comes to its end, what it leaves is looked at, and the next one begins anew.
 *
 * @param folder where
 * @param argsOf the arguments of the k-th beginning
 * @param most kills
 * @param ended told when a beginning has come to its end, and whether its process was killed after its result was there
 */
export async function manyKills(
  folder: string,
  argsOf: (beginning: number) => readonly string[],
  most: number,
  ended: (beginning: number, late: boolean) => void,
): Promise<Kills> {
  const whole = await killedIn(folder, argsOf(0));
  if (whole.code !== 0) throw new Error(`exit code ${whole.code}: ${whole.stderr}`);
  let length = whole.milliseconds;
  ended(0, false);
  const first = (Number(process.env.FC_SEED ?? 0) % 1000) / 1000;
  let goneOn = 0;
  let fresh = true;
  for (let kills = 0, beginning = 1; kills < most || !fresh; ) {
    const after = kills < most ? length * ((first + kills * 0.6180339887) % 1) : undefined;
    const { code, stderr, milliseconds } = await killedIn(folder, argsOf(beginning), after);
    if (/on from (step|a checkpoint)/.test(stderr)) goneOn++;
    if (code === null) {
      kills++;
      fresh = false;
      continue;
    }
    // The kill before came between the result and the end of the process: the result is there, and what is beside it may be.
    const late = !fresh && code === 2 && /must be a new file, but \S+ exists/.test(stderr);
    if (code !== 0 && !late) throw new Error(`exit code ${code}: ${stderr}`);
    // A machine is not always as fast.
    if (fresh) length = milliseconds;
    ended(beginning, late);
    beginning++;
    fresh = true;
  }
  return { kills: most, goneOn };
}
