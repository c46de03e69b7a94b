package io.tweestap.policy.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.policy.Facts;
import io.tweestap.policy.Policy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// P1: from when somebody must have a second step.
class EnrollmentDateTest {
  private static final List<Policy> POLICIES =
      List.of(
          PolicyWords.read("Staff: for staff, required 2027-03-01, in Europe/Amsterdam"),
          PolicyWords.read("Desk: for staff, at desk, required 2027-02-01, in Europe/Amsterdam"));

  private static Facts facts(String who) {
    return Who.read(who, "2027-01-01T12:00:00+01:00").facts();
  }

  @Test
  void hereIsWhatIsAskedAtThisApplication() {
    EnrollmentDate date = EnrollmentDate.here(POLICIES, facts("in staff, at shop")).orElseThrow();

    assertThat(date.date()).isEqualTo(LocalDate.parse("2027-03-01"));
    assertThat(date.policy()).isEqualTo("Staff");
  }

  @Test
  void anywhereIsTheEarliestOfAllApplications() {
    EnrollmentDate date =
        EnrollmentDate.anywhere(POLICIES, facts("in staff, at shop")).orElseThrow();

    assertThat(date.date()).isEqualTo(LocalDate.parse("2027-02-01"));
    assertThat(date.policy()).isEqualTo("Desk");
  }

  @Test
  void nobodyAsksWhomNoPolicySpeaksTo() {
    assertThat(EnrollmentDate.here(POLICIES, facts("in sales"))).isEmpty();
    assertThat(EnrollmentDate.anywhere(POLICIES, facts("in sales"))).isEmpty();
  }

  @Test
  void itHasComeAtMidnightOfItsZone() {
    EnrollmentDate date = EnrollmentDate.here(POLICIES, facts("in staff")).orElseThrow();

    assertThat(date.hasCome(Instant.parse("2027-02-28T22:59:59Z"))).isFalse();
    assertThat(date.hasCome(Instant.parse("2027-02-28T23:00:00Z"))).isTrue();
  }
}
