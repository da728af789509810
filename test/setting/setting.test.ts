import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { settingSchema } from "../../src/setting/setting.ts";
import { disjointSettings, settings } from "../helpers/arbitraries.ts";

describe("settingSchema", () => {
  test.prop([settings])("returns a valid setting unchanged", (setting) => {
    expect(settingSchema.parse(setting)).toEqual(setting);
  });

  test.prop([settings])("draws labels balanced unless told otherwise", ({ labels: _, ...rest }) => {
    expect(settingSchema.parse(rest)).toEqual({ ...rest, labels: "balanced" });
  });

  test.prop([settings])("leaves an absent `supports` absent, so that older results keep their text", (setting) => {
    expect(JSON.stringify(settingSchema.parse(setting))).toBe(JSON.stringify(setting));
  });

  test.prop([disjointSettings])("keeps disjoint supports", (setting) => {
    expect(settingSchema.parse(setting)).toEqual(setting);
  });

  test.each(Object.entries(settingSchema.shape))("says of %s what it means, its unit and its range", (_, field) => {
    const about = ("unwrap" in field ? field.unwrap() : field).meta() as Record<string, unknown>;
    for (const part of ["meaning", "unit", "range"]) expect(about[part]).toMatch(/\w/);
  });
});
