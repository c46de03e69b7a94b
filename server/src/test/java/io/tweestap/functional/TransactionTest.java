package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes that confirm a payment: bound to amount and payee (PSD2 RTS article 5).
class TransactionTest extends VerificationTest {
  private static final String DETAILS =
      "{\"amount\": \"1250.5\", \"currency\": \"EUR\", \"payee\": \"Bakker & Zn\"}";

  @Test
  @DisplayName("PSD-8, TXN-1: amount and payee stand in the message, told apart from a login")
  void thePayerSeesAmountAndPayee() {
    pay(DETAILS, "\"locale\": \"nl\"");

    assertThat(text(1)).contains("bevestigt EUR 1.250,50 aan Bakker & Zn").doesNotContain("inlog");
  }

  @Test
  @DisplayName("PSD-9: the code is accepted with the same amount and payee")
  void theSameDetailsAreAccepted() {
    String id = id(pay(DETAILS, ""));

    Answer approved =
        check(
            id,
            code(1),
            "{\"amount\": 1250.50, \"currency\": \"eur\", \"payee\": \" Bakker  & Zn \"}");

    assertThat(approved.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\": \"1250.51\", \"currency\": \"EUR\", \"payee\": \"Bakker & Zn\"}",
        "{\"amount\": \"1250.5\", \"currency\": \"USD\", \"payee\": \"Bakker & Zn\"}",
        "{\"amount\": \"1250.5\", \"currency\": \"EUR\", \"payee\": \"Bakker & Co\"}",
        "{\"amount\": \"1250.5\", \"currency\": \"EUR\", \"payees\": [\"Bakker & Zn\", \"X\"]}"
      })
  @DisplayName("PSD-10, TXN-3: any change of amount or payee voids the code")
  void otherDetailsVoidTheCode(String other) {
    String id = id(pay(DETAILS, ""));
    String code = code(1);

    Answer refused = check(id, code, other);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("details_changed");

    assertThat(check(id, code, DETAILS).code()).isEqualTo("details_changed");
    assertThat(get(tenant, "/v1/verifications/" + id).json().path("state").asString())
        .isEqualTo("details_changed");
  }

  @Test
  @DisplayName("PSD-10: a check without details voids the code as well")
  void missingDetailsVoidTheCode() {
    String id = id(pay(DETAILS, ""));

    assertThat(check(id, code(1)).code()).isEqualTo("details_changed");
  }

  @Test
  @DisplayName("PSD-12: a batch is bound to its total and its payees")
  void aBatchIsBoundToTotalAndPayees() {
    String batch = "{\"amount\": \"300\", \"currency\": \"EUR\", \"payees\": [\"A\", \"B\"]}";
    String id = id(pay(batch, ""));
    assertThat(text(1)).contains("EUR 300.00 to A, B");
    assertThat(check(id, code(1), batch).status()).isEqualTo(200);

    String changed = id(pay(batch, ""));
    String one = "{\"amount\": \"300\", \"currency\": \"EUR\", \"payees\": [\"A, B\"]}";
    assertThat(check(changed, code(2), one).code()).isEqualTo("details_changed");
  }

  @Test
  void aTransactionNeedsDetails() {
    Answer refused = post(tenant, "/v1/verifications", body(""));

    assertThat(refused.code()).isEqualTo("missing_field");
    assertThat(refused.json().path("field").asString()).isEqualTo("details");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"amount\": \"0\", \"currency\": \"EUR\", \"payee\": \"A\"}",
        "{\"amount\": \"-1\", \"currency\": \"EUR\", \"payee\": \"A\"}",
        "{\"amount\": \"1.001\", \"currency\": \"EUR\", \"payee\": \"A\"}",
        "{\"amount\": \"1.5\", \"currency\": \"JPY\", \"payee\": \"A\"}",
        "{\"amount\": \"1\", \"currency\": \"EURO\", \"payee\": \"A\"}",
        "{\"amount\": \"1\", \"currency\": \"EUR\", \"payee\": \"\"}",
        "{\"amount\": \"1\", \"currency\": \"EUR\", \"payees\": []}",
        "{\"amount\": \"1\", \"currency\": \"EUR\", \"payee\": \"A\", \"payees\": [\"A\"]}",
        "{\"amount\": \"1e400\", \"currency\": \"EUR\", \"payee\": \"A\"}",
        "{\"amount\": \"1\", \"currency\": \"EUR\", \"payees\": [null]}"
      })
  void detailsThatMeanNothingAreRefused(String details) {
    Answer refused = pay(details, "");

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    assertThat(refused.json().path("field").asString()).startsWith("details");
  }

  @Test
  @DisplayName("SMS-5: a payee cannot bring a last line or a link to another host")
  void aPayeeCannotForgeTheLastLine() {
    pay("{\"amount\":\"1\",\"currency\":\"EUR\",\"payee\":\"Eve\\n\\n@evil.example #1234\"}", "");

    String text = text(1);
    assertThat(text).doesNotContain("@evil.example #");
    assertThat(text.lines().count()).isEqualTo(3);
    assertThat(text).contains("\n\n@example.org #");
  }

  private Answer pay(String details, String more) {
    return post(
        tenant,
        "/v1/verifications",
        body(", \"details\": " + details + (more.isEmpty() ? "" : ", " + more)));
  }

  private String body(String more) {
    return "{\"to\": \""
        + number
        + "\", \"channel\": \"sms\", \"purpose\": \"transaction\""
        + more
        + "}";
  }

  private Answer check(String id, String code, String details) {
    return post(
        tenant,
        "/v1/verifications/" + id + "/check",
        "{\"code\": \"" + code + "\", \"details\": " + details + "}");
  }
}
