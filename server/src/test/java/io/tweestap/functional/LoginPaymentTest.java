package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A payment is confirmed for one amount and one payee")
class LoginPaymentTest extends LoginTest {
  private static final String DETAILS =
      "\"details\":{\"amount\":\"49.95\",\"currency\":\"EUR\",\"payee\":\"Jansen Fietsen\"}";
  private static final String OTHER_PAYEE = DETAILS.replace("Jansen", "Janssen");

  private String payment() {
    return id(begin("anna", "payment", DETAILS));
  }

  @Test
  @DisplayName("PSD-9, TXN-2: an answer that repeats the details confirms them, and logs nobody in")
  void theSameDetailsPass() {
    App app = app(anna);
    String id = payment();

    Answer passed = answer(id, app.id(), code(app), DETAILS.replace("49.95", "49.950"));

    assertThat(outcome(passed)).isEqualTo("passed");
    assertThat(passed.json().path("result").has("session_id")).isFalse();
  }

  @Test
  @DisplayName("TXN-3, PSD-10: another payee voids the login, and the right code after that too")
  void changedDetailsVoidTheLogin() {
    App app = app(anna);
    String id = payment();

    assertThat(answer(id, app.id(), code(app), OTHER_PAYEE).code()).isEqualTo("details_changed");

    Answer after = answer(id, app.id(), code(app), DETAILS);
    assertThat(after.code()).isEqualTo("login_over");
    assertThat(after.json().path("state").asString()).isEqualTo("details_changed");
    assertThat(outcome(answer(payment(), app.id(), code(app), DETAILS))).isEqualTo("passed");
  }

  @Test
  @DisplayName("PSD-12: a batch is confirmed for its total and all its payees")
  void aBatchIsConfirmedAsAWhole() {
    App app = app(anna);
    String batch =
        "\"details\":{\"amount\":\"100\",\"currency\":\"EUR\",\"payees\":[\"Anna\",\"Ben\"]}";
    String id = id(begin("anna", "payment", batch));

    assertThat(answer(id, app.id(), code(app), batch.replace("Ben", "Bob")).code())
        .isEqualTo("details_changed");
    String other = id(begin("anna", "payment", batch));
    assertThat(outcome(answer(other, app.id(), code(app), batch))).isEqualTo("passed");
  }

  @Test
  @DisplayName("TXN-5: details that are left out confirm nothing, and void nothing")
  void missingDetailsAreAskedFor() {
    App app = app(anna);
    String id = payment();

    assertThat(answer(id, app.id(), code(app)).json().path("field").asString())
        .isEqualTo("details");
    assertThat(outcome(answer(id, app.id(), code(app), DETAILS))).isEqualTo("passed");
  }

  @Test
  @DisplayName("TXN-1: a payment needs details, and a login takes none")
  void detailsGoWithAPayment() {
    assertThat(begin("anna", "payment", "").code()).isEqualTo("missing_field");
    assertThat(begin("anna", "login", DETAILS).code()).isEqualTo("invalid_field");
  }
}
