import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PROGRAM = "redis-server";

/** Why no Redis can be started, if so. */
export const noRedis =
  spawnSync(PROGRAM, ["--version"]).status === 0 ? undefined : `there is no ${PROGRAM}; install Debian's redis-server`;

/** A Redis of our own on 127.0.0.1, which keeps nothing. */
export interface OwnRedis {
  readonly port: number;
  readonly url: string;
  stop(): Promise<void>;
}

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** Starts a Redis; `more` are further arguments of redis-server. */
export async function startRedis(...more: string[]): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-redis-"));
  // Somebody else may take the port before it does.
  for (let tries = 0; tries < 5; tries++) {
    const port = await freePort();
    const only = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
    const child = spawn(PROGRAM, [...only, ...more], { stdio: ["ignore", "pipe", "ignore"] });
    const ended = new Promise<void>((resolve) => {
      child.on("close", () => resolve());
    });
    const ready = await new Promise<boolean>((resolve) => {
      child.stdout.on("data", (text) => String(text).includes("Ready to accept connections") && resolve(true));
      void ended.then(() => resolve(false));
    });
    if (!ready) continue;
    return {
      port,
      url: `redis://127.0.0.1:${port}`,
      async stop() {
        child.kill("SIGKILL");
        await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  }
  throw new Error("no port was free for redis-server");
}
