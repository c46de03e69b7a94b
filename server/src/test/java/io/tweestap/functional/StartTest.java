package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest extends VerificationTest {
  @Test
  void aStartIsAnsweredWithoutTheCodeAndWithoutTheWholeNumber() {
    Answer answer = start("\"metadata\": {\"order\": \"17\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("state").asString()).isEqualTo("pending");
    assertThat(answer.json().path("checks_left").asInt()).isEqualTo(5);
    assertThat(answer.json().path("sends_left").asInt()).isEqualTo(4);
    assertThat(answer.json().path("sms_parts").asInt()).isEqualTo(1);
    assertThat(answer.json().path("ttl").asInt()).isEqualTo(300);
    assertThat(answer.json().at("/metadata/order").asString()).isEqualTo("17");
    assertThat(answer.text()).doesNotContain(number).doesNotContain(code(1));
  }

  @Test
  @DisplayName("SMS-1, SMS-3: the code first, for what, how long, a warning, the bound last line")
  void theTextArrivesOnTheHandset() {
    started();

    String text = text(1);
    assertThat(text)
        .matches(
            "(?s)\\d{6} is your login code for Example\\. Valid 5 min\\. Never share it\\.\n\n"
                + "@example\\.org #\\d{6}");
    assertThat(text).endsWith("#" + code(1));
  }

  @ParameterizedTest
  @CsvSource({"4", "6", "8", "10"})
  @DisplayName("OOB-1: codes have the asked number of digits, 4 to 10, six by default")
  void codesHaveTheAskedLength(int length) {
    start("\"code_length\": " + length);

    assertThat(code(1)).hasSize(length);
  }

  @ParameterizedTest
  @CsvSource({
    "nl, uw inlogcode voor Example",
    "de, Ihr Anmeldecode für Example",
    "en, your login code for Example",
    "fr, your login code for Example"
  })
  void theTextIsInTheAskedLanguage(String locale, String words) {
    start("\"locale\": \"" + locale + "\"");

    assertThat(text(1)).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "login       | sms   | 300",
        "login       | voice | 300",
        "binding     | sms   | 300",
        "contact     | sms   | 600",
        "contact     | email | 600",
        "registration| email | 600",
        "recovery    | sms   | 600",
        "recovery    | email | 3600"
      })
  @DisplayName("VAL-3: what nobody sets falls to the safe default")
  void theDefaultLifeFitsThePurpose(String purpose, String channel, int seconds) {
    assertThat(startAs(purpose, channel, "").json().path("ttl").asInt()).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "login        | sms   | 600    | 601",
        "transaction  | voice | 600    | 601",
        "binding      | sms   | 600    | 601",
        "contact      | sms   | 172800 | 172801",
        "registration | email | 172800 | 172801",
        "recovery     | sms   | 600    | 601",
        "recovery     | email | 86400  | 86401"
      })
  @DisplayName("OOB-2, VAL-1, VAL-4, REC-2: no code lives longer than its purpose allows")
  void theCapHoldsAndNamesItsSource(String purpose, String channel, int fits, int tooLong) {
    assertThat(startAs(purpose, channel, "\"ttl\": " + fits).status()).isEqualTo(201);

    Answer refused = startAs(purpose, channel, "\"ttl\": " + tooLong);
    assertThat(refused.code()).isEqualTo("ttl_over_cap");
    assertThat(refused.json().path("max_ttl").asInt()).isEqualTo(fits);
    if (!purpose.matches("contact|registration")) {
      assertThat(refused.json().path("detail").asString()).contains("NIST SP 800-63B-4");
    }
  }

  @Test
  @DisplayName("VAL-1: with long-lived codes switched on, every purpose may go up to 48 hours")
  void longLivedCodesRaiseTheCap() {
    patch(tenant, "/v1/settings", "{\"long_lived_codes\": true}");

    assertThat(start("\"ttl\": 172800").status()).isEqualTo(201);
    assertThat(start("\"ttl\": 172801").code()).isEqualTo("ttl_over_cap");
  }

  @ParameterizedTest
  @CsvSource({"login", "transaction", "binding"})
  @DisplayName("OOB-7: mail never carries a code that counts as a factor")
  void mailIsRefusedForFactors(String purpose) {
    Answer refused = startAs(purpose, "email", "");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("channel_not_allowed");
    assertThat(refused.json().path("detail").asString()).contains("NIST SP 800-63B-4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello          | invalid_number          | it is not a phone number",
        "12             | invalid_number          | too short",
        "+3161234567890123 | invalid_number       | too long",
        "+9991234567    | invalid_number          | country code",
        "+31612345     | invalid_number          | no operator has such a number",
        "+319001234     | number_type_not_allowed | premium rate",
        "+441234567890  | country_not_allowed     | GB",
        "+12025550123   | country_not_allowed     | US"
      })
  void aNumberThatCannotBeUsedSaysWhy(String to, String code, String words) {
    number = to;

    Answer refused = start("");

    assertThat(refused.code()).as(refused.text()).isEqualTo(code);
    assertThat(refused.text()).contains(words);
  }

  @Test
  void aNationalNumberIsReadInTheTenantsOwnCountry() {
    String international = number;
    number = "0" + number.substring(3, 4) + " " + number.substring(4);
    assertThat(start("").status()).isEqualTo(201);

    number = international;
    assertThat(code(1)).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}                                                              | missing_field   | to",
        "{\"to\":\"+31612345678\",\"channel\":\"sms\"} | missing_field | purpose",
        "{\"to\":\"+31612345678\",\"purpose\":\"login\"} | missing_field | channel",
        "{\"to\":\"+31612345678\",\"channel\":\"fax\",\"purpose\":\"login\"}"
            + " | unknown_channel | channel",
        "{\"to\":\"+31612345678\",\"channel\":\"sms\",\"purpose\":\"x\"} | invalid_field | purpose",
        "{\"to\":\"a@b\",\"channel\":\"email\",\"purpose\":\"contact\"}  | invalid_address | to"
      })
  void badInputNamesTheField(String body, String code, String field) {
    Answer refused = post(tenant, "/v1/verifications", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.json().path("field").asString()).isEqualTo(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"code_length\": 3             | code_length",
        "\"code_length\": 11            | code_length",
        "\"ttl\": 29                    | ttl",
        "\"ttl\": -1                    | ttl",
        "\"sender\": \"Twelve chars\"   | sender",
        "\"sender\": \"A\\nB\"          | sender",
        "\"locale\": \"\"               | locale",
        "\"source_ip\": \"nohost\"      | source_ip",
        "\"details\": {\"amount\":\"1\",\"currency\":\"EUR\",\"payee\":\"A\"} | details",
        "\"metadata\": {\"a\": null}    | metadata",
        "\"metadata\": {\"a\": \"\\u0000\"} | metadata.a"
      })
  void aFieldOutOfRangeIsNamed(String field, String name) {
    Answer refused = start(field);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(refused.json().path("field").asString()).isEqualTo(name);
  }

  @Test
  void aTestNumberHasItsFixedCodeAndGetsNothing() {
    put(tenant, "/v1/settings/test_numbers/%2B31600000001", "{\"code\": \"424242\"}");
    number = "+31600000001";

    Answer answer = start("");

    assertThat(answer.json().path("test").asBoolean()).isTrue();
    assertThat(answer.json().path("sms_parts").asInt()).isZero();
    assertThat(check(id(answer), "424242").status()).isEqualTo(200);
    assertThat(messages().path("data").size()).isZero();
    assertThat(get(tenant, "/v1/messages").json().path("data").size()).isZero();
  }

  private Answer startAs(String purpose, String channel, String more) {
    String to = channel.equals("email") ? "anna@example.org" : freshNumber();
    String details =
        purpose.equals("transaction")
            ? ", \"details\": {\"amount\": \"1\", \"currency\": \"EUR\", \"payee\": \"A\"}"
            : "";
    String rest = more.isEmpty() ? "" : ", " + more;
    return post(
        tenant,
        "/v1/verifications",
        """
        {"to": "%s", "channel": "%s", "purpose": "%s"%s%s}
        """
            .formatted(to, channel, purpose, details, rest));
  }
}
