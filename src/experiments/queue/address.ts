import { InputError, show } from "../../setting/inputError.ts";

/** Where a Redis is, and who we are there. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly db: number;
  readonly secure: boolean;
  readonly username?: string;
  readonly password?: string;
  /** For people: without name and password. */
  readonly shown: string;
}

const PORT = 6379;

function urlOf(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** Undoes the escapes of a part of a URL; undefined where there is none. */
function decoded(part: string): string | undefined {
  try {
    return part === "" ? undefined : decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Reads the address of a Redis.
 *
 * @param text redis://HOST:PORT or rediss://HOST:PORT (TLS), with USER:PASSWORD@ before the host and /DATABASE after it where they are needed
 * @returns the address; `shown` is all of it that may be printed
 * @throws InputError, which shows no text that could hold a password
 * Source: ours.
 * @example
 * parseAddress("redis://worker:secret@10.0.0.5/2").shown // => "redis://10.0.0.5:6379/2"
 */
export function parseAddress(text: string): Address {
  const url = urlOf(text);
  const database = /^\/?(\d{0,4})$/.exec(url?.pathname ?? "-")?.[1];
  const known = url?.protocol === "redis:" || url?.protocol === "rediss:";
  if (!url || !known || url.hostname === "" || database === undefined || url.search !== "" || url.hash !== "") {
    throw new InputError(
      `queue must be redis://HOST:PORT or rediss://HOST:PORT, with USER:PASSWORD@ and /DATABASE where needed, but is ${text.includes("@") ? "not (it is not shown, as it may hold a password)" : show(text)}; correct it`,
    );
  }
  const port = url.port === "" ? PORT : Number(url.port);
  const [username, password] = [decoded(url.username), decoded(url.password)];
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port,
    db: Number(database),
    secure: url.protocol === "rediss:",
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    shown: `${url.protocol}//${url.hostname}:${port}${database === "" ? "" : `/${database}`}`,
  };
}
