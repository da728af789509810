import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/setting/inputError.ts";
import { FIRST, standardOf } from "../../../web/choice/state.ts";
import { fromAddress, fromHash, toAddress, toHash } from "../../../web/choice/urlState.ts";
import { choices } from "./choices.ts";

const refusal = (hash: string): string => {
  try {
    fromHash(hash);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error(`"${hash}" was not refused`);
};

describe("the address of a choice", () => {
  test.prop([choices])("gives the choice back, to the last bit", (choice) => {
    expect(fromHash(toHash(choice))).toEqual(choice);
    expect(fromHash(`#${toHash(choice)}`)).toEqual(choice);
    expect(toHash(fromHash(toHash(choice)))).toBe(toHash(choice));
  });

  test.prop([choices, choices])("gives back both that stand beside each other", (choice, pinned) => {
    expect(fromAddress(`#${toAddress({ choice, pinned })}`)).toEqual({ choice, pinned });
    expect(fromAddress(toAddress({ choice }))).toEqual({ choice });
  });

  it("names what a run file may leave out only where it is not left out", () => {
    expect(toHash({ ...FIRST, beta2: 0.99, n: 41 })).toBe(`${toHash(FIRST)}&n=41&beta2=0.99`);
  });

  it("says everything by name", () => {
    expect(toHash(FIRST)).toBe(
      "preset=small&optimizer=adam&weightDecay=0.00001&batchSize=40&lr=0.0005&epochs=800&alpha=0.2&sigma0=0.02&s=100&supports=independent&seed=1&beside=none&time=linear",
    );
  });

  it.each(["", "#"])("is the first choice where it says nothing: %j", (hash) => {
    expect(fromHash(hash)).toEqual(FIRST);
  });

  it("takes what it does not say from its preset", () => {
    expect(fromHash("preset=paper&batchSize=2")).toEqual({ ...standardOf("paper"), batchSize: 2 });
    expect(fromHash("weightDecay=0")).toEqual({ ...FIRST, weightDecay: 0 });
  });

  it.each([
    ["preset=vgg", /^preset must be one of "paper", .*, but is "vgg"; correct it$/],
    ["preset=__proto__", /^preset must be one of .*, but is "__proto__"; correct it$/],
    ["__proto__=1", /^"__proto__" must be one of preset, .*, but is not \(its value is "1"\); remove it/],
    ["constructor=1", /^"constructor" must be one of preset, /],
    ["batchsize=2", /^"batchsize" must be one of preset, .*; remove it from the address$/],
    ["optimizer=unheard-of", /^optimizer\.name must be one of "sgd", .*, but is "unheard-of"; correct it$/],
    ["batchSize=41", /^batchSize must be at most n = 40, but is 41; lower it$/],
    ["batchSize=2.5", /^batchSize must be a positive integer \(below 2\^53\), but is 2\.5; correct it$/],
    ["batchSize=0x10", /^batchSize must be a decimal number, but is "0x10"; correct it$/],
    ["epochs=", /^epochs must be a decimal number, but is ""; correct it$/],
    ["epochs=1e400", /^epochs must be a positive integer .*, but is Infinity; correct it$/],
    ["weightDecay=NaN", /^weightDecay must be a decimal number, but is "NaN"; correct it$/],
    ["weightDecay=-1", /^optimizer\.weightDecay must be a finite number >= 0, but is -1; correct it$/],
    ["lr=0", /^optimizer\.lr must be a finite number > 0, but is 0; correct it$/],
    ["s=500", /^setting\.s must be at most d - 1 = 499, but is 500; lower s or raise d$/],
    ["supports=disjoint", /^setting\.s must be at most \(d - 1\)\/n = 12 where supports is "disjoint", but is 100/],
    ["beside=level3", /^beside must be one of "none", "exact", .*, "signs", but is "level3"; correct it$/],
    ["time=<script>alert(1)</script>", /^time must be one of "linear", "log", but is "<script>alert\(1\)<\/script>"/],
  ])("is refused in one sentence: %s", (hash, sentence) => {
    expect(refusal(hash)).toMatch(sentence);
    expect(refusal(hash)).not.toContain("\n");
  });

  test.prop([fc.oneof(fc.string({ unit: "binary" }), fc.webQueryParameters())])(
    "is taken or refused, whatever it is, and never fails otherwise",
    (hash) => {
      try {
        const choice = fromHash(hash);
        expect(fromHash(toHash(choice))).toEqual(choice);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    },
  );
});
