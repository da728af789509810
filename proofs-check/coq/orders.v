(* Orders of functions of n -> infinity, as the papers compare them, and the one lemma that decides them: n^a (log n)^b = o(n^c (log n)^d) if and only
   if (a, b) comes before (c, d) in the order of a dictionary. *)
From Coq Require Import Reals Lra.
Open Scope R_scope.

Definition eventually (P : R -> Prop) : Prop := exists N, forall n, N <= n -> P n.

Definition little_o (f g : R -> R) : Prop :=
  forall c, 0 < c -> eventually (fun n => Rabs (f n) <= c * Rabs (g n)).
Definition big_O (f g : R -> R) : Prop :=
  exists c, 0 < c /\ eventually (fun n => Rabs (f n) <= c * Rabs (g n)).
Definition omega (f g : R -> R) : Prop := little_o g f.
(* O~ forgets powers of log n; o~ says that a power of n lies between. *)
Definition big_O_tilde (f g : R -> R) : Prop := exists k, big_O f (fun n => g n * Rpower (ln n) k).
Definition little_o_tilde (f g : R -> R) : Prop := exists k, 0 < k /\ little_o (fun n => f n * Rpower n k) g.

Definition monomial (a b n : R) : R := Rpower n a * Rpower (ln n) b.
Definition below (a b a' b' : R) : Prop := a < a' \/ (a = a' /\ b < b').

Lemma monomial_exp : forall a b n, monomial a b n = exp (a * ln n + b * ln (ln n)).
Proof. intros. unfold monomial, Rpower. now rewrite exp_plus. Qed.

Lemma monomial_pos : forall a b n, 0 < monomial a b n.
Proof. intros. rewrite monomial_exp. apply exp_pos. Qed.

Lemma monomial_product : forall a b a' b' n, monomial a b n * monomial a' b' n = monomial (a + a') (b + b') n.
Proof. intros. rewrite !monomial_exp, <- exp_plus. f_equal. ring. Qed.

Lemma monomial_power : forall a b p n, Rpower (monomial a b n) p = monomial (p * a) (p * b) n.
Proof. intros. rewrite !monomial_exp. unfold Rpower. rewrite ln_exp. f_equal. ring. Qed.

Lemma monomial_zero : forall n, monomial 0 0 n = 1.
Proof. intros. rewrite monomial_exp. rewrite <- exp_0. f_equal. ring. Qed.

Lemma ln_below : forall c x, 0 < c -> 0 < x -> ln x <= c * x - ln c.
Proof.
  intros c x Hc Hx.
  assert (H : 0 < c * x) by now apply Rmult_lt_0_compat.
  assert (ln (c * x) <= c * x).
  { rewrite <- (ln_exp (c * x)) at 2. apply Rlt_le, ln_increasing; trivial.
    pose proof (exp_ineq1_le (c * x)). lra. }
  rewrite ln_mult in H0; trivial. lra.
Qed.

(* a L + b log L falls below everything. *)
Lemma sinks : forall a b M, below a b 0 0 -> exists L0, forall L, L0 <= L -> a * L + b * ln L <= M.
Proof.
  intros a b M [Ha | [Ha Hb]].
  - set (c := - a / (2 * (Rabs b + 1))).
    assert (Hb := Rabs_pos b).
    assert (Hc : 0 < c) by (apply Rdiv_lt_0_compat; lra).
    assert (Hbc : Rabs b * c <= - a / 2).
    { unfold c. apply Rmult_le_reg_r with (2 * (Rabs b + 1)); [lra | field_simplify; [nra | lra]]. }
    exists (Rmax 1 (2 * (Rabs b * ln c + M) / a)). intros L HL.
    assert (H1 : 1 <= L) by (eapply Rle_trans; [apply Rmax_l | exact HL]).
    assert (H2 : 2 * (Rabs b * ln c + M) / a <= L) by (eapply Rle_trans; [apply Rmax_r | exact HL]).
    assert (Hln : 0 <= ln L).
    { destruct H1 as [H1 | <-]; [| rewrite ln_1; lra]. rewrite <- ln_1. apply Rlt_le, ln_increasing; lra. }
    assert (H3 : ln L <= c * L - ln c) by (apply ln_below; lra).
    assert (H4 : b * ln L <= Rabs b * ln L) by (apply Rmult_le_compat_r; [trivial | apply Rle_abs]).
    assert (H5 : Rabs b * ln L <= Rabs b * (c * L - ln c)) by (apply Rmult_le_compat_l; trivial).
    assert (H6 : Rabs b * c * L <= - a / 2 * L) by (apply Rmult_le_compat_r; lra).
    assert (H7 : a * L <= 2 * (Rabs b * ln c + M)).
    { replace (2 * (Rabs b * ln c + M)) with (a * (2 * (Rabs b * ln c + M) / a)) by (field; lra).
      apply Rmult_le_compat_neg_l; lra. }
    nra.
  - subst a. exists (exp (M / b)). intros L HL.
    assert (HM : M / b <= ln L).
    { rewrite <- (ln_exp (M / b)).
      destruct HL as [HL | <-]; [| lra]. apply Rlt_le, ln_increasing; trivial. apply exp_pos. }
    assert (M = b * (M / b)) by (field; lra). nra.
