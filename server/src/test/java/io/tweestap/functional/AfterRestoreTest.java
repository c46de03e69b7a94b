package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.audit.AuditTrail;
import io.tweestap.factor.AnswerOutcome;
import io.tweestap.factor.By;
import io.tweestap.factor.FactorAnswers;
import io.tweestap.factor.pass.TemporaryPasses;
import io.tweestap.operations.Command;
import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import io.tweestap.operations.VoidOpen.Asked;
import io.tweestap.operations.restore.VoidAll;
import io.tweestap.otp.Totp;
import io.tweestap.policy.Frequency;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/// A server of its own: whatever is open in its database ends.
@TestPropertySource(properties = "spring.application.name=after-restore")
@DisplayName("What was under way in a restored database is over")
@ExtendWith(OutputCaptureExtension.class)
class AfterRestoreTest extends AccountTest {
  @Autowired private List<Command> commands;
  @Autowired private VoidAll open;
  @Autowired private TemporaryPasses passes;
  @Autowired private FactorAnswers answers;

  private Map<String, Integer> run() {
    return run(false, false);
  }

  private Map<String, Integer> run(boolean keepMessages, boolean endSessions) {
    Map<String, Integer> ended = new HashMap<>();
    open.run(new Asked(clock.instant(), keepMessages, endSessions), ended::put);
    return ended;
  }

  private int command(String... options) {
    return commands.stream()
        .filter(command -> command.name().equals("after-restore"))
        .findFirst()
        .orElseThrow()
        .run(List.of(options));
  }

  @Test
  void anOpenCodeIsRefusedAndAFinishedOneStaysAsItIs() {
    String used = started();
    check(used, code(1));
    advance(Duration.ofSeconds(90));
    String open = started();
    String code = code(2);

    run();

    assertThat(check(open, code).code()).isEqualTo("canceled");
    assertThat(check(used, code).code()).isEqualTo("already_used");
    assertThat(get(tenant, "/v1/verifications/" + used).json().path("state").asString())
        .isEqualTo("approved");
  }

  @Test
  void anOpenLoginAndAResetAreTakenBackAndTheAuditSaysByWhom() {
    App app = app(anna);
    String login = pending();
    String reset = begin("anna", "password_reset", "").json().path("id").asString();

    run();

    advance(Duration.ofSeconds(60));
    for (String over : List.of(login, reset)) {
      assertThat(outcome(answer(over, app.id(), code(app)))).isEqualTo("login_over");
      assertThat(get(tenant, "/v1/logins/" + over).json().path("state").asString())
          .isEqualTo("canceled");
    }
    assertThat(audited()).filteredOn("login.canceled success"::equals).hasSize(2);
  }

  @Test
  @DisplayName("A code of an app that may have been spent is not right any more, later ones are")
  void theAppsPresentCodeIsSpent() {
    policy(terms(new Frequency.EveryLogin()));
    App app = app(anna);
    String seen = code(app);
    String ahead = Totp.standard().code(app.secret(), clock.instant().plusSeconds(30));

    run();

    assertThat(outcome(answer(pending(), app.id(), seen))).isEqualTo("already_used");
    assertThat(outcome(answer(pending(), app.id(), ahead))).isEqualTo("already_used");
    advance(Duration.ofSeconds(60));
    assertThat(outcome(answer(pending(), app.id(), code(app)))).isEqualTo("passed");
  }

  @Test
  void accountPagesAreLeftAndTheirLinksOpenNothing() {
    String link = link();
    Browser browser = visit();

    run();

    assertThat(browser().load(link).status()).isEqualTo(404);
    assertThat(browser.load("/account").status()).isEqualTo(404);
  }

  @Test
  void aTemporaryPassIsOver() {
    var drawn = passes.draw(tenant.tenant().id()).orElseThrow();
    var pass =
        (TemporaryPasses.Outcome.Made)
            passes.make(tenant.tenant().id(), anna, drawn, Duration.ofHours(1), "system");

    run();

    var answer = io.tweestap.factor.Answer.of(pass.code());
    assertThat(answers.answer(tenant.tenant().id(), anna, pass.id(), answer, By.SYSTEM))
        .isInstanceOf(AnswerOutcome.Expired.class);
  }

