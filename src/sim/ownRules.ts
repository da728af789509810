import { OWN_DATA, ownData } from "../data/own.ts";
import { ACTIVATIONS, type ModelKey } from "../setting/model.ts";
import { mustBe } from "../setting/mustBe.ts";
import { advice } from "../setting/nearest.ts";
import type { NetworkName } from "../setting/network.ts";
import type { Setting } from "../setting/setting.ts";
import { mustBeActivation, OWN_ACTIVATIONS, ownActivation } from "./activations/own.ts";

/** Keys of a setting that data of a user's own say by themselves; the others are given to their `draw`. */
const OF_DEFINITION = [
  ...(["classes", "featureSupport", "features", "frequencyRatio", "strengthRatio", "xor", "basis"] as const),
  ...(["noise", "alongFeature", "balance", "supports"] as const),
] as const;

/** Keys that images leave nothing of: no patch of theirs is drawn. */
const OF_DRAWN: readonly ModelKey[] = [...OF_DEFINITION.filter((key) => key !== "classes" && key !== "supports"), "mu"];

/** Beside images stands nothing that says how examples are drawn. */
function checkImages(setting: Setting): void {
  for (const key of [...OF_DRAWN, "supports"] as const) {
    const rule = "absent where data are images, of which nothing is drawn";
    mustBe(setting[key] === undefined, `setting.${key}`, rule, setting[key], "leave it out");
  }
}

const FROM_FILE = "a name that a file loaded with --load defines";

const namesOf = (known: readonly { readonly name: string }[]) => known.map(({ name }) => name);

function checkActivation(network: NetworkName, { activation, q }: Setting): void {
  if (activation === undefined || (ACTIVATIONS as readonly string[]).includes(activation)) return;
  const own = ownActivation(activation);
  const ours = ACTIVATIONS.map((name) => `"${name}"`).join(", ");
  const todo = advice(activation, [...ACTIVATIONS, ...namesOf(OWN_ACTIVATIONS.known())]);
  mustBe(own !== undefined, "setting.activation", `one of ${ours}, or ${FROM_FILE}`, activation, todo);
  if (own && network === "cnn") mustBeActivation(own, q);
}

/**
 * The rules of what a setting names of a user's own: it is defined, an activation is one at the setting's power, and beside data stands nothing
 * that they say themselves.
 *
 * @param network that is trained
 * @param setting whose fields are right one by one
 * @throws InputError
 * Source: ours.
 */
export function checkOwn(network: NetworkName, setting: Setting): void {
  checkActivation(network, setting);
  const { data } = setting;
  if (data === undefined) return;
  if (typeof data === "object") return checkImages(setting);
  const todo = advice(data, namesOf(OWN_DATA.known()), "load it, or define it with defineData");
  mustBe(ownData(data) !== undefined, "setting.data", FROM_FILE, data, todo);
  for (const key of OF_DEFINITION) {
    const rule = "absent where data is given, which say it themselves";
    mustBe(setting[key] === undefined, `setting.${key}`, rule, setting[key], "leave it out");
  }
}
