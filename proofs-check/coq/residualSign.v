(* residual-sign: the residual of an example has the sign of its class for every output, and its size is 1 - softmax of its class for both. *)
From Coq Require Import Reals Lra.
Require Import Adamcheck.classes.
Open Scope R_scope.

Theorem residual_sign :
  forall (F : class -> R) (y j : class),
  sgn (sign_of y * residual F y j) = sign_of j.
Proof.
  intros F y j. unfold residual. pose proof (softmax_sum F). pose proof (softmax_pos F plus). pose proof (softmax_pos F minus).
  destruct y, j; simpl; first [rewrite sgn_pos; lra | rewrite sgn_neg; lra].
Qed.

Theorem residual_size :
  forall (F : class -> R) (y j : class),
  Rabs (residual F y j) = 1 - softmax F y.
Proof.
  intros F y j. unfold residual. pose proof (softmax_sum F). pose proof (softmax_pos F plus). pose proof (softmax_pos F minus).
  destruct y, j; simpl; first [rewrite Rabs_pos_eq by lra; lra | rewrite Rabs_left by lra; lra].
Qed.

Print Assumptions residual_sign.
Print Assumptions residual_size.
