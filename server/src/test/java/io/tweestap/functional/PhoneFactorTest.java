package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.factor.ChallengeWish;
import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.FactorChallenges;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.Factors;
import io.tweestap.factor.bind.Confirmations;
import io.tweestap.factor.phone.Independence;
import io.tweestap.factor.phone.PhoneBinding;
import io.tweestap.shared.Channel;
import io.tweestap.shared.Ids;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.user.User;
import io.tweestap.user.UserRef;
import io.tweestap.verification.Details;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.StartOutcome;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DisplayName("OOB: a phone as a factor")
class PhoneFactorTest extends PersonTest {
  private static final int THREADS = 64;
  private static final Details RENT =
      new Details(new BigDecimal("950.00"), Currency.getInstance("EUR"), List.of("Anna Smit"));
  private static final Details OTHER =
      new Details(new BigDecimal("950.00"), Currency.getInstance("EUR"), List.of("Mallory"));

  @Autowired private PhoneBinding binding;
  @Autowired private Confirmations confirmations;
  @Autowired private FactorChallenges challenges;
  @Autowired private FactorAnswers answers;
  @Autowired private Factors factors;
  @Autowired private Independence independence;
  @Autowired private Ids ids;

  @Test
  @DisplayName("OOB-8, OOB-10, REC-3: a number is a factor only when its code was typed")
  void aNumberIsProvenBeforeUse() {
    var begun = begin(anna, number);
    assertThat(begun.sent().purpose()).isEqualTo(Purpose.BINDING);
    assertThat(ask(begun.id())).isInstanceOf(ChallengeOutcome.NotUsable.class);
    String code = code(1);

    assertThat(confirm(begun.id(), wrong(code))).isInstanceOf(AnswerOutcome.Wrong.class);
    assertThat(confirm(begun.id(), code)).isInstanceOf(AnswerOutcome.Right.class);

    assertThat(ask(begun.id())).isInstanceOf(ChallengeOutcome.Sent.class);
  }

  @Test
  @DisplayName("OOB-10, REC-5: the user is told of a new number")
  void theUserIsToldOfANewNumber() {
    bound(number);
    assertThat(notices()).hasSize(1);
  }

  @Test
  @DisplayName("OOB-1, OOB-3: the code of a login is right once")
  void aCodeIsRightOnce() {
    FactorId phone = bound(number);
    var sent = sent(phone);
    String code = code(2);

    var right = (AnswerOutcome.Right) answer(phone, sent.challenge(), code);

    assertThat(right.amr()).isEqualTo(Set.of("sms", "mca"));
    assertThat(answer(phone, sent.challenge(), code)).isInstanceOf(AnswerOutcome.AlreadyUsed.class);
    assertThat(answer(phone, null, code)).isEqualTo(over("not_found"));
  }

  @RepeatedTest(3)
  @DisplayName("OOB-3: of 64 right answers at once exactly one is right")
  void oneOfSixtyFourAtOnceIsRight() throws Exception {
    FactorId phone = bound(number);
    var sent = sent(phone);
    String code = code(2);

    List<AnswerOutcome> outcomes =
        Together.run(THREADS, () -> answer(phone, sent.challenge(), code));

    assertThat(outcomes).filteredOn(AnswerOutcome.Right.class::isInstance).hasSize(1);
  }

  @Test
  @DisplayName("OOB-3: the code of one user's phone is nothing at another's")
  void aCodeBelongsToItsPhone() {
    FactorId first = bound(number);
    var sent = sent(first);
    String code = code(2);
    number = freshNumber();
    FactorId second = bound(number);

    assertThat(answer(second, sent.challenge(), code)).isEqualTo(over("not_found"));
    assertThat(answers.answer(otherTenant().tenant().id(), anna, first, typed(code), By.SYSTEM))
        .isInstanceOf(AnswerOutcome.NotUsable.class);
  }

  @Test
  @DisplayName("OOB-4: wrong codes count at the factor too, and a new code takes none back")
  void wrongCodesCountAtTheFactor() {
    FactorId phone = bound(number);
    UUID login = ids.next();
    var sent = (ChallengeOutcome.Sent) ask(phone, login, Optional.empty());
    String wrong = wrong(code(2));
    for (int i = 0; i < 4; i++) {
      assertThat(answer(phone, sent.challenge(), wrong)).isInstanceOf(AnswerOutcome.Wrong.class);
    }
    assertThat(factors.find(tenantId(), anna.id(), phone).orElseThrow().bond().failures())
        .isEqualTo(4);
    assertThat(answer(phone, sent.challenge(), wrong)).isEqualTo(over("too_many_checks"));

    assertThat(ask(phone, login, Optional.empty())).isInstanceOf(ChallengeOutcome.SlowedDown.class);
    clock.advance(Duration.ofSeconds(31));
    var again = (ChallengeOutcome.Sent) ask(phone, login, Optional.empty());
    assertThat(answer(phone, again.challenge(), wrong(code(3))))
        .isInstanceOf(AnswerOutcome.Wrong.class);
    assertThat(ask(phone)).isInstanceOf(ChallengeOutcome.SlowedDown.class);
  }

