(* adam-large-stage1: how far a step moves the feature at most, for Adam and for signs; and how far a sign step moves the noise of an example of the
   batch, where its pull is stronger than decay. *)
From Coq Require Import Reals Lra Lia Arith.
Require Import Adamcheck.classes Adamcheck.network Adamcheck.momentRatio.
Open Scope R_scope.

(* A weight after t gradients g 0, ..., g (t - 1); coupled decay is part of them. w is what it was before the last one. *)
Definition adam (b1 b2 eta eps : R) (g : nat -> R) (t : nat) (w : R) : R :=
  w - eta * (mom b1 g t / (sqrt (sec b2 g t) + eps)).
Definition adam_corrected (b1 b2 eta eps : R) (g : nat -> R) (t : nat) (w : R) : R :=
  w - eta * ((mom b1 g t / (1 - b1 ^ t)) / (sqrt (sec b2 g t / (1 - b2 ^ t)) + eps)).
Definition sign_step (eta g w : R) : R := w - eta * sgn g.

Lemma quotient : forall m v c eps, 0 <= c -> 0 <= eps -> Rabs m <= c * sqrt v -> Rabs (m / (sqrt v + eps)) <= c.
Proof.
  intros m v c eps Hc Heps H. assert (Hs := sqrt_pos v).
  destruct (Req_dec (sqrt v + eps) 0) as [H0 | H0].
  - assert (Hm : Rabs m = 0) by (assert (sqrt v = 0) by lra; pose proof (Rabs_pos m); nra).
    unfold Rdiv. rewrite Rabs_mult, Hm, Rmult_0_l. trivial.
  - unfold Rdiv. rewrite Rabs_mult, Rabs_inv, (Rabs_pos_eq (sqrt v + eps)) by lra.
    apply Rmult_le_reg_r with (sqrt v + eps); [lra |]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by trivial. nra.
Qed.

Lemma moved : forall w eta r c, 0 <= eta -> Rabs r <= c -> Rabs (w - eta * r - w) <= c * eta.
Proof.
  intros w eta r c Heta H. replace (w - eta * r - w) with (- (eta * r)) by ring.
  rewrite Rabs_Ropp, Rabs_mult, (Rabs_pos_eq eta) by trivial. nra.
Qed.

Lemma C_nonneg : forall b1 b2, 0 <= b1 < 1 -> 0 < b2 < 1 -> b1 ^ 2 < b2 -> 0 <= (1 - b1) / sqrt (1 - b2) / sqrt (1 - b1 ^ 2 / b2).
Proof. intros b1 b2 H1 H2 H. apply Rlt_le. exact (C_pos b1 b2 H1 H2 H). Qed.

Theorem feature_step :
  forall b1 b2 : R, 0 <= b1 < 1 -> 0 < b2 < 1 -> b1 ^ 2 < b2 -> forall (eta eps : R) (g : nat -> R) (t : nat) (w : R), 0 <= eta -> 0 <= eps ->
  Rabs (adam b1 b2 eta eps g t w - w) <= (1 - b1) / sqrt (1 - b2) / sqrt (1 - b1 ^ 2 / b2) * eta.
Proof.
  intros b1 b2 H1 H2 H eta eps g t w Heta Heps. apply moved; trivial. apply quotient; trivial.
  - now apply C_nonneg.
  - now apply bound.
Qed.

Theorem feature_step_corrected :
  forall b1 b2 : R, 0 <= b1 < 1 -> 0 < b2 < 1 -> b1 ^ 2 < b2 -> forall (eta eps : R) (g : nat -> R) (t : nat) (w : R), 0 <= eta -> 0 <= eps ->
  (1 <= t)%nat -> Rabs (adam_corrected b1 b2 eta eps g t w - w) <= (1 - b1) / sqrt (1 - b2) / sqrt (1 - b1 ^ 2 / b2) * eta.
Proof.
  intros b1 b2 H1 H2 H eta eps g t w Heta Heps Ht. apply moved; trivial. apply quotient; trivial.
  - now apply C_nonneg.
  - now apply correction.
Qed.

