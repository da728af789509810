import { describe, expect, it } from "vitest";
import { loadPackages } from "../../../src/experiments/queue/packages.ts";

describe("loadPackages", () => {
  it("says which packages are missing, and how they are installed", async () => {
    const { peerDependencies } = (await import("../../../package.json", { with: { type: "json" } })).default;
    const { bullmq, ioredis } = peerDependencies;
    const absent = (name: string) => import(`${name}-that-nobody-has`);
    await expect(loadPackages(absent)).rejects.toThrow(
      `queue must have the optional packages bullmq and ioredis, but one of them is not installed; run npm install bullmq@${bullmq} ioredis@${ioredis}`,
    );
  });

  it("passes on what else goes wrong", async () => {
    const broken = () => Promise.reject(new SyntaxError("broken"));
    await expect(loadPackages(broken)).rejects.toThrow("broken");
  });
});
