import { type ChildProcess, spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { adamcheckIn, MAIN } from "../helpers/command.ts";
import { newFolder } from "../helpers/newFolder.ts";

const started: ChildProcess[] = [];
afterEach(() => {
  for (const process of started.splice(0)) process.kill("SIGKILL");
});

/** Starts the command on a free port; its process and the address that it prints. */
async function explore(): Promise<{ process: ChildProcess; address: string }> {
  const process = spawn(globalThis.process.execPath, [MAIN, "explore", "--port", "0"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  started.push(process);
  const address = await new Promise<string>((resolve) =>
    process.stdout?.once("data", (data) => resolve(String(data).trim())),
  );
  return { process, address };
}

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly policy: string | undefined;
  readonly body: string;
}

/** Asks for a path as it is spelled: `fetch` would tidy it. */
const ask = (address: string, path: string, method = "GET") =>
  new Promise<Answer>((resolve, reject) => {
    const { hostname, port } = new URL(address);
    request({ hostname, port, path, method }, (response) => {
      let body = "";
      response.on("data", (data) => {
        body += data;
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode as number,
          type: response.headers["content-type"],
          policy: response.headers["content-security-policy"] as string | undefined,
          body,
        }),
      );
    })
      .on("error", reject)
      .end();
  });

describe("adamcheck explore", () => {
  it("serves the page and its files, and nothing else", async () => {
    const { address } = await explore();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const page = await ask(address, "/");
    expect([page.status, page.type]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.policy).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; /);
    const [, script = ""] = /src="\.(\/assets\/[^"]+\.js)"/.exec(page.body) ?? [];
    const [, style = ""] = /href="\.(\/assets\/[^"]+\.css)"/.exec(page.body) ?? [];
    expect([(await ask(address, script)).status, (await ask(address, script)).type]).toEqual([
      200,
      "text/javascript; charset=utf-8",
    ]);
    expect((await ask(address, `${style}?v=1`)).type).toBe("text/css; charset=utf-8");
    // Of the page and of its workers.
    const { body: licenses } = await ask(address, "/licenses.txt");
    for (const name of ["uplot", "zod", "comlink", "mathjs", "decimal.js"]) {
      expect(licenses).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
    expect(await ask(address, "/", "HEAD")).toMatchObject({ status: 200, body: "" });
    for (const path of [
      ...["/../package.json", "/assets/../../package.json", "/%2e%2e/package.json", "/..%2fpackage.json"],
      ...["//etc/passwd", "/assets", "/index.html/", "/nothing.js", "/assets\\..\\index.html", "/\0", "*"],
    ]) {
      const answer = await ask(address, encodeURI(path).replaceAll("%25", "%")).catch(() => ({
        status: 400,
        body: "",
      }));
      expect([path, answer.status >= 400, answer.body.length < 20]).toEqual([path, true, true]);
    }
    expect((await ask(address, "/", "POST")).status).toBe(405);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("ends with 0 on %s", async (signal) => {
    const { process, address } = await explore();
    await ask(address, "/");
    const code = new Promise((resolve) => process.once("exit", resolve));
    process.kill(signal);
    expect(await code).toBe(0);
  });

  it("refuses a port that is taken", async () => {
    const { address } = await explore();
    const { port } = new URL(address);
    const { code, stdout, stderr } = await adamcheckIn(newFolder(), "explore", "--port", port);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toBe(`error: --port must be one that is free, but ${port} gave EADDRINUSE; choose another or 0\n`);
  });

  it("serves what --load defines by formulas, as data, and says what it leaves out", async () => {
    const folder = newFolder();
    const file = join(folder, "own.ts");
    writeFileSync(
      file,
      `import { defineOptimizer } from "adamcheck";
defineOptimizer({ name: "half", decay: "decoupled", direction: "g/2" });
defineOptimizer({ name: "third", decay: "decoupled", direction: (gradient) => gradient / 3 });`,
    );
    const process = spawn(globalThis.process.execPath, [MAIN, "explore", "--port", "0", "--load", file]);
    started.push(process);
    let said = "";
    process.stderr.on("data", (data) => {
      said += data;
    });
    const address = await new Promise<string>((resolve) =>
      process.stdout.once("data", (data) => resolve(String(data).trim())),
    );
    const own = await ask(address, "/own.json");
    expect([own.status, own.type]).toEqual([200, "application/json"]);
    expect(JSON.parse(own.body)).toMatchObject([{ name: "half", formulas: { paper: { direction: "g/2" } } }]);
    expect(said).toContain(
      'warning: "third" cannot be in the page, which runs no code but its own; state the step by formulas',
    );
  });

  it("has no optimizer of anybody's own without --load", async () => {
    const { address } = await explore();
    expect((await ask(address, "/own.json")).body.trim()).toBe("[]");
  });

  it.each([
    ["65536", /^error: --port must be an integer from 0 to 65535, but is "65536"; correct it\n$/],
    ["-1", /^error: --port must be an integer from 0 to 65535, but is "-1"; correct it\n$/],
    ["web", /^error: --port must be a decimal number, but is "web"; correct it\n$/],
  ])("refuses --port %s", async (port, sentence) => {
    const { code, stderr } = await adamcheckIn(newFolder(), "explore", `--port=${port}`);
    expect(code).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});
