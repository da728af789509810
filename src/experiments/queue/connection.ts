import type { Redis } from "ioredis";
import { InputError } from "../../setting/inputError.ts";
import type { Address } from "./address.ts";
import { loadPackages, type Packages } from "./packages.ts";

/** How often, and after how many milliseconds each, a connection that was lost is sought again. */
const TRIES = 10;
const TRY_AFTER = 500;

/** Milliseconds that Redis may take to answer. */
const ANSWER_WITHIN = 30_000;
const CONNECT_WITHIN = 10_000;

/** Milliseconds that a connection is given to close, also where there is none any more. */
const GONE_WITHIN = 100;

/** What stands before every key that we use. */
export const PREFIX = "adamcheck";

/** What a sweep's checkpoints are called among its keys. */
export const CHECKPOINTS = "checkpoints";

/** A connection to a Redis. */
export interface Connection {
  readonly redis: Redis;
  readonly bullmq: Packages["bullmq"];
  /** Carries out what speaks with Redis: what it throws becomes one sentence. */
  guard<T>(what: () => Promise<T>): Promise<T>;
  close(): void;
}

/** What is wrong, in Redis' or the system's word for it: its sentences may repeat what it was sent. */
function wordOf(error: unknown): string {
  const { code, message = "", name } = error as NodeJS.ErrnoException;
  return code ?? /^[A-Z]{3,20}(?= )/.exec(message)?.[0] ?? name;
}

/**
 * Connects to a Redis.
 *
 * @param address where it is
 * @returns the connection; where it is lost, it is sought again for five seconds
 * @throws InputError where there is none, or it refuses us
 */
export async function connect(address: Address): Promise<Connection> {
  const { bullmq, ioredis } = await loadPackages();
  const { host, port, db, username, password, secure, shown } = address;
  let last: unknown;
  let wasReady = false;
  const redis = new ioredis.Redis({
    host,
    port,
    db,
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(secure && { tls: {} }),
    lazyConnect: true,
    maxRetriesPerRequest: null,
    commandTimeout: ANSWER_WITHIN,
    connectTimeout: CONNECT_WITHIN,
    disconnectTimeout: GONE_WITHIN,
    retryStrategy: (times) => (wasReady && times <= TRIES ? TRY_AFTER : null),
  });
  redis.on("error", (error) => {
    last = error;
  });
  redis.on("ready", () => {
    wasReady = true;
  });
  const lost = (error: unknown) => {
    if (redis.status === "end")
      return new InputError(
        `the Redis at ${shown} must stay in reach, but the connection was lost (${wordOf(last ?? error)}); what has finished is kept: when it is back, run the same command again`,
      );
    return new InputError(
      `the Redis at ${shown} must do what a queue needs, but answered ${wordOf(error)}; see to it and run the same command again`,
    );
  };
  try {
    await redis.connect();
    // A name or password that is wrong shows with the first command.
    await redis.ping();
  } catch (error) {
    redis.disconnect();
    throw new InputError(
      `queue must be the address of a Redis that lets us in, but ${shown} gave ${wordOf(last ?? error)}; start it, or correct the address`,
    );
  }
  return {
    redis,
    bullmq,
    async guard(what) {
      try {
        return await what();
      } catch (error) {
        throw error instanceof InputError ? error : lost(error);
      }
    },
    close: () => redis.disconnect(),
  };
}
