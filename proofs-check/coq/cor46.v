(* cor-4.6: AdamW takes weight decay of a larger order than Adam can bear, whatever the exponents of the scaling family, as n grows. *)
From Coq Require Import Reals Lra.
Require Import Adamcheck.orders Adamcheck.family.
Open Scope R_scope.

Theorem orders_of_decay :
  forall e, family e -> little_o (fun n => Rpower (sigma0 e n) (q e - 2)) (fun n => Rmin (Rpower (B e n) 2 / n) 1).
Proof. intros e H. exponents_of H. apply little_o_min; by_exponents; left; nra. Qed.

Theorem power_of_n :
  forall e, family e -> little_o_tilde (fun n => Rpower (sigma0 e n) (q e - 2)) (fun n => Rmin (Rpower (B e n) 2 / n) 1).
Proof.
  intros e H. exponents_of H.
  (* Half of what lies between n^(-D (q - 2)/4) and 1/n. *)
  exists ((1 / 4 * D e * (q e - 2) - 1) / 2). split; [nra |].
  apply little_o_min; by_exponents; left; nra.
Qed.

Print Assumptions orders_of_decay.
Print Assumptions power_of_n.
