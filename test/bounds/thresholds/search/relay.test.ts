import { describe, expect, it } from "vitest";
import { relay } from "../../../../src/bounds/thresholds/search/relay.ts";

/** Ten legs; its value: how many were gone, and whether it was told to stop. */
function* part(): Generator<number, [number, boolean], boolean | undefined> {
  for (let leg = 1; leg <= 10; leg++) if ((yield leg / 10) === true) return [leg, true];
  return [10, false];
}

function carry(legs: ReturnType<typeof relay<[number, boolean]>>, stopAfter = Infinity) {
  const shares: number[] = [];
  let at = legs.next();
  while (!at.done) {
    shares.push(at.value);
    at = legs.next(shares.length >= stopAfter);
  }
  return { shares, ...at.value };
}

describe("relay", () => {
  it("passes shares on as shares of the whole, and the value", () => {
    const { shares, value, stopped } = carry(relay(part(), (done) => 10 * done + 1));
    expect(shares).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect([value, stopped]).toEqual([[10, false], false]);
  });

  it("passes the wish to stop down, and says that it came", () => {
    const { shares, value, stopped } = carry(
      relay(part(), (done) => done),
      3,
    );
    expect([shares.length, value, stopped]).toEqual([3, [3, true], true]);
  });

  it("stops a part of which there is enough, which is nobody's wish", () => {
    let asked = 0;
    const { value, stopped } = carry(
      relay(
        part(),
        (done) => done,
        () => ++asked === 4,
      ),
    );
    expect([value, stopped]).toEqual([[4, true], false]);
  });
});
