package io.tweestap.policy.rule;

import io.tweestap.factor.FactorKind;
import io.tweestap.policy.Decision;
import io.tweestap.policy.Facts;
import io.tweestap.policy.FirstFactorProof;
import io.tweestap.policy.Purpose;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Setting up a factor inside a login: what may be set up, what is shown first, and when it is too
/// late.
record Enrolling(Ground ground) {
  /// It must be set up now, if anything that exists would do.
  Decision now(Demand.Now now) {
    Kinds choice = choice();
    if (choice.accepted().isEmpty()) {
      return ground.refuse(nothingStrongEnough(choice), and(now.reasons(), choice.reasons()));
    }
    if (!now.skipsUsedUp() && lacksWhatStaffGave()) {
      Optional<Given<Boolean>> tooLate = lateEnrollmentRefused();
      if (tooLate.isPresent()) {
        return ground.refuse(tooLate(tooLate.get(), now), now.reasons());
      }
    }
    return enroll(true, Optional.of(now.date()), 0, and(held(), now.reasons()));
  }

  /// It may be set up; at a login only, since nobody wants to be asked in the midst of a payment.
  Decision offer(Demand.Offered offered) {
    Kinds choice = choice();
    if (choice.accepted().isEmpty()) {
      return ground.pass(and(List.of(nothingStrongEnough(choice)), offered.reasons()));
    }
    return facts().purpose().judgedAs() == Purpose.LOGIN
        ? enroll(false, offered.date(), offered.skipsLeft(), offered.reasons())
        : ground.pass(offered.reasons());
  }

  private Decision enroll(
      boolean required, Optional<RequiredDate> until, int skipsLeft, List<Reason> reasons) {
    return new Decision.Enroll(
        required,
        until.map(RequiredDate::date),
        skipsLeft,
        choice().accepted(),
        choice().deviceBound(),
        Kinds.strongest(facts().held()),
        proof(),
        ground.allowance(),
        ground.explained(reasons, choice().reasons()));
  }

  /// What meets also the policies whose date is still to come, so that nobody sets up twice; where
  /// nothing does, what meets those that hold already.
  private Kinds choice() {
    Kinds all = new Kinds(ground.spoken().asking());
    return all.accepted().isEmpty() ? ground.inForce() : all;
  }

  private FirstFactorProof proof() {
    return Given.strictest(
            ground.spoken().policies(), p -> p.terms().proof(), Comparator.reverseOrder())
        .map(Given::value)
        .orElse(FirstFactorProof.USUAL);
  }

  private Reason tooLate(Given<Boolean> refused, Demand.Now now) {
    LocalDate since =
        RequiredDate.of(refused.policy(), facts())
            .map(RequiredDate::date)
            .orElse(now.date().date());
    return refused.signed(Reason.of(ReasonKind.TOO_LATE_TO_ENROLL, since));
  }

  /// Whoever proves a factor that does not suffice, or has a pass from staff, is never too late.
  private boolean lacksWhatStaffGave() {
    return !facts().enrolled() && !facts().held().contains(FactorKind.TEMPORARY_PASS);
  }

  private Optional<Given<Boolean>> lateEnrollmentRefused() {
    return Given.strictest(
            ground.spoken().inForce(), p -> p.terms().lateEnrollment(), Comparator.naturalOrder())
        .filter(given -> !given.value());
  }

  private List<Reason> held() {
    Set<FactorKind> held = facts().held();
    return facts().enrolled() ? List.of(Reason.of(ReasonKind.HELD_TOO_WEAK, held)) : List.of();
  }

  private static Reason nothingStrongEnough(Kinds choice) {
    return Reason.of(ReasonKind.NOTHING_STRONG_ENOUGH, choice.strength());
  }

  private Facts facts() {
    return ground.facts();
  }

  private static List<Reason> and(List<Reason> some, List<Reason> more) {
    var all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