  @Test
  @DisplayName("OOB-6, OOB-17: who asks again gets a new code by the next channel")
  void theSecondCodeComesByTheNextChannel() {
    FactorId phone = bound(number, Channel.SMS, Channel.VOICE);
    UUID login = ids.next();
    var first = (ChallengeOutcome.Sent) ask(phone, login, Optional.empty());
    String old = code(2);
    assertThat(first.channel()).isEqualTo(Channel.SMS);
    assertThat(ask(phone, login, Optional.empty()))
        .isEqualTo(new ChallengeOutcome.TooMany(Duration.ofSeconds(30)));

    clock.advance(Duration.ofSeconds(30));
    var second = (ChallengeOutcome.Sent) ask(phone, login, Optional.empty());

    assertThat(second.channel()).isEqualTo(Channel.VOICE);
    assertThat(second.challenge()).isEqualTo(first.challenge());
    assertThat(answer(phone, second.challenge(), old)).isInstanceOf(AnswerOutcome.Wrong.class);
    clock.advance(Duration.ofSeconds(60));
    assertThat(((ChallengeOutcome.Sent) ask(phone, login, Optional.empty())).channel())
        .isEqualTo(Channel.SMS);
  }

  @Test
  void aWishedChannelIsTakenIfThePhoneHasIt() {
    FactorId phone = bound(number, Channel.SMS, Channel.VOICE);
    FactorId smsOnly = bound(freshNumberOf(this), Channel.SMS);

    assertThat(((ChallengeOutcome.Sent) ask(phone, null, Optional.of(Channel.VOICE))).channel())
        .isEqualTo(Channel.VOICE);
    assertThat(ask(smsOnly, null, Optional.of(Channel.VOICE)))
        .isEqualTo(new ChallengeOutcome.NotPossible("channel_not_allowed"));
  }

  @Test
  @DisplayName("TXN-3, PSD-10: a changed payee voids the code")
  void aChangedPayeeVoidsTheCode() {
    FactorId phone = bound(number);
    UUID login = ids.next();
    var sent = (ChallengeOutcome.Sent) pay(phone, login, RENT);
    assertThat(text(2)).contains("Anna Smit");
    String code = code(2);

    assertThat(answer(phone, sent.challenge(), code, Optional.of(OTHER)))
        .isEqualTo(over("details_changed"));
    assertThat(answer(phone, sent.challenge(), code, Optional.of(RENT)))
        .isEqualTo(over("details_changed"));
  }

  @Test
  @DisplayName("TXN-2: other details are another code, also in the same login")
  void otherDetailsAreAnotherCode() {
    FactorId phone = bound(number);
    UUID login = ids.next();
    var first = (ChallengeOutcome.Sent) pay(phone, login, RENT);
    text(2);
    clock.advance(Duration.ofSeconds(1));
    var second = (ChallengeOutcome.Sent) pay(phone, login, OTHER);

    assertThat(second.challenge()).isNotEqualTo(first.challenge());
    assertThat(text(3)).contains("Mallory");
  }

  @Test
  @DisplayName("PRV-2, PRV-7: the number is masked, sealed, and gone with the factor")
  void theNumberIsSealedAndGoesWithTheFactor() {
    FactorId phone = bound(number);
    var shown = (Factor.Phone) factors.find(tenantId(), anna.id(), phone).orElseThrow();
    assertThat(shown.number()).isEqualTo(new PhoneNumber(number).masked());
    assertThat(lines()).singleElement().asString().doesNotContain(number.substring(4));

    factors.remove(tenantId(), anna, phone, By.SYSTEM);

    assertThat(lines()).isEmpty();
  }

  @Test
  @DisplayName("PRV-4: nothing stays of an erased user's phone")
  void nothingStaysOfAnErasedUser() {
    bound(number);
    users.erase(tenantId(), new UserRef("anna"), "test");
    assertThat(lines()).isEmpty();
  }

  @Test
  @DisplayName("BND-8: a number is a factor of five users at most, also when many come at once")
  void aNumberIsSharedByFiveUsers() throws Exception {
    for (int i = 0; i < 4; i++) {
      begin(newUser("user" + i, "user%d@example.org".formatted(i)), number);
    }
    assertThat(begin(anna, number).sent().purpose()).isEqualTo(Purpose.BINDING);
    User sixth = newUser("sixth", "sixth@example.org");
    assertThat(tryToBegin(sixth, number)).isInstanceOf(PhoneBinding.Outcome.NumberTaken.class);
    assertThat(begin(anna, number).sent().purpose()).isEqualTo(Purpose.BINDING);
  }

