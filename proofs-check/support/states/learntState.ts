import { between, type RunInput } from "../../meeting.ts";
import { polylog } from "../choices/adamChoices.ts";
import type { Drawn, Premises } from "./stateClaim.ts";

/** What a lemma says of weights that have learnt the feature. */
export interface Learnt extends Pick<Premises, "words"> {
  /** What responses are at most, of an example's own class and of the other, without the log n of a tilde. */
  own(run: RunInput): number;
  cross(run: RunInput): number;
  /** Whether no neuron is said to be against its class by more than log n sigma0. */
  readonly upright: boolean;
}

/**
 * States in which the feature is learnt.
 *
 * max_r <w_{j,r}, jv> in [1/log n, log n], the other neurons between their least and that;  <w_{j,r}, xi_i> at most log n times the bound;
 * weights elsewhere of standard deviation at most log n sigma0
 *
 * @param learnt the bounds
 * @returns premises from which states can be drawn
 * Source: ours; [T25] Lemmas C.4, C.7, C.18 in the finite reading of their tildes.
 */
export const learntStates = ({ words, own, cross, upright }: Learnt): Premises => ({
  words,
  state(run, drawn: Drawn) {
    const width = polylog(run.setting.n);
    const small = width * run.setting.sigma0;
    const share = (of: readonly [number, number], j: 1 | -1) => of[j === 1 ? 0 : 1];
    return {
      feature(j, r) {
        const top = between(1 / width, width, share(drawn.features, j));
        const least = upright ? -small : -top;
        return r === 0 ? top : least + drawn.others * (top - least);
      },
      // Of the other class none is below 0: those do nothing.
      response: (isOwn) => width * (isOwn ? own(run) * (2 * drawn.own - 1) : cross(run) * drawn.cross),
      elsewhere: (j) => small * share(drawn.elsewhere, j),
    };
  },
});
