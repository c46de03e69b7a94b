package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.TransactionDetails;
import io.tweestap.client.factor.BeginFactorOutcome;
import io.tweestap.client.factor.BegunFactor;
import io.tweestap.client.factor.FactorAttempt;
import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.NewFactor;
import io.tweestap.client.login.AnswerOutcome;
import io.tweestap.client.login.BeginOutcome;
import io.tweestap.client.login.ChallengeOutcome;
import io.tweestap.client.login.ClaimOutcome;
import io.tweestap.client.login.EnrollmentOutcome;
import io.tweestap.client.login.Login;
import io.tweestap.client.login.LoginAnswer;
import io.tweestap.client.login.LoginState;
import io.tweestap.client.login.LoginStep;
import io.tweestap.client.login.NewChallenge;
import io.tweestap.client.login.NewLogin;
import io.tweestap.client.login.ProofOutcome;
import io.tweestap.client.login.SkipOutcome;
import io.tweestap.client.policy.FirstFactorProof;
import io.tweestap.client.policy.NewPolicy;
import io.tweestap.client.policy.StepPurpose;
import io.tweestap.client.settings.PageSettingsChange;
import io.tweestap.client.user.AddressOutcome;
import io.tweestap.client.user.UserChange;
import io.tweestap.otp.OtpSecret;
import io.tweestap.otp.Totp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Logins that go another way than the example, against the server itself.
class LoginWaysTest extends ExampleTest {
  private static final TransactionDetails PAYMENT =
      TransactionDetails.of("49.95", "EUR", "Jansen Fietsen");

  private static Login asked(String user, StepPurpose purpose) {
    return asked(NewLogin.of(user, purpose));
  }

  private static Login asked(NewLogin login) {
    return switch (tweestap.logins().begin(login)) {
      case BeginOutcome.Challenge(Login it) -> it;
      case BeginOutcome.Enroll(Login it, var enrollment) -> it;
      case BeginOutcome other -> throw new AssertionError(other);
    };
  }

  @Test
  void aUserThatIsNotThereIsAnOutcomeAndALoginThatIsNotThereARefusal() {
    assertThat(tweestap.logins().begin(NewLogin.of("nobody", StepPurpose.LOGIN)))
        .isInstanceOf(BeginOutcome.UnknownUser.class);
    UUID nothing = new UUID(1, 2);
    assertThat(tweestap.logins().find(nothing)).isEmpty();
    assertThatThrownBy(() -> tweestap.logins().cancel(nothing))
        .isInstanceOfSatisfying(
            RequestRefused.class, e -> assertThat(e.code()).isEqualTo("not_found"));
  }

  @Test
  void wrongAnswersCountAndACanceledLoginIsOver() {
    String user = newUser();
    App app = app(user);
    Login login = asked(user, StepPurpose.LOGIN);
    LoginAnswer wrong = LoginAnswer.of(app.id(), "00000x").rememberBrowser(true);
    assertThat(tweestap.logins().answer(login.id(), wrong)).isEqualTo(new AnswerOutcome.Wrong(9));
    assertThat(tweestap.logins().skipEnrollment(login.id()))
        .isEqualTo(new SkipOutcome.WrongStep(LoginStep.ANSWER));
    assertThat(tweestap.logins().cancel(login.id())).isTrue();
    assertThat(tweestap.logins().cancel(login.id())).isTrue();
    assertThat(tweestap.logins().answer(login.id(), LoginAnswer.of(app.id(), app.code())))
        .isEqualTo(new AnswerOutcome.Over(LoginState.CANCELED));
  }

  @Test
  void aPaymentIsConfirmedForItsPayeeOnly() {
    String user = newUser();
    String number = "+31612340001";
    NewFactor phone = NewFactor.of(FactorKind.PHONE).number(number);
    var begun = ((BeginFactorOutcome.Begun) tweestap.factors().begin(user, phone)).begun();
    UUID id = begun.factor().id();
    tweestap.factors().confirm(user, id, FactorAttempt.of(codeAt(number)));
    tweestap.sandbox().clear(number);

    Login login = asked(NewLogin.of(user, StepPurpose.PAYMENT).details(PAYMENT));
    assertThat(tweestap.logins().challenge(login.id(), NewChallenge.of(id)))
        .isInstanceOf(ChallengeOutcome.Made.class);
    assertThat(tweestap.logins().challenge(login.id(), NewChallenge.of(id)))
        .isInstanceOf(ChallengeOutcome.TooEarly.class);
    LoginAnswer answer = LoginAnswer.of(id, codeAt(number));
    TransactionDetails other = TransactionDetails.of("49.95", "EUR", "Jansen Fieten");
    assertThat(tweestap.logins().answer(login.id(), answer.details(other)))
        .isEqualTo(new AnswerOutcome.DetailsChanged());
  }

