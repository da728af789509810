import { describe, expect, it } from "vitest";
import { explain } from "../../src/setting/explain.ts";
import { settingSchema } from "../../src/setting/setting.ts";
import { SETTINGS } from "../helpers/settings.ts";

const said = (input: unknown) => {
  const { error } = settingSchema.safeParse(input);
  return error && explain(error, input, "the setting").message;
};
