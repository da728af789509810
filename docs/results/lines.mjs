// Lines of NDJSON that runs append to NAME.ndjson, and that are kept packed as NAME.ndjson.gz once all have run (`gzip -9n NAME.ndjson`); other
// texts that are kept the same way.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const parsed = (bytes) => bytes.toString("utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));

/** Every line of a file, a path or URL without .gz: those packed, then those that came since; none where there is no such file. */
export function linesOf(place) {
  const path = place instanceof URL ? fileURLToPath(place) : place;
  const packed = `${path}.gz`;
  return [
    ...(existsSync(packed) ? parsed(gunzipSync(readFileSync(packed))) : []),
    ...(existsSync(path) ? parsed(readFileSync(path)) : []),
  ];
}

/** The text of a file, a path or URL without .gz: itself, which goes first as what was written last, or packed beside it. */
export function textOf(place) {
  const path = place instanceof URL ? fileURLToPath(place) : place;
  return (existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`))).toString("utf8");
}

/** The lines of all runs-SHARD.ndjson in a folder, shard by shard. */
export function linesOfShards(folder) {
  const names = readdirSync(folder).filter((name) => /^runs-\d+\.ndjson(\.gz)?$/.test(name));
  return [...new Set(names.map((name) => name.replace(/\.gz$/, "")))].sort().flatMap((name) => linesOf(folder + name));
}

/** The keys of what has run: started again, a study goes on with what is missing. */
export const keysIn = (place) => new Set(linesOf(place).map(({ key }) => key));
