(* residual-sign: the residual of an example has the sign of its class for every output, and its size is 1 - softmax of its class for both. *)
From Coq Require Import Reals Lra.
Require Import Adamcheck.classes.
Open Scope R_scope.

Definition sgn (z : R) : R :=
  if Rlt_dec 0 z then 1 else if Rlt_dec z 0 then -1 else 0.

Lemma sgn_pos : forall z, 0 < z -> sgn z = 1.
Proof. intros z H. unfold sgn. destruct (Rlt_dec 0 z); [trivial | lra]. Qed.

Lemma sgn_neg : forall z, z < 0 -> sgn z = -1.
Proof. intros z H. unfold sgn. destruct (Rlt_dec 0 z); [lra |]. destruct (Rlt_dec z 0); [trivial | lra]. Qed.

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
