import { mkdirSync, openSync, truncateSync, utimesSync, writeSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { collectionOf, pixelsOf } from "../../../src/data/images/collection.ts";
import { cifar10, cifar100 } from "../../../src/data/images/formats/cifar.ts";
import { idx } from "../../../src/data/images/formats/idx.ts";
import { fileIn, idxImages, idxLabels, pixels, REAL, records } from "../../helpers/imageFiles.ts";
import { newFolder } from "../../helpers/newFolder.ts";

const IMAGES = pixels(5, 12);
const LABELS = [3, 0, 2, 0, 9];

/** A folder with five images of 3 x 4, as they are, packed, and in two files. */
function files() {
  const folder = newFolder();
  const [all, labels] = [idxImages(3, 4, IMAGES), idxLabels(LABELS)];
  const place = (name: string, bytes: Uint8Array) => fileIn(folder, name, bytes);
  return {
    folder,
    plain: { images: place("images", all), labels: place("labels", labels) },
    packed: { images: place("images.gz", gzipSync(all)), labels: place("labels.gz", gzipSync(labels)) },
    halves: {
      images: [place("i1", idxImages(3, 4, IMAGES.slice(0, 2))), place("i2", idxImages(3, 4, IMAGES.slice(2)))],
      labels: [place("l1", idxLabels(LABELS.slice(0, 2))), place("l2", idxLabels(LABELS.slice(2)))],
    },
  };
}

describe("IDX", () => {
  test("sizes, labels, the share of pixels that are not 0, and any pixels, packed or not", () => {
    const { plain, packed } = files();
    const found = collectionOf(plain, idx, "data");
    expect(found).toMatchObject({ height: 3, width: 4, channels: 1, counts: [5] });
    expect([...found.labels]).toEqual(LABELS);
    expect(found.ink).toBe(IMAGES.flat().filter((byte) => byte !== 0).length / 60);
    expect(collectionOf(packed, idx, "data")).toEqual(found);
    for (const form of [plain, packed]) {
      expect([...pixelsOf(form, idx, "data", Int32Array.of(4, 1))]).toEqual([
        ...(IMAGES[4] ?? []),
        ...(IMAGES[1] ?? []),
      ]);
    }
  });

  test("several files are one after the other", () => {
    const { plain, halves } = files();
    const found = collectionOf(halves, idx, "data");
    expect(found.counts).toEqual([2, 3]);
    expect([...found.labels]).toEqual(LABELS);
    const all = Int32Array.of(3, 0, 2, 1, 4);
    expect(pixelsOf(halves, idx, "data", all)).toEqual(pixelsOf(plain, idx, "data", all));
  });

  test("the hash is another one where a byte is, of images or labels", () => {
    const { folder, plain } = files();
    const hash = (more: object) => collectionOf({ ...plain, ...more }, idx, "data").sha256;
    const first = hash({});
    const changed = fileIn(folder, "other", idxLabels([3, 0, 2, 0, 8]));
    expect(hash({ labels: changed })).not.toBe(first);
    const same = fileIn(folder, "same", idxImages(3, 4, IMAGES));
    expect(hash({ images: same })).toBe(first);
    fileIn(folder, "same", idxImages(3, 4, [...IMAGES.slice(0, 4), (IMAGES[4] ?? []).map((byte) => byte ^ 1)]));
    // A file that was written within the clock's grain has another time for certain.
    utimesSync(same, 1, 1);
    expect(hash({ images: same })).not.toBe(first);
  });

  test("the real images are those of MNIST", () => {
    const found = collectionOf({ images: REAL[0], labels: REAL[1] }, idx, "data");
    expect([...found.labels]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4, 3, 5, 3, 6, 1, 7]);
    expect(found).toMatchObject({ height: 28, width: 28, channels: 1, counts: [16] });
  });
});

describe("CIFAR", () => {
  const image = (seed: number) => pixels(1, 3072)[0]?.map((byte) => (byte + seed) % 256) as number[];

  test("a label and 3 x 32 x 32 pixels a record", () => {
    const folder = newFolder();
    const path = fileIn(
      folder,
      "batch.bin",
      records([
        [7, ...image(1)],
        [2, ...image(2)],
      ]),
    );
    const found = collectionOf({ images: path }, cifar10, "data");
    expect(found).toMatchObject({ height: 32, width: 32, channels: 3, counts: [2] });
    expect([...found.labels]).toEqual([7, 2]);
    expect([...pixelsOf({ images: path }, cifar10, "data", Int32Array.of(1))]).toEqual(image(2));
  });

  test("of CIFAR-100 the fine label is the class; packed it is the same", () => {
    const folder = newFolder();
    const bytes = records([
      [1, 99, ...image(1)],
      [0, 5, ...image(2)],
    ]);
    const [plain, packed] = [fileIn(folder, "train.bin", bytes), fileIn(folder, "train.bin.gz", gzipSync(bytes))];
    const found = collectionOf({ images: plain }, cifar100, "data");
    expect([...found.labels]).toEqual([99, 5]);
    expect(collectionOf({ images: packed }, cifar100, "data")).toEqual(found);
  });
});

