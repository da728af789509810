import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { adamcheckIn } from "../../helpers/command.ts";
import { newFolder } from "../../helpers/newFolder.ts";
import { fillReportable } from "../../helpers/reportable.ts";
import { launch, noChromium } from "../../sim/browser/chromium.ts";

const WIDTHS = [360, 768, 1440];
const SCHEMES = ["light", "dark"] as const;
if (noChromium) console.warn(`tests in a browser are skipped: ${noChromium}`);
