(* disjoint-supports: of all choices of n supports, s of the coordinates 2, ..., d each, the share of those that are pairwise disjoint; by counting. *)
From Coq Require Import Reals Lra Lia List Permutation Arith Bool.
Import ListNotations.
Open Scope R_scope.

(* All subsets with s members, as lists in the order of l. *)
Fixpoint subsets (s : nat) (l : list nat) {struct l} : list (list nat) :=
  match s, l with
  | O, _ => [[]]
  | S _, [] => []
  | S s', k :: l' => map (cons k) (subsets s' l') ++ subsets s l'
  end.
Definition coordinates (d : nat) : list nat := seq 2 (d - 1).
(* All ways to choose n supports, one after the other. *)
Fixpoint choices (n s d : nat) : list (list (list nat)) :=
  match n with
  | O => [[]]
  | S n' => flat_map (fun rest => map (fun B => B :: rest) (subsets s (coordinates d))) (choices n' s d)
  end.
Definition within (B : list nat) (k : nat) : bool := existsb (Nat.eqb k) B.
Definition apart (A B : list nat) : bool := forallb (fun k => negb (within B k)) A.
Fixpoint disjoint (Bs : list (list nat)) : bool :=
  match Bs with [] => true | B :: rest => forallb (apart B) rest && disjoint rest end.
(* Each choice is as likely as any other. *)
Definition P (n s d : nat) : R :=
  INR (length (filter disjoint (choices n s d))) / INR (length (choices n s d)).

Fixpoint binomial (n k : nat) : nat :=
  match n, k with
  | _, O => 1
  | O, S _ => 0
  | S n', S k' => binomial n' k' + binomial n' k
  end.
Fixpoint product (n : nat) (f : nat -> R) : R := match n with O => 1 | S n' => product n' f * f n' end.

(* Counting subsets. *)

Lemma subsets_none : forall l, subsets 0 l = [[]].
Proof. now destruct l. Qed.

Lemma subsets_count : forall l s, length (subsets s l) = binomial (length l) s.
Proof.
  induction l as [| k l IH]; intros [| s]; try reflexivity.
  simpl. now rewrite app_length, map_length, !IH.
Qed.

Lemma filter_cons_map : forall (p : nat -> bool) k X,
  filter (forallb p) (map (cons k) X) = if p k then map (cons k) (filter (forallb p) X) else [].
Proof.
  intros p k X. induction X as [| B X IH]; simpl; [now destruct (p k) |].
  rewrite IH. destruct (p k); simpl; trivial. now destruct (forallb p B).
Qed.

Lemma subsets_filter : forall p l s, filter (forallb p) (subsets s l) = subsets s (filter p l).
Proof.
  intros p. induction l as [| k l IH]; intros [| s]; try reflexivity.
  - simpl. now rewrite subsets_none.
  - change (subsets (S s) (k :: l)) with (map (cons k) (subsets s l) ++ subsets (S s) l).
    rewrite filter_app, filter_cons_map, !IH. simpl. now destruct (p k).
Qed.

