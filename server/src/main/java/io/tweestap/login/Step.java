package io.tweestap.login;

import java.util.Locale;

/// What a pending login asks for next. Steps come in this order only, and none is taken twice
/// (TXN-5).
public enum Step {
  /// A code to an address of the user, at a password reset.
  RECOVERY,
  /// An answer to one of the options.
  ANSWER,
  /// What shows, beside the password, that it is the user who sets up a first factor.
  ENROLLMENT_PROOF,
  /// A factor, set up and confirmed.
  ENROLLMENT,
  /// The result, which the application takes: of a login that passed on pages of ours.
  CLAIM,
  /// Nothing: the login is over.
  NOTHING;

  /// As it stands in the API: `answer`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What comes next: the same plan and progress give the same step, at any time and place.
  public static Step next(Plan plan, Progress progress) {
    if (plan.recovery() && !progress.addressProven()) {
      return RECOVERY;
    }
    return switch (plan.decision()) {
      case PASS, REFUSE -> NOTHING;
      case CHALLENGE -> progress.factorProven() ? NOTHING : ANSWER;
      case ENROLL -> enrolling(plan, progress);
    };
  }

  private static Step enrolling(Plan plan, Progress progress) {
    if (progress.enrolled()) {
      return NOTHING;
    }
    if (!plan.kinds().isEmpty()) {
      return progress.factorProven() ? ENROLLMENT : ANSWER;
    }
    return plan.asksForProof() && !progress.addressProven() ? ENROLLMENT_PROOF : ENROLLMENT;
  }
}
