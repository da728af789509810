import { readdirSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, relative, sep } from "node:path";
import { reason } from "../experiments/reason.ts";
import { InputError } from "../setting/inputError.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".json": "application/json",
};

const HEADERS = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cache-control": "no-cache",
};

/** The policy that the page states of itself, for its workers as well, which do not see it there. */
function policyOf(index: string): Record<string, string> {
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(index) ?? [];
  return policy === undefined ? {} : { "content-security-policy": `${policy}; frame-ancestors 'none'` };
}

interface Page {
  readonly type: string;
  readonly body: Buffer;
}

/** Every file of the folder by its address, read once: an address can name nothing else. */
function pagesOf(folder: string): Map<string, Page> {
  const pages = new Map<string, Page>();
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const path = join(folder, name);
    const type = TYPES[extname(path)];
    if (type === undefined || !statSync(path).isFile()) continue;
    pages.set(`/${relative(folder, path).split(sep).join("/")}`, { type, body: readFileSync(path) });
  }
  const index = pages.get("/index.html");
  if (index) pages.set("/", index);
  return pages;
}

/** A folder that is served. */
export interface ServedFolder {
  /** "http://127.0.0.1:PORT/" */
  readonly address: string;
  /** Ends it, open connections too. */
  close(): Promise<void>;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(new InputError(`port must be one that is free, but ${port} gave ${reason(error)}; choose another or 0`)),
    );
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Serves the pages of a folder on this machine alone.
 *
 * @param folder with an index.html; its files are read before the first request, and no others are ever served
 * @param port from 0 to 65535; 0 for any that is free
 * @param data by name of a page: what it holds as JSON, in the place of a file of that name
 * @returns the server, listening on 127.0.0.1
 * @throws InputError where the port cannot be had
 */
export async function serveFolder(
  folder: string,
  port: number,
  data: Readonly<Record<string, unknown>> = {},
): Promise<ServedFolder> {
  const pages = pagesOf(folder);
  for (const [name, value] of Object.entries(data)) {
    pages.set(`/${name}`, { type: TYPES[".json"] as string, body: Buffer.from(JSON.stringify(value)) });
  }
  const headers = { ...HEADERS, ...policyOf(String(pages.get("/")?.body)) };
  const server = createServer(({ method, url = "" }, response) => {
    if (method !== "GET" && method !== "HEAD") {
      response.writeHead(405, { ...headers, allow: "GET, HEAD" }).end();
      return;
    }
    const page = pages.get(url.split("?", 1)[0] as string);
    if (!page) {
      response.writeHead(404, { ...headers, "content-type": "text/plain" }).end("not found\n");
      return;
    }
    response.writeHead(200, { ...headers, "content-type": page.type, "content-length": page.body.length });
    response.end(method === "HEAD" ? undefined : page.body);
  });
  const taken = await listen(server, port);
  return {
    address: `http://127.0.0.1:${taken}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