Lemma subsets_members : forall l s B, NoDup l -> In B (subsets s l) -> length B = s /\ NoDup B /\ incl B l.
Proof.
  induction l as [| k l IH]; intros [| s] B Hl HB; simpl in HB.
  - destruct HB as [<- | []]. repeat split; [constructor | intros ? []].
  - destruct HB.
  - destruct HB as [<- | []]. repeat split; [constructor | intros ? []].
  - inversion_clear Hl as [| ? ? Hk Hl']. apply in_app_or in HB as [HB | HB].
    + apply in_map_iff in HB as (B' & <- & HB'). destruct (IH s B' Hl' HB') as (Hn & Hd & Hi).
      repeat split; simpl; [now rewrite Hn | constructor; auto |].
      intros x [<- | Hx]; [now left | right; auto].
    + destruct (IH (S s) B Hl' HB) as (Hn & Hd & Hi). repeat split; trivial. intros x Hx. right. auto.
Qed.

(* Counting choices. *)

Lemma choices_count : forall n s d, length (choices n s d) = (binomial (d - 1) s ^ n)%nat.
Proof.
  intros n s d. induction n as [| n IH]; [reflexivity |].
  change (choices (S n) s d) with (flat_map (fun rest => map (fun B => B :: rest) (subsets s (coordinates d))) (choices n s d)).
  simpl. rewrite <- IH. clear IH. induction (choices n s d) as [| rest X IH]; simpl; [lia |].
  rewrite app_length, IH, map_length, subsets_count. unfold coordinates. rewrite seq_length. lia.
Qed.

Lemma within_in : forall B k, within B k = true <-> In k B.
Proof.
  intros B k. unfold within. rewrite existsb_exists. split.
  - intros (x & Hx & He). apply Nat.eqb_eq in He. now subst.
  - intros H. exists k. now rewrite Nat.eqb_refl.
Qed.

Lemma within_concat : forall Bs k, within (concat Bs) k = existsb (fun B => within B k) Bs.
Proof. induction Bs as [| B Bs IH]; intros k; [reflexivity |]. simpl. unfold within in *. now rewrite existsb_app, IH. Qed.

Lemma apart_all : forall A Bs, forallb (apart A) Bs = forallb (fun k => negb (within (concat Bs) k)) A.
Proof.
  intros A Bs. apply eq_true_iff_eq. rewrite !forallb_forall. unfold apart. split; intros H.
  - intros k Hk. rewrite within_concat. apply negb_true_iff, not_true_iff_false. intros Hex.
    apply existsb_exists in Hex as (B & HB & Hin). specialize (H B HB). rewrite forallb_forall in H.
    specialize (H k Hk). now rewrite Hin in H.
  - intros B HB. apply forallb_forall. intros k Hk. specialize (H k Hk). rewrite within_concat in H.
    apply negb_true_iff, not_true_iff_false. intros Hin. apply negb_true_iff, not_true_iff_false in H. apply H.
    apply existsb_exists. eauto.
Qed.

Lemma NoDup_both : forall A B : list nat, NoDup A -> NoDup B -> (forall k, In k A -> ~ In k B) -> NoDup (A ++ B).
Proof.
  induction A as [| k A IH]; intros B HA HB H; [trivial |]. inversion_clear HA as [| ? ? Hk HA'].
  simpl. constructor.
  - intros Hin. apply in_app_or in Hin as [Hin | Hin]; [auto |]. apply (H k); simpl; auto.
  - apply IH; trivial. intros x Hx. apply H. now right.
Qed.

Lemma disjoint_union : forall n s d Bs, In Bs (choices n s d) -> disjoint Bs = true ->
  NoDup (concat Bs) /\ length (concat Bs) = (n * s)%nat /\ incl (concat Bs) (coordinates d).
Proof.
  induction n as [| n IH]; intros s d Bs HBs Hd.
  - destruct HBs as [<- | []]. repeat split; [constructor | intros ? []].
  - apply in_flat_map in HBs as (rest & Hrest & HB). apply in_map_iff in HB as (B & <- & HB).
    simpl in Hd. apply andb_true_iff in Hd as [Happ Hd].
    destruct (IH s d rest Hrest Hd) as (H1 & H2 & H3).
    destruct (subsets_members _ _ _ (seq_NoDup _ _) HB) as (H4 & H5 & H6).
    rewrite apart_all in Happ. rewrite forallb_forall in Happ.
    simpl. repeat split.
    + apply NoDup_both; trivial. intros k Hk Hin. specialize (Happ k Hk).
      apply within_in in Hin. now rewrite Hin in Happ.
    + rewrite app_length, H2, H4. lia.
    + apply incl_app; trivial.
Qed.

Lemma filter_parts : forall (p : nat -> bool) l, (length (filter p l) + length (filter (fun k => negb (p k)) l) = length l)%nat.
Proof. intros p l. induction l as [| k l IH]; simpl; [trivial |]. destruct (p k); simpl; lia. Qed.

Lemma outside_count : forall U l, NoDup U -> NoDup l -> incl U l ->
  length (filter (fun k => negb (within U k)) l) = (length l - length U)%nat.
Proof.
  intros U l HU Hl Hi. assert (Hp := filter_parts (within U) l).
  assert (length (filter (within U) l) = length U).
  { apply Permutation_length, NoDup_Permutation; trivial; [now apply NoDup_filter |].
    intros k. rewrite filter_In, within_in. split; [tauto | auto]. }
  lia.
Qed.

Lemma filter_map_count : forall (A B : Type) (f : A -> B) (p : B -> bool) X,
  length (filter p (map f X)) = length (filter (fun a => p (f a)) X).
Proof. intros. induction X as [| a X IH]; simpl; [trivial |]. destruct (p (f a)); simpl; now rewrite IH. Qed.

Lemma next_count : forall n s d rest, In rest (choices n s d) ->
  length (filter disjoint (map (fun B => B :: rest) (subsets s (coordinates d))))
  = if disjoint rest then binomial (d - 1 - n * s) s else 0%nat.
Proof.
  intros n s d rest Hrest. rewrite filter_map_count. destruct (disjoint rest) eqn:Hd.
  - destruct (disjoint_union _ _ _ _ Hrest Hd) as (H1 & H2 & H3).
    rewrite (filter_ext _ (forallb (fun k => negb (within (concat rest) k)))).
    2: { intros B. simpl. now rewrite Hd, andb_true_r, apart_all. }
    rewrite subsets_filter, subsets_count, outside_count; trivial; [| apply seq_NoDup].
    unfold coordinates. now rewrite seq_length, H2.
  - rewrite (filter_ext _ (fun _ => false)).
    2: { intros B. simpl. now rewrite Hd, andb_false_r. }
    induction (subsets s (coordinates d)); simpl; trivial.
Qed.

Lemma disjoint_count : forall n s d,
  length (filter disjoint (choices (S n) s d)) = (length (filter disjoint (choices n s d)) * binomial (d - 1 - n * s) s)%nat.
Proof.
  intros n s d. assert (H := next_count n s d).
  change (choices (S n) s d) with (flat_map (fun rest => map (fun B => B :: rest) (subsets s (coordinates d))) (choices n s d)).
  induction (choices n s d) as [| rest X IH]; [reflexivity |].
  simpl flat_map. rewrite filter_app, app_length, IH by (intros; apply H; now right).
  rewrite H by now left. simpl. destruct (disjoint rest); simpl; lia.
Qed.

(* Binomial coefficients. *)

Lemma binomial_none : forall n, binomial n 0 = 1%nat.
Proof. now destruct n. Qed.

Lemma binomial_beyond : forall n k, (n < k)%nat -> binomial n k = 0%nat.
Proof.
  induction n as [| n IH]; intros [| k] H; try lia; [reflexivity |]. simpl. rewrite !IH; lia.
Qed.

Lemma binomial_pos : forall n k, (k <= n)%nat -> (0 < binomial n k)%nat.
Proof.
  induction n as [| n IH]; intros [| k] H; simpl; try lia. specialize (IH k). lia.
Qed.

Lemma binomial_rise : forall n k, (binomial n k <= binomial (S n) k)%nat.
Proof. intros n [| k]; [now rewrite !binomial_none |]. simpl. lia. Qed.

Lemma binomial_mono : forall n n' k, (n <= n')%nat -> (binomial n k <= binomial n' k)%nat.
Proof. intros n n' k H. induction H; [lia |]. pose proof (binomial_rise m k). lia. Qed.

Lemma binomial_next : forall n k, (S k * binomial n (S k) = (n - k) * binomial n k)%nat.
Proof.
  induction n as [| n IH]; intros k; [simpl; lia |].
  change (binomial (S n) (S k)) with (binomial n k + binomial n (S k))%nat.
  rewrite Nat.mul_add_distr_l, IH. destruct k as [| k].
  - rewrite !binomial_none. lia.
  - change (binomial (S n) (S k)) with (binomial n k + binomial n (S k))%nat.
    replace (S n - S k)%nat with (n - k)%nat by lia.
    rewrite Nat.mul_add_distr_l, <- (IH k).
    destruct (le_lt_dec (S k) n) as [H | H].
    + rewrite <- !Nat.mul_add_distr_r. f_equal. lia.
    + rewrite (binomial_beyond n (S k)) by trivial. lia.
Qed.

(* (n + 1) C(n, k) = (n + 1 - k) C(n + 1, k) *)
Lemma binomial_above : forall n k, (S n * binomial n k = (S n - k) * binomial (S n) k)%nat.
Proof.
  intros n [| k]; [rewrite !binomial_none; lia |].
  change (binomial (S n) (S k)) with (binomial n k + binomial n (S k))%nat.
  replace (S n - S k)%nat with (n - k)%nat by lia.
  rewrite Nat.mul_add_distr_l, <- binomial_next.
  destruct (le_lt_dec k n) as [H | H].
  - rewrite <- Nat.mul_add_distr_r. f_equal. lia.
  - rewrite (binomial_beyond n (S k)) by lia. lia.
Qed.

(* Those of N - u coordinates among those of N, from above and below. *)

Lemma share_above : forall N u s, (1 <= u <= N)%nat -> (binomial (N - u) s * N <= binomial N s * (N - s))%nat.
Proof.
  intros N u s H. destruct N as [| N]; [lia |].
  rewrite (Nat.mul_comm (binomial (S N) s)), <- binomial_above.
  pose proof (binomial_mono (S N - u) N s ltac:(lia)). nia.
Qed.

Lemma share_below : forall N u s, (u <= N)%nat -> (s <= N)%nat ->
  INR (binomial N s) * (INR N - INR u * INR s) <= INR (binomial (N - u) s) * INR N.
Proof.
  intros N u s Hu. destruct u as [| u'].
  { intros Hs. rewrite Nat.sub_0_r. simpl. lra. }
  set (u := S u') in *.
  induction s as [| s IH]; intros Hs.
  - rewrite !binomial_none. simpl. lra.
  - specialize (IH ltac:(lia)).
    assert (H1 := f_equal INR (binomial_next N s)). assert (H2 := f_equal INR (binomial_next (N - u) s)).
    rewrite !mult_INR in H1, H2. rewrite (minus_INR N s) in H1 by lia.
    assert (H3 : INR N - INR u - INR s <= INR (N - u - s)).
    { destruct (le_lt_dec s (N - u)) as [H | H].
      - rewrite !minus_INR by lia. lra.
      - replace (N - u - s)%nat with 0%nat by lia. apply lt_INR in H. rewrite minus_INR in H by lia. change (INR 0) with 0. lra. }
    assert (H4 := share_above N u s ltac:(unfold u in *; lia)). apply le_INR in H4. rewrite !mult_INR, minus_INR in H4 by lia.
    assert (Hb := pos_INR (binomial (N - u) s)). assert (HN := pos_INR N).
    assert (Hu0 := pos_INR u).
    assert (Hs0 : 0 <= INR N - INR s) by (apply le_INR in Hs; rewrite S_INR in Hs; lra).
    apply Rmult_le_reg_l with (INR (S s)); [apply lt_0_INR; lia |].
    replace (INR (S s) * (INR (binomial N (S s)) * (INR N - INR u * INR (S s))))
      with ((INR N - INR s) * INR (binomial N s) * (INR N - INR u * INR (S s))) by (rewrite <- H1; ring).
    replace (INR (S s) * (INR (binomial (N - u) (S s)) * INR N))
      with (INR (N - u - s) * INR (binomial (N - u) s) * INR N) by (rewrite <- H2; ring).
    apply Rle_trans with ((INR N - INR u - INR s) * INR (binomial (N - u) s) * INR N).
    2: { apply Rmult_le_compat_r; [trivial |]. apply Rmult_le_compat_r; trivial. }
    assert (H5 : (INR N - INR s) * (INR (binomial N s) * (INR N - INR u * INR s)) <= (INR N - INR s) * (INR (binomial (N - u) s) * INR N))
      by (apply Rmult_le_compat_l; trivial).
    assert (H6 : INR u * (INR (binomial (N - u) s) * INR N) <= INR u * (INR (binomial N s) * (INR N - INR s)))
      by (apply Rmult_le_compat_l; trivial).
    rewrite S_INR. lra.
Qed.

Theorem probability :
  forall n s d : nat, (s <= d - 1)%nat ->
  P n s d = product n (fun i => INR (binomial (d - 1 - i * s) s) / INR (binomial (d - 1) s)).
Proof.
  intros n s d Hs. assert (Hb : INR (binomial (d - 1) s) <> 0) by (apply not_0_INR, Nat.neq_0_lt_0, binomial_pos, Hs).
  unfold P. rewrite choices_count. induction n as [| n IH]; [simpl; field |].
  rewrite disjoint_count, mult_INR. simpl product. rewrite <- IH. simpl Nat.pow. rewrite mult_INR.
  field. split; trivial. rewrite pow_INR. now apply pow_nonzero.
Qed.

Lemma union : forall n s d, (1 <= s <= d - 1)%nat ->
  let share := fun i => INR (binomial (d - 1 - i * s) s) / INR (binomial (d - 1) s) in
  0 <= product n share <= 1 /\ 1 - INR n * (INR n - 1) / 2 * INR s ^ 2 / INR (d - 1) <= product n share.
Proof.
  intros n s d Hs share.
  assert (Hb : 0 < INR (binomial (d - 1) s)) by (apply lt_0_INR, binomial_pos; lia).
  assert (HN : 0 < INR (d - 1)) by (apply lt_0_INR; lia).
  induction n as [| n [[IH0 IH1] IH]].
  - simpl. split; [lra |]. unfold Rdiv. rewrite !Rmult_0_l. lra.
  - change (product (S n) share) with (product n share * share n).
    assert (Hs0 : 0 <= share n <= 1).
    { unfold share. split.
      - apply Rmult_le_pos; [apply pos_INR | apply Rlt_le, Rinv_0_lt_compat; trivial].
      - apply Rmult_le_reg_r with (INR (binomial (d - 1) s)); trivial.
        unfold Rdiv. rewrite Rmult_assoc, Rinv_l, Rmult_1_r, Rmult_1_l by lra.
        apply le_INR, binomial_mono. lia. }
    assert (Hsn : 1 - INR n * INR s ^ 2 / INR (d - 1) <= share n).
    { destruct (le_lt_dec (n * s) (d - 1)) as [H | H].
      - assert (Hsb := share_below (d - 1) (n * s) s H ltac:(lia)). rewrite mult_INR in Hsb.
        unfold share. apply Rmult_le_reg_r with (INR (binomial (d - 1) s) * INR (d - 1)); [now apply Rmult_lt_0_compat |].
        replace ((1 - INR n * INR s ^ 2 / INR (d - 1)) * (INR (binomial (d - 1) s) * INR (d - 1)))
          with (INR (binomial (d - 1) s) * (INR (d - 1) - INR n * INR s * INR s)) by (field; lra).
        replace (INR (binomial (d - 1 - n * s) s) / INR (binomial (d - 1) s) * (INR (binomial (d - 1) s) * INR (d - 1)))
          with (INR (binomial (d - 1 - n * s) s) * INR (d - 1)) by (field; lra).
        exact Hsb.
      - apply Rle_trans with 0; [| lra]. apply lt_INR in H. rewrite mult_INR in H.
        assert (1 <= INR s) by (change 1 with (INR 1); apply le_INR; lia).
        assert (INR (d - 1) <= INR n * INR s ^ 2) by nra.
        apply Rmult_le_reg_r with (INR (d - 1)); trivial.
        replace ((1 - INR n * INR s ^ 2 / INR (d - 1)) * INR (d - 1)) with (INR (d - 1) - INR n * INR s ^ 2) by (field; lra). lra. }
    split; [split; nra |].
    replace (1 - INR (S n) * (INR (S n) - 1) / 2 * INR s ^ 2 / INR (d - 1))
      with (1 - INR n * (INR n - 1) / 2 * INR s ^ 2 / INR (d - 1) - INR n * INR s ^ 2 / INR (d - 1))
      by (rewrite S_INR; field; lra).
    nra.
Qed.

Theorem union_bound :
  forall n s d : nat, (1 <= n <= d)%nat -> (1 <= s <= d - 1)%nat -> INR n ^ 4 * INR s ^ 2 <= 2 * INR d ->
  1 - 1 / INR n ^ 2 <= P n s d.
Proof.
  intros n s d Hn Hs H. rewrite probability by lia.
  destruct (union n s d Hs) as [_ Hu]. eapply Rle_trans; [| exact Hu]. clear Hu.
  assert (H1 : 1 <= INR n) by (change 1 with (INR 1); apply le_INR; lia).
  assert (Hd : INR n <= INR d) by (apply le_INR; lia).
  assert (HN : 0 < INR (d - 1)) by (apply lt_0_INR; lia).
  assert (Hd1 : INR (d - 1) = INR d - 1) by (rewrite minus_INR by lia; reflexivity).
  rewrite Hd1 in *.
  assert (Hk : INR n ^ 3 * (INR n - 1) * INR s ^ 2 <= 2 * (INR d - 1)).
  { apply Rmult_le_reg_l with (INR n); [lra |].
    apply Rle_trans with ((INR n - 1) * (2 * INR d)); [| nra].
    replace (INR n * (INR n ^ 3 * (INR n - 1) * INR s ^ 2)) with ((INR n - 1) * (INR n ^ 4 * INR s ^ 2)) by ring.
    apply Rmult_le_compat_l; lra. }
  enough (INR n * (INR n - 1) / 2 * INR s ^ 2 / (INR d - 1) <= 1 / INR n ^ 2) by lra.
  assert (Hn2 : 0 < INR n ^ 2) by nra.
  apply Rmult_le_reg_r with (2 * (INR d - 1) * INR n ^ 2); [nra |].
  replace (INR n * (INR n - 1) / 2 * INR s ^ 2 / (INR d - 1) * (2 * (INR d - 1) * INR n ^ 2))
    with (INR n ^ 3 * (INR n - 1) * INR s ^ 2) by (field; lra).
  replace (1 / INR n ^ 2 * (2 * (INR d - 1) * INR n ^ 2)) with (2 * (INR d - 1)) by (field; lra).
  exact Hk.
Qed.

Print Assumptions probability.
Print Assumptions union_bound.