Qed.

Lemma exp_le : forall x y, x <= y -> exp x <= exp y.
Proof. intros x y [H | ->]; [apply Rlt_le, exp_increasing; trivial | apply Rle_refl]. Qed.

Lemma monomial_vanishes : forall a b, below a b 0 0 -> forall c, 0 < c -> eventually (fun n => monomial a b n <= c).
Proof.
  intros a b H c Hc. destruct (sinks a b (ln c) H) as [L0 HL]. exists (exp L0). intros n Hn.
  rewrite monomial_exp, <- (exp_ln c) at 1; trivial. apply exp_le, HL.
  rewrite <- (ln_exp L0). destruct Hn as [Hn | <-]; [| lra]. apply Rlt_le, ln_increasing; trivial. apply exp_pos.
Qed.

Lemma monomial_little_o : forall a b a' b', below a b a' b' -> little_o (monomial a b) (monomial a' b').
Proof.
  intros a b a' b' H c Hc.
  assert (H' : below (a - a') (b - b') 0 0) by (destruct H; [left | right]; lra).
  destruct (monomial_vanishes _ _ H' c Hc) as [N HN]. exists N. intros n Hn. specialize (HN n Hn).
  rewrite !Rabs_pos_eq by (apply Rlt_le, monomial_pos).
  replace (monomial a b n) with (monomial (a - a') (b - b') n * monomial a' b' n).
  - apply Rmult_le_compat_r; [apply Rlt_le, monomial_pos | trivial].
  - rewrite monomial_product. f_equal; ring.
Qed.

(* The order of a dictionary is all there is to it. *)
Theorem monomials : forall a b a' b', little_o (monomial a b) (monomial a' b') <-> below a b a' b'.
Proof.
  split; [| apply monomial_little_o]. intros H.
  assert (Hhalf : 0 < 1 / 2) by lra.
  destruct (H _ Hhalf) as [N HN].
  assert (Hno : forall a2 b2, below a' b' a2 b2 \/ (a' = a2 /\ b' = b2) -> a2 = a /\ b2 = b -> False).
  { intros a2 b2 [Hlt | [-> ->]] [-> ->].
    - destruct (monomial_little_o _ _ _ _ Hlt _ Hhalf) as [N' HN'].
      specialize (HN (Rmax N N') (Rmax_l _ _)). specialize (HN' (Rmax N N') (Rmax_r _ _)).
      rewrite !Rabs_pos_eq in * by (apply Rlt_le, monomial_pos).
      pose proof (monomial_pos a b (Rmax N N')). pose proof (monomial_pos a' b' (Rmax N N')). lra.
    - specialize (HN N (Rle_refl N)). rewrite !Rabs_pos_eq in HN by (apply Rlt_le, monomial_pos).
      pose proof (monomial_pos a b N). lra. }
  unfold below in *.
  destruct (Rtotal_order a a') as [Ha | [Ha | Ha]]; [now left | | exfalso; apply (Hno a b); auto with real].
  destruct (Rlt_le_dec b b') as [Hb | Hb]; [now right |].
  exfalso. apply (Hno a b); auto. destruct Hb as [Hb | Hb]; [left; right; auto | right; auto].
Qed.

(* What equals n^a (log n)^b for n > 1, part by part. *)
Definition of_order (f : R -> R) (a b : R) : Prop := forall n, 1 < n -> f n = monomial a b n.

Lemma ln_positive : forall n, 1 < n -> 0 < ln n.
Proof. intros n H. rewrite <- ln_1. apply ln_increasing; lra. Qed.

Lemma of_n : of_order (fun n => n) 1 0.
Proof. intros n H. rewrite monomial_exp. replace (1 * ln n + 0 * ln (ln n)) with (ln n) by ring. rewrite exp_ln; lra. Qed.

Lemma of_log : of_order (fun n => ln n) 0 1.
Proof.
  intros n H. rewrite monomial_exp. replace (0 * ln n + 1 * ln (ln n)) with (ln (ln n)) by ring.
  rewrite exp_ln; trivial. now apply ln_positive.
Qed.

Lemma of_one : of_order (fun _ => 1) 0 0.
Proof. intros n H. now rewrite monomial_zero. Qed.

Lemma of_product : forall f g a b a' b',
  of_order f a b -> of_order g a' b' -> of_order (fun n => f n * g n) (a + a') (b + b').
Proof. intros f g a b a' b' Hf Hg n H. rewrite Hf, Hg by trivial. apply monomial_product. Qed.

Lemma of_quotient : forall f g a b a' b',
  of_order f a b -> of_order g a' b' -> of_order (fun n => f n / g n) (a - a') (b - b').
Proof.
  intros f g a b a' b' Hf Hg n H. rewrite Hf, Hg by trivial.
  pose proof (monomial_pos a' b' n).
  apply Rmult_eq_reg_r with (monomial a' b' n); [| lra].
  rewrite monomial_product. unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. f_equal; ring.
Qed.

Lemma of_power : forall f p a b, of_order f a b -> of_order (fun n => Rpower (f n) p) (p * a) (p * b).
Proof. intros f p a b Hf n H. rewrite Hf by trivial. apply monomial_power. Qed.

Lemma of_sqrt : forall f a b, of_order f a b -> of_order (fun n => sqrt (f n)) (/ 2 * a) (/ 2 * b).
Proof.
  intros f a b Hf n H. rewrite Hf, <- Rpower_sqrt by (trivial; apply monomial_pos). apply monomial_power.
Qed.

Ltac order :=
  lazymatch goal with
  | |- of_order (fun n => n) _ _ => apply of_n
  | |- of_order (fun _ => 1) _ _ => apply of_one
  | |- of_order (fun n => ln n) _ _ => apply of_log
  | |- of_order (fun n => @?f n * @?g n) _ _ => eapply (of_product f g); order
  | |- of_order (fun n => @?f n / @?g n) _ _ => eapply (of_quotient f g); order
  | |- of_order (fun n => sqrt (@?f n)) _ _ => eapply (of_sqrt f); order
  | |- of_order (fun n => Rpower (@?f n) ?p) _ _ => eapply (of_power f p); order
  end.

Lemma little_o_between : forall f g a b a' b',
  of_order f a b -> of_order g a' b' -> below a b a' b' -> little_o f g.
Proof.
  intros f g a b a' b' Hf Hg H c Hc. destruct (monomial_little_o _ _ _ _ H c Hc) as [N HN].
  exists (Rmax N 2). intros n Hn.
  assert (N <= n) by (eapply Rle_trans; [apply Rmax_l | exact Hn]).
  assert (2 <= n) by (eapply Rle_trans; [apply Rmax_r | exact Hn]).
  rewrite Hf, Hg by lra. auto.
Qed.

Lemma big_O_of_little_o : forall f g, little_o f g -> big_O f g.
Proof. intros f g H. exists 1. split; [lra | apply H; lra]. Qed.

Lemma big_O_tilde_between : forall f g a b a' b',
  of_order f a b -> of_order g a' b' -> a <= a' -> big_O_tilde f g.
Proof.
  intros f g a b a' b' Hf Hg H. exists (b - b'), 1. split; [lra |]. exists 2. intros n Hn.
  assert (Hn' : 1 < n) by lra. assert (HL := ln_positive n Hn').
  rewrite Hf, Hg by trivial.
  replace (Rpower (ln n) (b - b')) with (monomial 0 (b - b') n)
    by (unfold monomial; rewrite Rpower_O by lra; ring).
  rewrite monomial_product, Rmult_1_l, !Rabs_pos_eq by (apply Rlt_le, monomial_pos).
  rewrite !monomial_exp. apply exp_le. nra.
Qed.

Lemma little_o_min : forall f g h, little_o f g -> little_o f h -> little_o f (fun n => Rmin (g n) (h n)).
Proof.
  intros f g h Hg Hh c Hc. destruct (Hg c Hc) as [N HN]. destruct (Hh c Hc) as [N' HN'].
  exists (Rmax N N'). intros n Hn.
  assert (N <= n) by (eapply Rle_trans; [apply Rmax_l | exact Hn]).
  assert (N' <= n) by (eapply Rle_trans; [apply Rmax_r | exact Hn]).
  unfold Rmin. destruct (Rle_dec (g n) (h n)); auto.
Qed.

Print Assumptions monomials.
