import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { jsonNames, placeOf, unpackedBytes, unpackedText } from "../../src/experiments/packed.ts";
import { newFolder } from "../helpers/newFolder.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = newFolder();
  path = join(folder, "a.json");
});

describe("files that may be packed by gzip", () => {
  it("give the same bytes packed as plain, whatever they are called", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        // Bytes that are packed themselves are of no file here.
        fc.pre(bytes[0] !== 0x1f);
        writeFileSync(path, bytes);
        const plain = unpackedBytes(path);
        expect(plain).toEqual(Buffer.from(bytes));
        writeFileSync(path, gzipSync(bytes));
        expect(unpackedBytes(path)).toEqual(plain);
      }),
    );
  });

  it("are found under the name without .gz, the plain one first", () => {
    expect(placeOf(path)).toBe(path);
    writeFileSync(`${path}.gz`, gzipSync('\uFEFF{"packed":true}'));
    expect([placeOf(path), unpackedText(path)]).toEqual([`${path}.gz`, '{"packed":true}']);
    expect(unpackedText(`${path}.gz`)).toBe('{"packed":true}');
    writeFileSync(path, "plain");
    expect([placeOf(path), unpackedText(path)]).toEqual([path, "plain"]);
  });

  it("are found among the files of a folder, each once", () => {
    expect(jsonNames(["a.json", "a.json.gz", "b.json.gz", "c.gz", "d.ndjson.gz", "json"])).toEqual([
      "a.json",
      "b.json.gz",
    ]);
  });

  it("say that they are damaged, wherever they were cut off", () => {
    const whole = gzipSync("a line that is long enough\n".repeat(3));
    for (let length = 2; length < whole.length; length++) {
      writeFileSync(`${path}.gz`, whole.subarray(0, length));
      expect(() => unpackedText(path)).toThrow(`"unexpected end of file" where gzip unpacks ${path}.gz`);
    }
  });

  it("say that they were altered: the checksum of gzip tells", () => {
    const altered = gzipSync("a line");
    altered[altered.length - 8] = (altered.at(-8) as number) ^ 1;
    writeFileSync(path, altered);
    expect(() => unpackedText(path)).toThrow(`"incorrect data check" where gzip unpacks ${path}`);
  });

  it("are not unpacked beyond a bound", () => {
    writeFileSync(path, gzipSync(Buffer.alloc(1000)));
    expect(unpackedBytes(path, 1000)).toHaveLength(1000);
    expect(() => unpackedBytes(path, 999)).toThrow('"more than 999 bytes unpacked" where gzip unpacks');
  });

  it("give the file system's error where there are none", () => {
    expect(() => unpackedText(path)).toThrow("ENOENT");
    mkdirSync(path);
    expect(() => unpackedText(path)).toThrow("EISDIR");
    rmSync(path, { recursive: true });
  });
});
