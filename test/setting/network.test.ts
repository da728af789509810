import { test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { networkOf } from "../../src/setting/network.ts";
import { settings } from "../helpers/arbitraries.ts";

describe("networkOf", () => {
  test.prop([settings])("gives the CNN the setting's m and q", (setting) => {
    expect(networkOf("cnn", setting)).toEqual({ name: "cnn", neurons: setting.m, q: setting.q });
  });

  test.prop([settings])("gives the linear model one vector a class, whatever m and q", (setting) => {
    expect(networkOf("linear", setting)).toEqual({ name: "linear", neurons: 1, q: 1 });
  });
});
