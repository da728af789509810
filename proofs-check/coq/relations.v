(* relations: what the proofs assume of the parameters holds in the scaling family, whatever its exponents, as n grows. *)
From Coq Require Import Reals Lra.
Require Import Adamcheck.orders Adamcheck.family.
Open Scope R_scope.

Theorem noise_l1 :
  forall e, family e -> omega (fun n => s e n * sigmaP e n) (fun n => 1).
Proof. intros e H. exponents_of H. unfold omega. by_exponents. left. lra. Qed.

Theorem noise_l2 :
  forall e, family e -> big_O_tilde (fun n => sqrt (s e n) * sigmaP e n) (fun n => 1).
Proof. intros e H. exponents_of H. quantities. eapply big_O_tilde_between; [order | order | lra]. Qed.

Theorem feature_noise :
  forall e, family e -> little_o (fun n => alpha e n) (fun n => 1).
Proof. intros e H. exponents_of H. by_exponents. left. lra. Qed.

Theorem noise_step :
  forall e, family e -> little_o (fun n => eta e n * s e n * sigmaP e n) (fun n => 1).
Proof. intros e H. exponents_of H. by_exponents. left. nra. Qed.

Theorem support_step :
  forall e, family e -> little_o (fun n => eta e n * s e n) (fun n => Rpower (sigma0 e n) (q e - 1)).
Proof. intros e H. exponents_of H. by_exponents. left. lra. Qed.

Theorem single_step :
  forall e, family e -> little_o (fun n => eta e n) (fun n => Rpower (sigma0 e n) (q e - 1)).
Proof. intros e H. exponents_of H. by_exponents. left. lra. Qed.

Theorem sparse_noise :
  forall e, family e -> big_O (fun n => n * Rpower (s e n) 2 * sigmaP e n) (fun n => d e n).
Proof. intros e H. exponents_of H. apply big_O_of_little_o. by_exponents. left. lra. Qed.

Theorem sparse_supports :
  forall e, family e -> little_o (fun n => Rpower n 2 * Rpower (s e n) 2) (fun n => d e n).
Proof. intros e H. exponents_of H. by_exponents. left. lra. Qed.

(* The same for every step smaller by a power of n. *)
Theorem noise_step_smaller :
  forall e, smaller_steps e -> little_o (fun n => eta e n * s e n * sigmaP e n) (fun n => 1).
Proof. intros e H. exponents_of H. by_exponents. left. nra. Qed.

Theorem support_step_smaller :
  forall e, smaller_steps e -> little_o (fun n => eta e n * s e n) (fun n => Rpower (sigma0 e n) (q e - 1)).
Proof. intros e H. exponents_of H. by_exponents. left. lra. Qed.

Theorem single_step_smaller :
  forall e, smaller_steps e -> little_o (fun n => eta e n) (fun n => Rpower (sigma0 e n) (q e - 1)).
Proof. intros e H. exponents_of H. by_exponents. left. lra. Qed.

Print Assumptions noise_l1.
Print Assumptions noise_l2.
Print Assumptions feature_noise.
Print Assumptions noise_step.
Print Assumptions support_step.
Print Assumptions single_step.
Print Assumptions sparse_noise.
Print Assumptions sparse_supports.
Print Assumptions noise_step_smaller.
Print Assumptions support_step_smaller.
Print Assumptions single_step_smaller.
