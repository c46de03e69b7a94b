package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.operations.VoidOpen.Asked;
import io.tweestap.operations.restore.VoidAll;
import io.tweestap.tenant.Scope;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/// Shares the server of [AfterRestoreTest].
@TestPropertySource(properties = "spring.application.name=after-restore")
@DisplayName("What was under way around logins in a restored database is over")
class AfterRestoreAroundTest extends PromptTest {
  private static final String SECOND_PERSON = "{\"disconnect_needs_approval\":true}";

  @Autowired private VoidAll open;

  private void restored() {
    open.run(new Asked(clock.instant(), false, false), (_, _) -> {});
  }

  private WebVisitor passed(JsonNode login, App app) {
    WebVisitor back = opened(login).send("/answer", "code", code(app));
    assertThat(back.outside).as(back.page.text()).startsWith(BACK);
    return back;
  }

  @Test
  void aResultThatNobodyTookIsNotGivenOutAndOneThatWasTakenStays() {
    App app = app(anna);
    JsonNode taken = prompted();
    WebVisitor first = passed(taken, app);
    JsonNode result = claim(first).json().path("result");
    assertThat(result.path("session_id").asString("")).isNotEmpty();
    advance(Duration.ofSeconds(60));
    JsonNode left = prompted();
    WebVisitor second = passed(left, app);

    restored();

    assertThat(claim(second).code()).isEqualTo("login_over");
    assertThat(read(idOf(left)).json().has("result")).isFalse();
    assertThat(claim(first).code()).isEqualTo("already_claimed");
    assertThat(read(idOf(taken)).json().path("result")).isEqualTo(result);
  }

  @Test
  void pagesOfThePromptCannotBeOpenedAndNewOnesCan() {
    App app = app(anna);
    JsonNode unopened = prompted();
    WebVisitor browser = opened(prompted());
    String page = browser.address;

    restored();

    browser.get(page).sees("This page cannot be opened here");
    opened(unopened).sees("This page cannot be opened here");
    advance(Duration.ofSeconds(60));
    assertThat(claim(passed(prompted(), app)).json().path("state").asString()).isEqualTo("passed");
  }

  @Test
  void aDisconnectThatWaitsIsCanceledAndOneThatWasAgreedToStaysDone() {
    patch(tenant, "/v1/settings", SECOND_PERSON);
    TestTenant asker = staff();
    TestTenant second = staff();
    String done = disconnect(asker, app(user("bert", "bert@example.org")), "bert");
    assertThat(approve(second, done).status()).isEqualTo(200);
    App app = app(anna);
    String waiting = disconnect(asker, app, "anna");

    restored();

    Answer late = approve(second, waiting);
    assertThat(late.code()).isEqualTo("disconnect_over");
    assertThat(late.json().path("state").asString()).isEqualTo("canceled");
    advance(Duration.ofSeconds(60));
    assertThat(outcome(answer(pending(), app.id(), code(app)))).isEqualTo("passed");
    assertThat(get(asker, "/v1/disconnects/" + done).json().path("state").asString())
        .isEqualTo("done");
    assertThat(approve(second, disconnect(asker, app, "anna")).status()).isEqualTo(200);
  }

  /// A member of the staff who may disconnect and nothing else.
  private TestTenant staff() {
    return new TestTenant(tenant.tenant(), newClient(tenant.tenant(), Scope.USERS_DISCONNECT));
  }

  /// A disconnect that waits for a second person.
  private String disconnect(TestTenant as, App app, String user) {
    String body =
        """
        {"reason":"lost on the train","scope":{"factor_id":"%s"},"caller_check":"called back",
        "staff":"m.jansen"}
        """
            .formatted(app.id());
    Answer asked = post(as, "/v1/users/" + user + "/disconnect", body);
    assertThat(asked.status()).as(asked.text()).isEqualTo(202);
    return asked.json().path("id").asString();
  }

  private Answer approve(TestTenant as, String id) {
    return post(as, "/v1/disconnects/" + id + "/approve", "{}");
  }
}
