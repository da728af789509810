import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { InputError } from "../../setting/inputError.ts";
import { type About, aboutFrom } from "./about.ts";
import { type Connection, PREFIX } from "./connection.ts";

/*
 * PREFIX:sweeps is the set of the names of sweeps, and PREFIX:NAME:sweep says while the sweep NAME is at work what it is and whose. Workers
 * serve sweeps that are at work only.
 */

/** Milliseconds for which a sweep is at work after its last sign. */
const LEASE = 5000;

/** Milliseconds between two looks at a lease. */
const LOOK_EVERY = 500;

const SWEEPS = `${PREFIX}:sweeps`;
const NAME = /^[0-9a-f]{64}$/;
const leaseOf = (name: string) => `${PREFIX}:${name}:sweep`;

/** The right to a queue. */
export interface Lease {
  /** @throws InputError once another process has taken it */
  check(): void;
  release(): Promise<void>;
}

/**
 * Takes the queue of a sweep, for one process at a time, and tells workers of it.
 *
 * @param connection to the Redis
 * @param name of the queue
 * @param about what the sweep's numbers come from
 * @returns the lease, which is renewed until it is released
 * @throws InputError where another process keeps it; one that was killed has lost it after five seconds
 */
export async function takeQueue({ redis, guard }: Connection, name: string, about: About): Promise<Lease> {
  const key = leaseOf(name);
  const mine = JSON.stringify({ ...about, owner: randomUUID() });
  const taken = () =>
    new InputError(
      "a sweep must be run by one process a queue, but another is running this one; wait for its end, or give each a --shard of its own",
    );
  let lost = false;
  for (let left = LEASE; ; ) {
    if (await guard(() => redis.set(key, mine, "PX", LEASE, "NX"))) break;
    const before = left;
    left = await guard(() => redis.pttl(key));
    // Time that grows again is that of a process at work.
    if (left > before) throw taken();
    await pause(LOOK_EVERY);
  }
  async function renew(): Promise<void> {
    const found = await redis.get(key);
    lost = found !== null && found !== mine;
    if (lost) return;
    await redis.set(key, mine, "PX", LEASE);
    await redis.sadd(SWEEPS, name);
  }
  await guard(renew);
  // Where Redis does not answer, whoever asks it next says so.
  const timer = setInterval(() => void renew().catch(() => {}), LEASE / 5);
  return {
    check() {
      if (lost) throw taken();
    },
    async release() {
      clearInterval(timer);
      if (lost) return;
      await redis.srem(SWEEPS, name);
      await redis.del(key);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The sweeps that are at work.
 *
 * @param connection to the Redis
 * @returns what each says of itself, by the name of its queue
 */
export async function sweepsAtWork({ redis, guard }: Connection): Promise<Map<string, About>> {
  return guard(async () => {
    const names = (await redis.smembers(SWEEPS)).filter((name) => NAME.test(name));
    const texts = names.length === 0 ? [] : await redis.mget(names.map(leaseOf));
    const sweeps = new Map<string, About>();
    names.forEach((name, k) => {
      const { owner, ...about } = (parsed(texts[k] ?? "") ?? {}) as Record<string, unknown>;
      const known = aboutFrom(about);
      if (known && owner !== undefined) sweeps.set(name, known);
    });
    return sweeps;
  });
}
