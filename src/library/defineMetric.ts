import { noteDefined } from "../optimizers/origin.ts";
import { mustKnowKeys } from "../setting/explain.ts";
import { isText, mustBe } from "../setting/mustBe.ts";
import { OWN_METRICS, type OwnMetric } from "../sim/ownMetrics.ts";
import { mustBeFree } from "./ownNames.ts";

/**
 * A number of your own that every run records from then on, of the network itself and of its training in coefficients alike.
 *
 *   moment.metrics[name] = of({ moment, signal, noise, labels, setting }),   signal_{j,r} = <w_{j,r}, v>,  noise_{j,r,i} = <w_{j,r}, xi_i>
 *
 * `export` has a column for it (its last value), and the tables of `simulate` and `dynamics`.
 *
 * @param given name, a word that no column has; `about`, for tables; `unit`, "none" for a pure number; `of`, a function of the moment (epoch, step,
 *   trainLoss, trainError, testError, ...), signal [2][m] and noise [2][m][n] (class +1 first), labels [n] and setting, that gives a finite number
 * @returns the metric
 * @throws InputError for a field that is missing or wrong, or a name that is taken; one sentence. While a run goes on: where `of` fails, gives no
 *   finite number, or at the start gives another one when it is asked again
 * Source: ours.
 * @example
 * const gap = defineMetric({ name: "example-gap", about: "test error less training error", unit: "none", of: ({ moment }) => moment.testError - moment.trainError })
 * gap.name // => "example-gap"
 */
export function defineMetric(given: OwnMetric): OwnMetric {
  mustBe(typeof given === "object" && given !== null, "a metric", "an object", given, "give it a name, ...");
  const { name, about, unit, of } = given;
  mustBeFree("metric", name);
  mustKnowKeys(given, `metric ${name}`, ["name", "about", "unit", "of"]);
  const field = (what: string) => `${what} of metric ${name}`;
  mustBe(isText(about), field("about"), "a text", about, "say what it is");
  mustBe(isText(unit), field("unit"), "a text", unit, 'name the unit, "none" for a pure number');
  mustBe(typeof of === "function", field("of"), "a function", of, "it gives the number of a moment");
  noteDefined(name, "metric");
  const metric = { name, about, unit, of };
  OWN_METRICS.add(metric, JSON.stringify([about, unit, String(of)]));
  return metric;
}