  @Test
  @DisplayName("Invariant 7: two entries of one number are one line, and so is a recovery address")
  void oneNumberCountsOnce() {
    FactorId first = bound(number);
    FactorId second = bound(number);
    FactorId third = bound(freshNumberOf(this));

    assertThat(independence.independent(tenantId(), factors.of(tenantId(), anna.id())))
        .extracting(Factor::id)
        .containsExactly(first, third);
    var address = new PhoneNumber(number);
    assertThat(independence.isSameLine(tenantId(), third, address)).isTrue();
    assertThat(independence.isSameLine(tenantId(), second, address)).isFalse();
  }

  @Test
  void aNumberThatCannotBeSentToIsRefusedAsEverywhere() {
    assertThat(tryToBegin(anna, "09001234"))
        .isInstanceOfSatisfying(
            PhoneBinding.Outcome.NotSent.class,
            refused -> assertThat(refused.reason()).isInstanceOf(StartOutcome.CostlyNumber.class));
    assertThat(tryToBegin(anna, "+33612345678"))
        .isEqualTo(new PhoneBinding.Outcome.NotSent(new StartOutcome.CountryNotAllowed("FR")));
  }

  /// The handset of the new number is the one that the test looks at from now on.
  private static String freshNumberOf(PhoneFactorTest test) {
    test.number = freshNumber();
    return test.number;
  }

  private PhoneBinding.Outcome tryToBegin(User user, String to, Channel... channels) {
    List<Channel> order = channels.length == 0 ? List.of(Channel.SMS) : List.of(channels);
    return binding.begin(
        tenantId(), user, new PhoneBinding.Wish("Phone", to, order, Optional.empty()), By.SYSTEM);
  }

  private PhoneBinding.Outcome.Begun begin(User user, String to, Channel... channels) {
    return (PhoneBinding.Outcome.Begun) tryToBegin(user, to, channels);
  }

  private FactorId bound(String to, Channel... channels) {
    int before = messages().path("data").size();
    var begun = begin(anna, to, channels);
    assertThat(confirm(begun.id(), code(before + 1))).isInstanceOf(AnswerOutcome.Right.class);
    // So that the next message is the newest one.
    clock.advance(Duration.ofSeconds(1));
    return begun.id();
  }

  private AnswerOutcome confirm(FactorId phone, String code) {
    return confirmations.confirm(tenantId(), anna, phone, typed(code), By.SYSTEM);
  }

  private ChallengeOutcome ask(FactorId phone) {
    return ask(phone, null, Optional.empty());
  }

  private ChallengeOutcome.Sent sent(FactorId phone) {
    return (ChallengeOutcome.Sent) ask(phone);
  }

  private ChallengeOutcome ask(FactorId phone, @Nullable UUID login, Optional<Channel> channel) {
    return begin(phone, Purpose.LOGIN, Optional.empty(), channel, login);
  }

  private ChallengeOutcome pay(FactorId phone, UUID login, Details details) {
    return begin(phone, Purpose.TRANSACTION, Optional.of(details), Optional.empty(), login);
  }

  private ChallengeOutcome begin(
      FactorId phone,
      Purpose purpose,
      Optional<Details> details,
      Optional<Channel> channel,
      @Nullable UUID login) {
    return challenges.begin(
        tenantId(),
        anna,
        phone,
        new ChallengeWish(
            purpose,
            details,
            channel,
            Optional.empty(),
            Locale.ENGLISH,
            Optional.empty(),
            Optional.ofNullable(login),
            false));
  }

  private AnswerOutcome answer(FactorId phone, @Nullable UUID challenge, String code) {
    return answer(phone, challenge, code, Optional.empty());
  }

  private AnswerOutcome answer(
      FactorId phone, @Nullable UUID challenge, String code, Optional<Details> details) {
    return answers.answer(
        tenantId(),
        anna,
        phone,
        new io.tweestap.factor.Answer(
            code, Optional.ofNullable(challenge), details, Optional.empty()),
        By.SYSTEM);
  }

  private static AnswerOutcome over(String reason) {
    return new AnswerOutcome.ChallengeOver(reason);
  }

  private List<String> lines() {
    return jdbc.sql("SELECT p::text FROM phone_line p WHERE tenant_id = :tenant")
        .param("tenant", tenantId().value())
        .query((row, _) -> row.getString(1))
        .list();
  }
}
