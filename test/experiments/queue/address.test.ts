import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { parseAddress } from "../../../src/experiments/queue/address.ts";

const word = fc.stringMatching(/^[a-z0-9]{12,20}$/);

describe("parseAddress", () => {
  test.prop([word, word, fc.integer({ min: 1, max: 65535 })])(
    "shows neither name nor password",
    (name, password, port) => {
      const address = parseAddress(`redis://${name}:${password}@127.0.0.1:${port}/3`);
      expect(address).toMatchObject({ host: "127.0.0.1", port, db: 3, secure: false, username: name, password });
      expect(address.shown).toBe(`redis://127.0.0.1:${port}/3`);
    },
  );

  test.prop([
    word,
    fc.constantFrom("redis:/x:P@h", "http://x:P@h", "redis://x:P@h/y", "redis://x:P@h?a=P", "x:P@", "P@h"),
  ])("shows no password of what it refuses", (password, text) => {
    let told = "";
    try {
      parseAddress(text.replaceAll("P", password));
    } catch (error) {
      told = (error as Error).message;
    }
    expect(told).toMatch(/^queue must be redis:\/\/HOST:PORT/);
    expect(told).not.toContain(password);
  });

  it("undoes escapes, and knows TLS and IPv6", () => {
    expect(parseAddress("rediss://:a%2Fb%40@[::1]")).toEqual({
      host: "::1",
      port: 6379,
      db: 0,
      secure: true,
      password: "a/b@",
      shown: "rediss://[::1]:6379",
    });
  });
});
