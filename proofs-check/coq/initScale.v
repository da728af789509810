(* init-scale, of which one part is about orders alone: the feature noise adds nothing to the length of a noise patch, as n grows. *)
From Coq Require Import Reals Lra.
Require Import Adamcheck.orders Adamcheck.family.
Open Scope R_scope.

Theorem feature_noise :
  forall e, family e -> little_o (fun n => alpha e n) (fun n => sqrt (s e n) * sigmaP e n).
Proof. intros e H. exponents_of H. by_exponents. left. lra. Qed.

Print Assumptions feature_noise.
