import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

const ROOT = new URL("../../../", import.meta.url);
const SERVED = /^\/(dist|test\/(sim\/)?browser)\/[\w./-]+\.m?js$|^\/examples\/\w+\.html$/;

/** A page without content at "/"; compiled files, those of tests in a browser, and pages of examples under their paths. */
function body(path: string): { type: string; text: string } | undefined {
  if (path === "/")
    return { type: "text/html", text: '<!doctype html><link rel="icon" href="data:,"><title>adamcheck</title>' };
  if (!SERVED.test(path)) return undefined;
  return {
    type: path.endsWith(".html") ? "text/html" : "text/javascript",
    text: readFileSync(new URL(`.${path}`, ROOT), "utf8"),
  };
}

/**
 * Serves what a browser needs to train, on a free port of this machine.
 *
 * @returns the server and its origin
 */
export async function serve(): Promise<{ server: Server; origin: string }> {
  const server = createServer(({ url = "" }, response) => {
    const found = body(url);
    response.writeHead(found ? 200 : 404, { "content-type": found?.type ?? "text/plain" }).end(found?.text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}
