import type { ChildProcess } from "node:child_process";

/*
 * Programs under way. Each leads a process group of its own, so that Ctrl-C in a terminal, which goes to a whole group, lets it finish; in return it is ended
 * here when this process ends, with whatever it has started.
 */

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const underWay = new Set<ChildProcess>();

/** Ends a program and what it has started, at once. */
export function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

const killAll = () => underWay.forEach(kill);

/** Whoever else listens decides when this process ends; where nobody does, it ends as it would have. */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  killAll();
  process.off(signal, onSignal);
  process.kill(process.pid, signal);
}

/** Whether programs lead groups of their own: where the system has groups. */
export const OWN_GROUP = process.platform !== "win32";

/**
 * Sees to it that a program does not outlive this process, unless that is killed without a word (SIGKILL).
 *
 * @param child that has been started
 * @returns to be called when it has ended
 */
export function watched(child: ChildProcess): () => void {
  if (underWay.size === 0) {
    process.on("exit", killAll);
    for (const signal of SIGNALS) process.on(signal, onSignal);
  }
  underWay.add(child);
  return () => {
    underWay.delete(child);
    if (underWay.size > 0) return;
    process.off("exit", killAll);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}
