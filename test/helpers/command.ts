import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Writable } from "node:stream";
import { PASS_ENGINE } from "./pass.ts";

const COMPILED = new URL("../../dist/src/cli/", import.meta.url);

/** The compiled command. */
export const MAIN = new URL("main.js", COMPILED).pathname;

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** A pass cannot reach into what is compiled, so the command is told its engine; one that a test names comes later and wins. */
export const withEngine = ([command = "", ...rest]: string[]): string[] =>
  PASS_ENGINE !== "wasm" && ["simulate", "reproduce"].includes(command)
    ? [command, "--engine", PASS_ENGINE, ...rest]
    : [command, ...rest];

/** Runs a program in a folder. */
export const programIn = (folder: string, program: string, ...args: string[]) =>
  new Promise<Ended>((resolve) => {
    execFile(program, args, { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });

/** Runs the command in a folder, in a process of its own: for what only a process shows. */
export const processIn = (folder: string, ...args: string[]) =>
  programIn(folder, process.execPath, MAIN, ...withEngine(args));

/** What the one call under way in this process changes, since it has the process to itself; all of it is put back. */
async function callIn(folder: string, args: readonly string[]): Promise<Ended> {
  const { adamcheck } = (await import(
    new URL("program.js", COMPILED).href
  )) as typeof import("../../src/cli/program.ts");
  const before = {
    folder: process.cwd(),
    exitCode: process.exitCode,
    stdout: Object.getOwnPropertyDescriptor(process, "stdout") as PropertyDescriptor,
    stderr: Object.getOwnPropertyDescriptor(process, "stderr") as PropertyDescriptor,
    listeners: SIGNALS.map((signal) => [signal, process.listeners(signal)] as const),
  };
  const heard = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    const value = new Writable({
      decodeStrings: false,
      write(text, _, done) {
        heard[name] += text;
        done();
      },
    });
    Object.defineProperty(process, name, { configurable: true, enumerable: true, value });
  }
  process.exitCode = undefined;
  process.chdir(folder);
  try {
    await adamcheck(withEngine([...args]));
    return { code: Number(process.exitCode ?? 0), ...heard };
  } finally {
    process.chdir(before.folder);
    process.exitCode = before.exitCode;
    Object.defineProperty(process, "stdout", before.stdout);
    Object.defineProperty(process, "stderr", before.stderr);
    for (const [signal, listeners] of before.listeners) {
      for (const listener of process.listeners(signal)) {
        if (!listeners.includes(listener)) process.removeListener(signal, listener);
      }
    }
  }
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

let last: Promise<unknown> = Promise.resolve();

/**
 * Runs the command in a folder, in this process: a start costs a fraction of a second, and there are hundreds. Calls at the same time are carried out
 * one after another.
 */
export function adamcheckIn(folder: string, ...args: string[]): Promise<Ended> {
  const ended = last.then(() => callIn(folder, args));
  last = ended.catch(() => {});
  return ended;
}

/** Writes a file there: text as it is, anything else as JSON. */
export const writeIn = (folder: string, name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