  @Test
  void whatWaitsToBeSentIsWithdrawnUnlessItsMomentIsStillToCome() {
    String waiting = waiting("service");
    String later = message("\"send_at\":\"%s\"".formatted(clock.instant().plusSeconds(9000)));

    run();

    assertThat(state(waiting)).isEqualTo("canceled");
    assertThat(state(later)).isEqualTo("queued");
    assertThat(messages().path("data")).isEmpty();
  }

  @Test
  void messagesAreKeptWhereThatIsWanted() {
    String waiting = waiting("service");

    run(true, false);

    assertThat(state(waiting)).isEqualTo("queued");
  }

  @Test
  void sessionsAndRememberedBrowsersEndOnlyWhereThatIsWanted() {
    policy(terms(new Frequency.PerBrowser(30)));
    App app = app(anna);
    Answer passed =
        answer(
            begun("\"user_agent\":\"Firefox\"").path("id").asString(),
            app.id(),
            code(app),
            "\"remember_browser\":true");
    String session = passed.json().at("/result/session_id").asString();

    run();
    assertThat(touched(session)).isEqualTo("active");
    assertThat(browsers()).isEqualTo(1);

    run(false, true);
    assertThat(touched(session)).isEqualTo("ended");
    assertThat(browsers()).isZero();
  }

  @Test
  void itCountsWhatItEndsAndFindsNothingTheSecondTime() {
    run();
    started();
    pending();

    assertThat(run()).containsEntry("codes", 1).containsEntry("logins", 1);
    List<String> once = restored();
    assertThat(once).anyMatch(line -> line.contains("\"codes\":\"1\",\"logins\":\"1\""));

    assertThat(run().values()).containsOnly(0);
    assertThat(restored()).hasSize(once.size() + 1).contains("{}");
  }

  @Test
  void theCommandRefusesWhileAServerIsConnected() {
    String id = started();

    assertThatThrownBy(this::command)
        .isInstanceOfSatisfying(
            StartRefused.class,
            refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA_DIRECTORY_IN_USE))
        .hasMessageContaining("(tweestap from 127.0.0.1)");
    assertThat(outcome(check(id, code(1)))).isEqualTo("approved");
  }

  @Test
  void anUnknownOptionIsExplained(CapturedOutput output) {
    assertThat(command("--all")).isEqualTo(2);
    assertThat(output.getErr()).contains("--keep-messages");
  }

  /// A message whose next try is an hour away.
  private String waiting(String priority) {
    String id =
        message(
            "\"priority\":\"%s\",\"send_at\":\"%s\""
                .formatted(priority, clock.instant().plusSeconds(3600)));
    jdbc.sql("UPDATE message SET send_at = NULL WHERE tenant_id = ? AND id = ?")
        .param(tenant.tenant().id().value())
        .param(UUID.fromString(id))
        .update();
    return id;
  }

  private String message(String more) {
    return post(
            tenant, "/v1/messages", "{\"to\":\"%s\",\"text\":\"Hi\",%s}".formatted(number, more))
        .json()
        .at("/messages/0/id")
        .asString();
  }

  private String state(String message) {
    return get(tenant, "/v1/messages/" + message).json().path("state").asString("");
  }

  private String touched(String session) {
    return post(tenant, "/v1/sessions/" + session + "/touch", "{}").json().path("state").asString();
  }

  private int browsers() {
    return get(tenant, "/v1/users/anna/browsers").json().path("data").size();
  }

  /// The details of all records in the installation's chain.
  private List<String> restored() {
    return jdbc.sql(
            """
            SELECT details
            FROM audit_event
            WHERE tenant_id = ?
              AND action = 'database.restored'
            """)
        .param(AuditTrail.INSTALLATION.value())
        .query((row, _) -> row.getString("details"))
        .list();
  }
}
