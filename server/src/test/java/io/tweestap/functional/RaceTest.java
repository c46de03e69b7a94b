package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

@DisplayName(
    "ASVS-6.5.1, ASVS-6.6.3, invariants 1 and 2: spent once, and no more checks "
        + "compared than allowed")
class RaceTest extends VerificationTest {
  private static final int THREADS = 64;

  @RepeatedTest(3)
  void sixtyFourRightCodesAtOnceSucceedOnce() throws Exception {
    String id = started();
    String code = code(1);

    List<String> answers = Together.run(THREADS, () -> outcome(check(id, code)));

    assertThat(answers).filteredOn("approved"::equals).hasSize(1);
    assertThat(answers).filteredOn("already_used"::equals).hasSize(THREADS - 1);
  }

  @RepeatedTest(3)
  void sixtyFourWrongCodesAtOnceAreComparedFiveTimes() throws Exception {
    String id = started();
    String wrong = wrong(code(1));

    List<String> answers = Together.run(THREADS, () -> outcome(check(id, wrong)));

    assertThat(answers).filteredOn("wrong_code"::equals).hasSize(4);
    assertThat(answers).filteredOn("too_many_checks"::equals).hasSize(THREADS - 4);
    Answer after = get(tenant, "/v1/verifications/" + id);
    assertThat(after.json().path("checks_used").asInt()).isEqualTo(5);
  }

  private static String outcome(Answer answer) {
    return answer.status() == 200 ? "approved" : answer.code();
  }
}
