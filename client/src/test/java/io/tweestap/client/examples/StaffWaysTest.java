package io.tweestap.client.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.client.Channel;
import io.tweestap.client.RequestRefused;
import io.tweestap.client.TransactionDetails;
import io.tweestap.client.disconnect.NewDisconnect;
import io.tweestap.client.factor.AppFile;
import io.tweestap.client.factor.AppImport;
import io.tweestap.client.factor.AskOutcome;
import io.tweestap.client.factor.FactorAct;
import io.tweestap.client.factor.FactorAttempt;
import io.tweestap.client.factor.FactorState;
import io.tweestap.client.factor.NewFactorChallenge;
import io.tweestap.client.factor.VerifyOutcome;
import io.tweestap.client.policy.ExemptionFilter;
import io.tweestap.client.policy.UserPolicyQuestion;
import io.tweestap.client.user.ImportOutcome;
import io.tweestap.client.user.PutOutcome;
import io.tweestap.client.user.StaffAct;
import io.tweestap.client.user.UserChange;
import io.tweestap.client.user.UserFile;
import io.tweestap.client.user.UserState;
import io.tweestap.client.verification.CheckOutcome;
import io.tweestap.client.verification.NewVerification;
import io.tweestap.client.verification.NewWorkflowStep;
import io.tweestap.client.verification.NextAction;
import io.tweestap.client.verification.NextActionKind;
import io.tweestap.client.verification.Purpose;
import io.tweestap.client.verification.ResendOutcome;
import io.tweestap.client.verification.StartOutcome;
import io.tweestap.client.verification.Verification;
import io.tweestap.client.verification.VerificationFilter;
import io.tweestap.client.verification.VerificationState;
import io.tweestap.client.verification.WorkflowStep;
import io.tweestap.client.verification.WorkflowStepState;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What staff and programs do beyond the examples, against the server itself.
class StaffWaysTest extends ExampleTest {
  private static final StaffAct JANSEN = StaffAct.empty().staff("j.jansen").reason("asked for it");

  @Test
  void aUserLivesAndGoes() {
    String user = newUser();
    assertThat(tweestap.users().change(user, UserChange.empty().phone("+31612340002")))
        .isInstanceOf(PutOutcome.Done.class);
    assertThat(tweestap.users().change(user, UserChange.empty().phone("+319001234")))
        .isInstanceOf(PutOutcome.BadAddress.class);
    assertThat(tweestap.users().find(user).orElseThrow().addresses().getFirst().address())
        .contains("*");
    assertThat(tweestap.users().reveal(user).orElseThrow().addresses().getFirst().address())
        .isEqualTo("+31612340002");
    UUID address = tweestap.users().find(user).orElseThrow().addresses().getFirst().id();
    assertThat(tweestap.users().verifyAddress(user, address, Channel.SMS).channel())
        .isEqualTo(Channel.SMS);
    LocalDate day = LocalDate.of(2027, 3, 1);
    assertThat(tweestap.users().moveDeadline(user, day, "j.jansen", "asked").deadline())
        .isEqualTo(day);
    assertThat(tweestap.users().dropDeadline(user, "j.jansen", "asked").deadline()).isNull();
    assertThat(tweestap.policies().of(user, UserPolicyQuestion.usual().locale("nl")).text())
        .isNotBlank();
    assertThat(tweestap.users().suspend(user, JANSEN).state()).isEqualTo(UserState.SUSPENDED);
    assertThat(tweestap.users().resume(user, JANSEN).state()).isEqualTo(UserState.ACTIVE);
    assertThat(tweestap.users().export(user).user().ref()).isEqualTo(user);
    assertThat(tweestap.users().close(user, JANSEN).state()).isEqualTo(UserState.CLOSED);
    assertThat(tweestap.users().put(user, UserChange.empty()))
        .isInstanceOf(PutOutcome.Closed.class);
    tweestap.users().erase(user);
    assertThat(tweestap.users().find(user)).isEmpty();
  }

  @Test
  void aFileIsTriedAndImported() {
    String file = "ref,groups,locale\nfile-1,import,nl\nfile-2,import,klingon!\n";
    assertThat(tweestap.users().tryFile(UserFile.csv(file)))
        .isInstanceOfSatisfying(
            ImportOutcome.Read.class, it -> assertThat(it.report().applied()).isFalse());
    assertThat(tweestap.users().importWholeFile(UserFile.csv(file)))
        .isInstanceOf(ImportOutcome.Refused.class);
    assertThat(tweestap.users().find("file-1")).isEmpty();
    assertThat(tweestap.users().importFile(UserFile.csv(file)))
        .isInstanceOfSatisfying(
            ImportOutcome.Read.class, it -> assertThat(it.report().created()).isEqualTo(1));
    assertThat(tweestap.users().importFile(UserFile.ndjson("{\"ref\":\"file-3\"}\n")))
        .isInstanceOfSatisfying(
            ImportOutcome.Read.class, it -> assertThat(it.report().created()).isEqualTo(1));
  }

