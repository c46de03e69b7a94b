package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tweestap.audit.AuditAction;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.Factors;
import io.tweestap.factor.pass.TemporaryPasses;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("REC-2: a temporary pass after a loss")
class TemporaryPassTest extends PersonTest {
  private static final int THREADS = 64;
  private static final String STAFF = "staff:Jan via client:test";

  @Autowired private TemporaryPasses passes;
  @Autowired private FactorAnswers answers;
  @Autowired private Factors factors;

  @Test
  @DisplayName("REC-2: 50 bits, right once, then gone")
  void itIsRightOnce() {
    var pass = make(Duration.ofHours(1));
    assertThat(pass.code()).matches("[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}");
    assertThat(pass.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));

    assertThat(answer(pass)).isInstanceOf(AnswerOutcome.Right.class);

    assertThat(answer(pass)).isInstanceOf(AnswerOutcome.NotUsable.class);
    assertThat(factors.of(tenantId(), anna.id())).isEmpty();
    assertThat(audited(AuditAction.TEMPORARY_PASS_USED)).hasSize(1);
  }

  @RepeatedTest(2)
  @DisplayName("REC-2: of 64 answers at once exactly one is right")
  void oneOfSixtyFourAtOnceIsRight() throws Exception {
    var pass = make(Duration.ofHours(1));

    List<AnswerOutcome> outcomes = Together.run(THREADS, () -> answer(pass));

    assertThat(outcomes).filteredOn(AnswerOutcome.Right.class::isInstance).hasSize(1);
  }

  @Test
  @DisplayName("REC-2: at most a day")
  void itLivesADayAtMost() {
    var pass = make(Duration.ofHours(24));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> make(Duration.ofHours(24).plusSeconds(1)));

    clock.advance(Duration.ofHours(24));

    assertThat(answer(pass)).isInstanceOf(AnswerOutcome.Expired.class);
  }

  @Test
  void anotherOneVoidsTheOneBefore() {
    var first = make(Duration.ofHours(1));
    var second = make(Duration.ofHours(1));

    assertThat(answer(first)).isInstanceOf(AnswerOutcome.NotUsable.class);
    assertThat(answer(second)).isInstanceOf(AnswerOutcome.Right.class);
  }

  @Test
  @DisplayName("REC-8, REC-5: who gave it out is written down, and the user is told")
  void itIsWrittenDownAndTold() {
    make(Duration.ofHours(1));

    assertThat(audited(AuditAction.TEMPORARY_PASS_MADE))
        .singleElement()
        .asString()
        .contains(STAFF, "3600");
    assertThat(notices()).hasSize(1);
  }

  private TemporaryPasses.Outcome.Made make(Duration ttl) {
    TemporaryPasses.Drawn drawn = passes.draw(tenantId()).orElseThrow();
    return (TemporaryPasses.Outcome.Made) passes.make(tenantId(), anna, drawn, ttl, STAFF);
  }

  private AnswerOutcome answer(TemporaryPasses.Outcome.Made pass) {
    return answers.answer(tenantId(), anna, pass.id(), typed(pass.code()), By.SYSTEM);
  }
}