describe("what is no file of images is refused in a sentence", () => {
  const cut = (bytes: Uint8Array, by: number) => bytes.slice(0, bytes.length - by);
  const whole = idxImages(3, 4, IMAGES);
  const labels = idxLabels(LABELS);
  const longer = Uint8Array.from([...whole, 0]);
  const cases: [string, Uint8Array, Uint8Array, RegExp][] = [
    [
      "cut off",
      cut(whole, 1),
      labels,
      /5 records of 12 bytes as its head says, 76 bytes in all, but has 75; it is cut off/,
    ],
    ["longer", longer, labels, /76 bytes in all, but has 77; check it$/],
    ["a head alone", whole.slice(0, 9), labels, /with 16 bytes at its head, but has 9;/],
    ["empty", new Uint8Array(), labels, /with 16 bytes at its head, but has 0;/],
    ["labels in the place of images", labels, labels, /begins with 0x00000803, but begins with 0x00000801;/],
    ["no images", idxImages(3, 4, []), labels, /must be of one record or more, but has none;/],
    ["labels cut off", whole, cut(labels, 2), /5 records of 1 bytes as its head says, 13 bytes in all, but has 11;/],
    ["a label too few", whole, idxLabels(LABELS.slice(1)), /a label for each of the 5 images, but has 4;/],
    ["images as labels", whole, whole, /IDX file of labels, which begins with 0x00000801, but begins with 0x00000803;/],
    [
      "packed, cut off",
      cut(gzipSync(whole), 9),
      labels,
      /a whole gzip file, but unpacking it gave "unexpected end of file";/,
    ],
    ["packed, longer", gzipSync(longer), labels, /76 bytes in all, but has 77; check it$/],
    ["packed, no IDX", gzipSync(Uint8Array.of(1, 2, 3)), labels, /with 16 bytes at its head, but has 3;/],
    [
      "no gzip after its mark",
      Uint8Array.of(0x1f, 0x8b, 0, 0, 0, 0),
      labels,
      /a whole gzip file, but unpacking it gave "/,
    ],
  ];
  test.each(cases)("%s", (_, one, other, sentence) => {
    const folder = newFolder();
    const [images, labelled] = [fileIn(folder, "images", one), fileIn(folder, "labels", other)];
    expect(() => collectionOf({ images, labels: labelled }, idx, "data")).toThrow(sentence);
  });

  test("a missing file, a folder, records of another length, images of two sizes", () => {
    const folder = newFolder();
    mkdirSync(join(folder, "sub"));
    const refused = (images: string | string[], format: Parameters<typeof collectionOf>[1]) => () =>
      collectionOf({ images, labels: images }, format, "data");
    expect(refused(join(folder, "none"), idx)).toThrow(
      /none must be a file of images or labels, but there is none; check/,
    );
    expect(refused(join(folder, "sub"), idx)).toThrow(/sub must be a file of images or labels/);
    const odd = fileIn(folder, "odd", new Uint8Array(3072));
    expect(refused(odd, cifar10)).toThrow(/odd must be records of 3073 bytes each, but has 3072 bytes;/);
    const [one, other] = [fileIn(folder, "a", idxImages(3, 4, IMAGES)), fileIn(folder, "b", idxImages(4, 3, IMAGES))];
    expect(refused([one, other], idx)).toThrow(
      /b must have images of 3 x 4, as the file before it, but they are 4 x 3;/,
    );
  });

  test("ten gigabytes that are no image, with a right head, too, before any of it is read", () => {
    const folder = newFolder();
    const path = fileIn(folder, "sparse", new Uint8Array());
    truncateSync(path, 1e10);
    const before = process.memoryUsage().arrayBuffers;
    for (const format of [idx, cifar10]) {
      expect(() => collectionOf({ images: path, labels: path }, format, "data")).toThrow(
        /sparse must be at most 1 GiB, but has 10000000000 bytes;/,
      );
    }
    // What a head promises is not made room for.
    const bold = openSync(fileIn(folder, "bold", new Uint8Array()), "w");
    writeSync(bold, Uint8Array.of(0, 0, 8, 3, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255));
    expect(() => collectionOf({ images: join(folder, "bold"), labels: path }, idx, "data")).toThrow(/it is cut off/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 24);
  });

  test("a gzip file that unpacks to far more than its head says stops there", () => {
    const folder = newFolder();
    const bomb = new Uint8Array(2 ** 26);
    bomb.set(idxImages(3, 4, IMAGES));
    const path = fileIn(folder, "bomb", gzipSync(bomb));
    expect(() => collectionOf({ images: path, labels: path }, idx, "data")).toThrow(
      /at most 76 bytes unpacked, but has more;/,
    );
  });
});