  @Test
  void aFactorIsSetUpOnTheWay() {
    String user = newUser();
    tweestap.users().put(user, UserChange.empty().groups(List.of("on-the-way")));
    var policy =
        tweestap
            .policies()
            .create(
                NewPolicy.of("On the way")
                    .group("on-the-way")
                    .requiredFrom(LocalDate.of(2026, 1, 1))
                    .firstFactorProof(FirstFactorProof.MAIL_LINK));
    String mail = provenMail(user);

    Login login = asked(user, StepPurpose.LOGIN);
    assertThat(login.next()).isEqualTo(LoginStep.ENROLLMENT_PROOF);
    assertThat(tweestap.logins().skipEnrollment(login.id()))
        .isNotInstanceOf(SkipOutcome.Passed.class);
    assertThat(tweestap.logins().sendEnrollmentProof(login.id()))
        .isInstanceOf(ProofOutcome.Sent.class);
    assertThat(tweestap.logins().checkEnrollmentProof(login.id(), codeAt(mail)))
        .isInstanceOf(AnswerOutcome.Continues.class);
    var outcome = tweestap.logins().startEnrollment(login.id(), NewFactor.of(FactorKind.TOTP));
    var factor = (EnrollmentOutcome.Factor) outcome;
    BegunFactor begun = ((BeginFactorOutcome.Begun) factor.outcome()).begun();
    String code =
        Totp.standard().code(OtpSecret.ofBase32(begun.setup().pairingCode().value()), now());
    assertThat(tweestap.logins().confirmEnrollment(login.id(), code, false))
        .isInstanceOfSatisfying(
            AnswerOutcome.Passed.class, it -> assertThat(it.result().amr()).contains("mfa"));
    tweestap.policies().delete(policy, "test");
    everythingOfTheUserEnds(user);
  }

  private static void everythingOfTheUserEnds(String user) {
    UUID session = tweestap.sessions().list(user).getFirst().id();
    tweestap.sessions().passwordChanged(user, session);
    assertThat(tweestap.sessions().list(user)).hasSize(1);
    tweestap.sessions().passwordChanged(user);
    assertThat(tweestap.sessions().list(user)).isEmpty();
    tweestap.sessions().endAll(user);
    tweestap.browsers().forgetAll(user);
  }

  @Test
  void aForgottenPasswordNeedsTheAddressAndTheFactor() {
    String user = newUser();
    String mail = provenMail(user);
    App app = app(user);
    tweestap.sandbox().clear(mail);

    Login login = asked(user, StepPurpose.PASSWORD_RESET);
    assertThat(login.next()).isEqualTo(LoginStep.RECOVERY);
    UUID address = login.addresses().getFirst().addressId();
    assertThat(tweestap.logins().sendRecovery(login.id(), address))
        .isInstanceOf(ProofOutcome.Sent.class);
    assertThat(tweestap.logins().sendRecovery(login.id()))
        .isInstanceOf(ProofOutcome.TooEarly.class);
    assertThat(tweestap.logins().checkRecovery(login.id(), codeAt(mail)))
        .isInstanceOfSatisfying(
            AnswerOutcome.Continues.class,
            it -> assertThat(it.login().next()).isEqualTo(LoginStep.ANSWER));
    assertThat(tweestap.logins().answer(login.id(), LoginAnswer.of(app.id(), app.code())))
        .isInstanceOf(AnswerOutcome.Passed.class);
    assertThat(tweestap.logins().cancel(login.id())).isFalse();
  }

  @Test
  void aLoginOnTheHostedPagesIsTakenWithItsReturnCodeOnly() {
    String back = "https://shop.example.org/login/back";
    tweestap.settings().changePages(PageSettingsChange.empty().returnUrls(List.of(back)));
    String user = newUser();
    app(user);
    Login login =
        asked(NewLogin.of(user, StepPurpose.LOGIN).returnUrl(back).state("of this session"));
    assertThat(login.promptUrl().value()).contains("/prompt/open/");
    assertThat(login.toString()).doesNotContain("/prompt/open/");
    assertThat(tweestap.logins().claim(login.id(), "guessed"))
        .isEqualTo(new ClaimOutcome.WrongCode());
  }

  /// A mail address that the user has proven.
  private static String provenMail(String user) {
    String mail = user + "@example.org";
    tweestap.users().put(user, UserChange.empty().email(mail));
    UUID address = tweestap.users().find(user).orElseThrow().addresses().getFirst().id();
    tweestap.users().verifyAddress(user, address);
    assertThat(tweestap.users().confirmAddress(user, address, "00000x"))
        .isEqualTo(new AddressOutcome.Wrong(4));
    assertThat(tweestap.users().confirmAddress(user, address, codeAt(mail)))
        .isInstanceOf(AddressOutcome.Confirmed.class);
    tweestap.sandbox().clear(mail);
    return mail;
  }
}
