package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.webauthn.KeyAlgorithm;
import io.tweestap.testkit.webauthn.Misbehavior;
import io.tweestap.testkit.webauthn.SoftwareKey;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// Base of the tests of security keys: the tenant has a site of its own, and its users have keys in
/// software.
abstract class KeyTest extends LoginTest {
  /// A site belongs to one tenant, so each test has its own.
  final String site = "t" + UUID.randomUUID().toString().substring(0, 13) + ".example";

  static final String FACTORS = "/v1/users/anna/factors";

  /// A key and the factor that it is.
  record Registered(SoftwareKey key, String factor) {}

  @BeforeEach
  void aSite() {
    settings("\"rp_id\":\"%s\"".formatted(site));
  }

  String origin() {
    return "https://" + site;
  }

  void settings(String fields) {
    Answer changed = patch(tenant, "/v1/settings", "{\"webauthn\":{" + fields + "}}");
    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
  }

  SoftwareKey key() {
    return SoftwareKey.of(KeyAlgorithm.ES256, random);
  }

  /// A pending key: its factor, its challenge, and what the browser is asked.
  JsonNode begunKey(String name) {
    Answer begun = post(tenant, FACTORS, "{\"kind\":\"webauthn\",\"name\":\"%s\"}".formatted(name));
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return begun.json();
  }

  static String options(JsonNode begun) {
    JsonNode options = begun.at("/challenge/public_key");
    return options.isMissingNode() ? begun.path("public_key").toString() : options.toString();
  }

  static String factorOf(JsonNode begun) {
    return begun.at("/factor/id").asString();
  }

  Answer confirm(JsonNode begun, String response) {
    return post(
        tenant, FACTORS + "/" + factorOf(begun) + "/confirm", "{\"response\":" + response + "}");
  }

  Answer confirm(SoftwareKey key, JsonNode begun, Misbehavior... wrong) {
    return confirm(begun, key.create(options(begun), origin(), wrong));
  }

  Registered registered(SoftwareKey key, String name) {
    JsonNode begun = begunKey(name);
    Answer confirmed = confirm(key, begun);
    assertThat(confirmed.status()).as(confirmed.text()).isEqualTo(200);
    return new Registered(key, factorOf(begun));
  }

  Registered registered() {
    return registered(key(), "blue key");
  }

  /// What a login's security keys are asked.
  JsonNode asked(String login, String factor) {
    Answer answer =
        post(tenant, "/v1/logins/" + login + "/challenges", "{\"factor_id\":\"" + factor + "\"}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json();
  }

  Answer answered(String login, String factor, String response) {
    return answered(login, factor, response, "");
  }

  Answer answered(String login, String factor, String response, String fields) {
    return post(
        tenant,
        "/v1/logins/" + login + "/answers",
        "{\"factor_id\":\"%s\",\"response\":%s%s}"
            .formatted(factor, response, fields.isEmpty() ? "" : "," + fields));
  }

  /// Answers a new login with a key.
  Answer login(Registered with, Misbehavior... wrong) {
    String login = pending();
    JsonNode asked = asked(login, with.factor());
    return answered(login, with.factor(), with.key().get(options(asked), origin(), wrong));
  }
}
