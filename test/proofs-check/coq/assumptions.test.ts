import { expect, test } from "vitest";
import { assumptionsIn } from "../../../proofs-check/coq/assumptions.ts";

test("names are read, types that go on over lines are not, and warnings before the first answer neither", () => {
  const printed = [
    "File: a warning",
    "Axioms:",
    "ClassicalDedekindReals.sig_not_dec : forall P : Prop, {~ ~ P} + {~ P}",
    "ClassicalDedekindReals.sig_forall_dec",
    "  : forall P : nat -> Prop,",
    "    (forall n : nat, {P n} + {~ P n}) ->",
    "    {n : nat | ~ P n} + {forall n : nat, P n}",
    "Closed under the global context",
    "Axioms:",
    "mine : False",
    "",
  ].join("\n");
  expect(assumptionsIn(printed)).toEqual([
    ["ClassicalDedekindReals.sig_not_dec", "ClassicalDedekindReals.sig_forall_dec"],
    [],
    ["mine"],
  ]);
});

test("variables of an open section are assumed, too, and are no axiom of the reals", () => {
  const printed = "Section Variables:\nabsurd : False\nAxioms:\nClassical_Prop.classic : forall P : Prop, P \\/ ~ P\n";
  expect(assumptionsIn(printed)).toEqual([["variables of a section", "absurd"], ["Classical_Prop.classic"]]);
});