  @Test
  void appsAreTakenOverFromAnotherProduct() {
    String user = newUser();
    String uri = "otpauth://totp/Shop:a?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    AppFile file =
        AppFile.csv("user,otpauth_uri,name\n" + user + "," + uri + ",Old phone\nx!," + uri + ",\n");

    AppImport report = tweestap.factors().importFile(file.untold());

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.errors()).singleElement().satisfies(it -> assertThat(it.line()).isEqualTo(3));
    assertThat(tweestap.factors().importFile(file).unchanged()).isEqualTo(1);
    assertThat(tweestap.factors().list(user).data().getFirst().name()).isEqualTo("Old phone");
  }

  @Test
  void aFactorIsSuspendedAndRemoved() {
    String user = newUser();
    App app = app(user);
    FactorAct act = FactorAct.empty().staff("j.jansen");
    assertThat(tweestap.factors().verify(user, app.id(), FactorAttempt.of("00000x")))
        .isInstanceOf(VerifyOutcome.Wrong.class);
    assertThat(tweestap.factors().verify(user, app.id(), FactorAttempt.of(app.code())))
        .isInstanceOf(VerifyOutcome.Right.class);
    assertThat(tweestap.factors().rename(user, app.id(), "Old phone").name())
        .isEqualTo("Old phone");
    assertThat(tweestap.factors().suspend(user, app.id(), act).state())
        .isEqualTo(FactorState.SUSPENDED);
    assertThat(tweestap.factors().resume(user, app.id(), act).state())
        .isEqualTo(FactorState.ACTIVE);
    assertThat(tweestap.factors().challenge(user, app.id(), NewFactorChallenge.empty()))
        .isInstanceOf(AskOutcome.NotPossible.class);
    assertThatThrownBy(
            () -> tweestap.factors().resync(user, new UUID(1, 2), List.of("123456", "654321")))
        .isInstanceOf(RequestRefused.class);
    tweestap.factors().remove(user, app.id());
    assertThat(tweestap.factors().find(user, app.id())).isEmpty();
  }

  @Test
  void whatIsNotThereIsEmpty() {
    UUID nothing = new UUID(1, 2);
    assertThat(tweestap.disconnects().find(nothing)).isEmpty();
    assertThatThrownBy(() -> tweestap.disconnects().cancel(nothing))
        .isInstanceOf(RequestRefused.class);
    assertThatThrownBy(() -> tweestap.disconnects().approve(nothing))
        .isInstanceOf(RequestRefused.class);
    NewDisconnect one = NewDisconnect.of("lost", "called back", "j.jansen").factor(nothing);
    assertThatThrownBy(() -> tweestap.disconnects().of(nothing).ask("bob", one))
        .isInstanceOf(RequestRefused.class);
    assertThat(tweestap.exemptions().list(ExemptionFilter.all()).stream().limit(1)).isNotNull();
  }

  @Test
  void aTransactionIsVerifiedAndACodeSentAgain() {
    TransactionDetails details = TransactionDetails.batch("149.95", "EUR", List.of("A", "B"));
    NewVerification asked =
        NewVerification.of("+31612340003", Channel.SMS, Purpose.TRANSACTION).details(details);
    Verification it = ((StartOutcome.Started) tweestap.verifications().start(asked)).verification();
    assertThat(tweestap.verifications().resend(it.id())).isInstanceOf(ResendOutcome.TooEarly.class);
    assertThat(tweestap.verifications().resend(it.id(), Channel.VOICE))
        .isInstanceOf(ResendOutcome.TooEarly.class);
    assertThat(it.nextActions())
        .contains(new NextAction(NextActionKind.CHECK, null, 0))
        .contains(new NextAction(NextActionKind.RESEND, Channel.VOICE, 30));
    var wrong = (CheckOutcome.Wrong) tweestap.verifications().check(it.id(), "00000x", details);
    assertThat(wrong.checksLeft()).isEqualTo(4);
    assertThat(wrong.next())
        .extracting(NextAction::action)
        .containsExactly(NextActionKind.CHECK, NextActionKind.RESEND, NextActionKind.RESEND);
    assertThat(tweestap.verifications().cancel(it.id())).isTrue();
    assertThat(tweestap.verifications().cancel(it.id())).isTrue();
    assertThat(tweestap.verifications().check(it.id(), "123456"))
        .isInstanceOf(CheckOutcome.Canceled.class);
    assertThat(tweestap.verifications().find(it.id()).orElseThrow().state())
        .isEqualTo(VerificationState.CANCELED);
    VerificationFilter canceled = VerificationFilter.all().state(VerificationState.CANCELED);
    assertThat(tweestap.verifications().list(canceled)).hasSize(1);
    NewVerification byTwoWays =
        NewVerification.of("+31612340004", Channel.SMS, Purpose.LOGIN)
            .workflow(
                List.of(
                    NewWorkflowStep.of(Channel.SMS, Duration.ofSeconds(30)),
                    NewWorkflowStep.last(Channel.VOICE)));
    Verification stepwise =
        ((StartOutcome.Started) tweestap.verifications().start(byTwoWays)).verification();
    assertThat(stepwise.workflow())
        .extracting(WorkflowStep::state)
        .containsExactly(WorkflowStepState.SENT, WorkflowStepState.WAITING);
    NewVerification premium = NewVerification.of("+319001234", Channel.SMS, Purpose.LOGIN);
    assertThat(tweestap.verifications().start(premium))
        .isInstanceOf(StartOutcome.BadRecipient.class);
  }
}
