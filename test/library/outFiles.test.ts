import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkWritable } from "../../src/library/outFiles.ts";
import { newFolder } from "../helpers/newFolder.ts";

describe("checkWritable", () => {
  it("refuses what is no regular file, through links as well", () => {
    const link = join(newFolder(), "link");
    symlinkSync("/dev/null", link);
    for (const path of ["/dev/null", link]) {
      expect(() => checkWritable(path, true)).toThrow(
        `out must be a regular file, but ${path} is a pipe, device or socket; name another`,
      );
    }
  });

  it("looks for room where a link leads", () => {
    const link = join(newFolder(), "link");
    symlinkSync("missing/file", link);
    expect(() => checkWritable(link, true)).toThrow(/^out must be writable, .* gave ENOENT/);
  });
});
