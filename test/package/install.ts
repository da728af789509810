import { cpSync, mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Ended, programIn } from "../helpers/command.ts";

const ROOT = new URL("../../", import.meta.url).pathname;
/** What a checkout has and a package is made without. */
const NOT_NEEDED = ["node_modules", "dist", ".git", "test", "bench", "mutation", "api", "coverage", "reports"];

/** The package as `npm pack` makes it. */
export interface Packed {
  readonly file: string;
  readonly unpackedSize: number;
  readonly paths: readonly string[];
}

/** What went wrong is all that is wanted of a program that must succeed. */
async function must(ended: Promise<Ended>): Promise<Ended> {
  const { code, stdout, stderr } = await ended;
  if (code !== 0) throw new Error(`exit code ${code}: ${stdout}${stderr}`);
  return { code, stdout, stderr };
}

/** Packs a copy of the checkout, since packing builds dist anew, which other tests read meanwhile. */
export async function pack(): Promise<Packed> {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-pack-"));
  for (const name of readdirSync(ROOT).filter((each) => !NOT_NEEDED.includes(each))) {
    cpSync(join(ROOT, name), join(folder, name), {
      recursive: true,
      filter: (path) => !path.includes("docs/results/"),
    });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  const { stdout } = await must(programIn(folder, "npm", "pack", "--json"));
  const [{ filename, unpackedSize, files }] = JSON.parse(stdout.slice(stdout.indexOf("[\n")));
  return { file: join(folder, filename), unpackedSize, paths: files.map(({ path }: { path: string }) => path) };
}

/** A folder with the package, and how it got there. */
export interface Installed {
  readonly folder: string;
  /** Standard error of npm; undefined where npm could not reach a registry, and what it would do was done by hand. */
  readonly said?: string;
}

/** Installs a package in an empty folder, as a user does; without a registry beside links to the packages of this checkout. */
export async function install({ file }: Packed): Promise<Installed> {
  const folder = mkdtempSync(join(tmpdir(), "adamcheck-user-"));
  const { code, stderr } = await programIn(
    folder,
    "npm",
    "install",
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    file,
  );
  if (code === 0) return { folder, said: stderr };
  if (!/E(NOTFOUND|AI_AGAIN|CONNREFUSED|TIMEDOUT|NOTCACHED)|network/.test(stderr)) throw new Error(stderr);
  mkdirSync(join(folder, "node_modules/adamcheck"), { recursive: true });
  await must(programIn(folder, "tar", "xzf", file, "--strip-components=1", "-C", "node_modules/adamcheck"));
  for (const name of readdirSync(join(ROOT, "node_modules")).filter((each) => !each.startsWith(".bin"))) {
    symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  }
  mkdirSync(join(folder, "node_modules/.bin"));
  symlinkSync("../adamcheck/dist/src/cli/main.js", join(folder, "node_modules/.bin/adamcheck"));
  writeFileSync(join(folder, "package.json"), "{}");
  return { folder };
}