Lemma sgn_size : forall z, Rabs (sgn z) <= 1.
Proof.
  intros z. unfold sgn. destruct (Rlt_dec 0 z); [rewrite Rabs_R1; lra |].
  destruct (Rlt_dec z 0); [rewrite Rabs_left; lra | rewrite Rabs_R0; lra].
Qed.

Theorem feature_sign_step :
  forall eta g w : R, 0 <= eta -> Rabs (sign_step eta g w - w) <= eta.
Proof. intros eta g w Heta. rewrite <- (Rmult_1_l eta) at 2. apply moved; trivial. apply sgn_size. Qed.

Lemma pulled : forall a lambda w x, Rabs (lambda * w) < a * Rabs x -> - sgn (- a * x + lambda * w) * x = Rabs x.
Proof.
  intros a lambda w x H. assert (Ha : Rabs (lambda * w) >= 0) by apply Rle_ge, Rabs_pos.
  assert (H1 := Rle_abs (lambda * w)). assert (H2 := Rle_abs (- (lambda * w))). rewrite Rabs_Ropp in H2.
  destruct (Rtotal_order x 0) as [Hx | [-> | Hx]].
  - rewrite (Rabs_left x) in * by trivial. rewrite sgn_pos by lra. ring.
  - rewrite Rabs_R0 in *. ring.
  - rewrite (Rabs_pos_eq x) in * by lra. rewrite sgn_neg by lra. ring.
Qed.

Lemma sum_but_first : forall d f g, (1 <= d)%nat -> (forall k, (1 < k <= d)%nat -> f k = g k) -> sum d f - f 1%nat = sum d g - g 1%nat.
Proof.
  induction d as [| d IH]; intros f g Hd H; [lia |]. simpl. destruct d as [| d].
  - simpl. ring.
  - rewrite (H (S (S d))) by lia. assert (E := IH f g ltac:(lia) ltac:(intros; apply H; lia)). lra.
Qed.

(* a = l sigma'(<w, xi>)/b is the pull of an example alone on its support; w' is w after a sign step on the gradient, G its first entry. *)
Theorem noise_sign_step :
  forall (d : nat) (w w' xi : nat -> R) (eta a lambda alpha G : R), (1 <= d)%nat -> 0 <= eta -> Rabs (xi 1%nat) = alpha ->
  w' 1%nat = sign_step eta G (w 1%nat) ->
  (forall k, (1 < k <= d)%nat -> w' k = sign_step eta (- a * xi k + lambda * w k) (w k)) ->
  (forall k, (1 < k <= d)%nat -> xi k <> 0 -> Rabs (lambda * w k) < a * Rabs (xi k)) ->
  Rabs (inner d w' xi - inner d w xi - eta * (sum d (fun k => Rabs (xi k)) - Rabs (xi 1%nat))) <= eta * alpha.
Proof.
  intros d w w' xi eta a lambda alpha G Hd Heta Halpha Hfirst Hstep Hpull. unfold inner. rewrite sum_minus.
  assert (E : sum d (fun k => w' k * xi k - w k * xi k) - (w' 1%nat * xi 1%nat - w 1%nat * xi 1%nat)
    = sum d (fun k => eta * Rabs (xi k)) - eta * Rabs (xi 1%nat)).
  { apply (sum_but_first d (fun k => w' k * xi k - w k * xi k) (fun k => eta * Rabs (xi k))); trivial.
    intros k Hk. rewrite (Hstep k Hk). unfold sign_step.
    destruct (Req_dec (xi k) 0) as [-> | Hx]; [rewrite Rabs_R0; ring |].
    rewrite <- (pulled a lambda (w k) (xi k)) by auto. ring. }
  rewrite sum_times in E.
  replace (sum d (fun k => w' k * xi k - w k * xi k) - eta * (sum d (fun k => Rabs (xi k)) - Rabs (xi 1%nat)))
    with ((w' 1%nat - w 1%nat) * xi 1%nat) by lra.
  rewrite Rabs_mult, Halpha, Hfirst. apply Rmult_le_compat_r; [rewrite <- Halpha; apply Rabs_pos |].
  now apply feature_sign_step.
Qed.

Print Assumptions feature_step.
Print Assumptions feature_step_corrected.
Print Assumptions feature_sign_step.
Print Assumptions noise_sign_step.
