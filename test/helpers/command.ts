import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { PASS_ENGINE } from "./pass.ts";

/** The compiled command. */
export const MAIN = new URL("../../dist/cli/main.js", import.meta.url).pathname;

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** A pass cannot reach into another process, so the command is told its engine; one that a test names comes later and wins. */
export const withEngine = ([command = "", ...rest]: string[]): string[] =>
  PASS_ENGINE !== "wasm" && ["simulate", "reproduce"].includes(command)
    ? [command, "--engine", PASS_ENGINE, ...rest]
    : [command, ...rest];

/** Runs the command in a folder. */
export const adamcheckIn = (folder: string, ...args: string[]) =>
  new Promise<Ended>((resolve) => {
    execFile(process.execPath, [MAIN, ...withEngine(args)], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });

/** Writes a file there: text as it is, anything else as JSON. */
export const writeIn = (folder: string, name: string, content: unknown) =>
  writeFileSync(join(folder, name), typeof content === "string" ? content : JSON.stringify(content));
