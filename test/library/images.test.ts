import { describe, expect, test } from "vitest";
import { images, patchesOf } from "../../src/index.ts";
import { imagesRun } from "../../src/library/images.ts";
import { imagesText } from "../../src/report/imagesText.ts";
import { fileIn, idxImages, idxLabels, pixels, REAL } from "../helpers/imageFiles.ts";
import { newFolder } from "../helpers/newFolder.ts";

const data = { images: REAL[0], labels: REAL[1], patch: [14, 14] as const };
const run = {
  setting: { n: 10, m: 2, q: 2, sigma0: 0.1, data } as never,
  optimizer: { name: "adam", lr: 0.01 },
  ...{ batchSize: 4, epochs: 20 },
};

describe("images", () => {
  test("trains a run, and tells it answer first", async () => {
    const result = await images({ run });
    const text = imagesText(result);
    expect(text.split("\n")[0]).toMatch(
      /^This network is wrong on \d+% of 6 test images, and on 0% of the 10 it was trained on \(fewest at epoch \d+: \d+%\)\.$/,
    );
    expect(text).toContain("in 10 classes: 4 patches of 196 numbers each, 2 neurons a class, power 2.");
    expect(text).toContain((result.config.setting.data as { sha256: string }).sha256);
  });

  test.each([
    [{ run, lr: 1 }, /^lr must be absent where run is given/],
    [
      { run: { ...run, setting: { ...(run.setting as object), data: "mine" } as never } },
      /^setting\.data must be files of images/,
    ],
    [{ run: { preset: "tiny" } as never }, /^setting\.data must be files of images, .* but is missing/],
    [{ batchSize: 0 }, /^batchSize must be a positive integer/],
    [{ epoch: 1 } as never, /^epoch must be a known key/],
  ])("refuses what is none, in a sentence", async (spec, sentence) => {
    await expect(images(spec)).rejects.toThrow(sentence);
  });

  test("the usual run has [T25]'s decays, each for its kind", () => {
    expect(imagesRun({ quick: true })).toMatchObject({
      optimizer: { name: "adam", weightDecay: 5e-4 },
      ...{ batchSize: 16, epochs: 20 },
    });
    expect(imagesRun({ optimizer: "adamw" }).optimizer).toMatchObject({ weightDecay: 0.01 });
    expect(imagesRun({ weightDecay: 0 }).optimizer).toMatchObject({ weightDecay: 0 });
  });
});

describe("patchesOf", () => {
  test("of images gives every pixel of every patch, in the order of the run", () => {
    const folder = newFolder();
    const raw = pixels(6, 16);
    const [one, other] = [
      fileIn(folder, "i", idxImages(4, 4, raw)),
      fileIn(folder, "l", idxLabels([0, 1, 2, 0, 1, 2])),
    ];
    const own = { images: one, labels: other, patch: [2, 4] as const };
    const spec = { ...run, setting: { n: 4, m: 1, q: 2, sigma0: 1, data: own } as never };
    const [train, test] = [patchesOf(spec), patchesOf(spec, "test")];
    expect(train).toMatchObject({ n: 4, patches: 2, d: 8, classes: 3 });
    // Patches of whole rows: an image's patches, one after the other, are the image.
    const rows = [train, test].flatMap(({ n, values, labels }) =>
      Array.from({ length: n }, (_, i) => `${labels[i]} ${[...values.slice(16 * i, 16 * i + 16)].map((x) => x * 255)}`),
    );
    expect(rows.sort()).toEqual(raw.map((bytes, i) => `${i % 3} ${bytes}`).sort());
  });

  test("of drawn data gives mu y v and the noise patches", () => {
    const setting = {
      n: 4,
      d: 9,
      s: 3,
      sigmaP: 1,
      alpha: 0.5,
      m: 1,
      q: 3,
      sigma0: 1,
      mu: 2,
      patches: 3,
      featureSupport: 4,
    };
    const { n, d, patches, values, labels } = patchesOf({ ...run, setting });
    expect([n, d, patches, [...labels]]).toEqual([4, 9, 3, [0, 1, 0, 1]]);
    for (let i = 0; i < n; i++) {
      const y = labels[i] === 0 ? 1 : -1;
      const row = (p: number) => [...values.slice((i * 3 + p) * 9, (i * 3 + p + 1) * 9)];
      expect(row(0)).toEqual([y, y, y, y, 0, 0, 0, 0, 0]);
      for (const p of [1, 2]) {
        expect(row(p).slice(0, 4)).toEqual([-0.25 * y, -0.25 * y, -0.25 * y, -0.25 * y]);
        expect(
          row(p)
            .slice(4)
            .filter((x) => x !== 0).length,
        ).toBe(3);
      }
    }
  });

  test("refuses another set", () => {
    expect(() => patchesOf(run, "fresh" as never)).toThrow(
      /^of must be "train" or "test", but is "fresh"; correct it$/,
    );
  });
});
