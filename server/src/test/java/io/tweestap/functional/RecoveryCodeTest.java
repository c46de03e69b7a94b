package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.audit.AuditAction;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.Factors;
import io.tweestap.factor.recovery.RecoveryCodes;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("LUS: recovery codes")
class RecoveryCodeTest extends PersonTest {
  private static final int THREADS = 64;

  @Autowired private RecoveryCodes recoveryCodes;
  @Autowired private FactorAnswers answers;
  @Autowired private Factors factors;

  private FactorId set;
  private List<String> codes;

  @BeforeEach
  void aSet() {
    makeSet();
  }

  private void makeSet() {
    var made =
        (RecoveryCodes.Outcome.Made)
            recoveryCodes.make(tenantId(), anna, "Paper in the safe", By.SYSTEM);
    set = made.id();
    codes = new ArrayList<>(made.codes());
  }

  @Test
  @DisplayName("LUS-1: ten different codes of ten characters, 50 bits each")
  void aSetHasTenDifferentCodes() {
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}"));
    assertThat(left()).isEqualTo(10);
  }

  @Test
  @DisplayName("LUS-2: in any order, each works once")
  void eachWorksOnceInAnyOrder() {
    Collections.shuffle(codes);
    for (String code : codes) {
      assertThat(answer(code)).isInstanceOf(AnswerOutcome.Right.class);
      assertThat(answer(code)).isInstanceOf(AnswerOutcome.AlreadyUsed.class);
    }
    assertThat(left()).isZero();
    assertThat(audited(AuditAction.RECOVERY_CODE_USED)).hasSize(10);
  }

  @Test
  void itIsTypedAsPeopleType() {
    assertThat(answer(codes.get(0).toUpperCase(Locale.ROOT)))
        .isInstanceOf(AnswerOutcome.Right.class);
    assertThat(answer(codes.get(1).replace("-", " "))).isInstanceOf(AnswerOutcome.Right.class);
    assertThat(answer(codes.get(2).replace('0', 'o').replace('1', 'I')))
        .isInstanceOf(AnswerOutcome.Right.class);
  }

  @RepeatedTest(2)
  @DisplayName("LUS-2, ASVS-6.5.1: of 64 answers with one code at once exactly one is right")
  void oneOfSixtyFourAtOnceIsRight() throws Exception {
    String code = codes.getFirst();

    List<AnswerOutcome> outcomes = Together.run(THREADS, () -> answer(code));

    assertThat(outcomes).filteredOn(AnswerOutcome.Right.class::isInstance).hasSize(1);
    assertThat(left()).isEqualTo(9);
  }

  @Test
  @DisplayName("LUS-2: ten threads with a code each are all right")
  void differentCodesDoNotHinderEachOther() throws Exception {
    List<String> rest = Collections.synchronizedList(new ArrayList<>(codes.subList(0, 3)));

    List<AnswerOutcome> outcomes = Together.run(3, () -> answer(rest.removeFirst()));

    assertThat(outcomes).hasOnlyElementsOfType(AnswerOutcome.Right.class);
    assertThat(left()).isEqualTo(7);
  }

  @Test
  @DisplayName(
      "LUS-3, ASVS-6.5.2: kept as a salted password hash under a key: no two hashes are equal")
  void theDatabaseHoldsNoCode() {
    List<String> hashes = hashes();
    assertThat(hashes).hasSize(10);
    assertThat(new HashSet<>(hashes)).hasSize(10);
    assertThat(hashes.toString()).doesNotContain(codes);
  }

  @Test
  @DisplayName("LUS-4: a new set voids the old one and is told by mail")
  void aNewSetVoidsTheOldOne() {
    List<String> old = codes;
    FactorId oldSet = set;
    int before = notices().size();

    makeSet();

    assertThat(answers.answer(tenantId(), anna, oldSet, typed(old.getFirst()), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.NotUsable.class);
    assertThat(answer(old.getFirst())).isInstanceOf(AnswerOutcome.Wrong.class);
    assertThat(answer(codes.getFirst())).isInstanceOf(AnswerOutcome.Right.class);
    assertThat(notices()).hasSize(before + 2);
    assertThat(factors.of(tenantId(), anna.id())).hasSize(1);
    assertThat(hashes()).hasSize(10);
  }

  @Test
  @DisplayName("Of sets that are made at once one is left")
  void setsMadeAtOnceLeaveOne() throws Exception {
    Together.run(4, () -> recoveryCodes.make(tenantId(), anna, "Paper in the safe", By.SYSTEM));

    assertThat(factors.of(tenantId(), anna.id())).hasSize(1);
    assertThat(hashes()).hasSize(10);
  }

  @Test
  @DisplayName("LUS-4: guesses are slowed down from the fifth on")
  void guessesAreSlowedDown() {
    for (int i = 0; i < 5; i++) {
      assertThat(answer("00000-0000" + i)).isInstanceOf(AnswerOutcome.Wrong.class);
    }
    assertThat(answer(codes.getFirst())).isInstanceOf(AnswerOutcome.SlowedDown.class);
    clock.advance(Duration.ofSeconds(31));
    assertThat(answer(codes.getFirst())).isInstanceOf(AnswerOutcome.Right.class);
  }

  @Test
  void useIsToldByMailAndSoIsThatThreeAreLeft() {
    int before = notices().size();
    for (int i = 0; i < 6; i++) {
      answer(codes.get(i));
    }
    assertThat(notices()).hasSize(before + 6);
    answer(codes.get(6));
    assertThat(left()).isEqualTo(3);
    assertThat(notices()).hasSize(before + 8);
  }

  @Test
  @DisplayName("Invariant 6: a code is right for its user and tenant only")
  void aCodeIsRightForItsOwnerOnly() {
    User bert = newUser("bert", "bert@example.org");
    assertThat(answers.answer(tenantId(), bert, set, typed(codes.getFirst()), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.NotUsable.class);
    assertThat(
            answers.answer(
                otherTenant().tenant().id(), anna, set, typed(codes.getFirst()), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.NotUsable.class);
  }

  @Test
  @DisplayName("PRV-4, BND-6: closing and erasing the user leave no hash")
  void nothingStaysOfAnErasedUser() {
    users.erase(tenantId(), new UserRef("anna"), "test");
    assertThat(hashes()).isEmpty();
  }

  private AnswerOutcome answer(String code) {
    return answers.answer(tenantId(), anna, set, typed(code), By.SYSTEM);
  }

  private int left() {
    return ((Factor.RecoveryCodes) factors.find(tenantId(), anna.id(), set).orElseThrow()).left();
  }

  private List<String> hashes() {
    return jdbc.sql("SELECT secret_hash::text FROM lookup_secret WHERE tenant_id = :tenant")
        .param("tenant", tenantId().value())
        .query((row, _) -> row.getString(1))
        .list();
  }
}
