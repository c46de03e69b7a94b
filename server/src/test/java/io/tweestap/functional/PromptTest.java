package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/// Base of the tests of the hosted prompt: an application at `https://shop.example`, and browsers.
abstract class PromptTest extends LoginFactorsTest {
  static final String BACK = "https://shop.example/login/back";

  @BeforeEach
  void theShopIsAllowed() {
    patch(tenant, "/v1/settings/pages", "{\"return_urls\":[\"" + BACK + "\"]}");
  }

  WebVisitor visitor() {
    URI home = address("/");
    return new WebVisitor(URI.create("http://127.0.0.1:" + home.getPort()));
  }

  /// A login that is to be done in the prompt.
  JsonNode prompted(String purpose, String fields) {
    Answer begun =
        begin(
            "anna",
            purpose,
            "\"return_url\":\""
                + BACK
                + "\",\"state\":\"s p&c=/ü\""
                + (fields.isEmpty() ? "" : "," + fields));
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    return begun.json();
  }

  JsonNode prompted() {
    return prompted("login", "");
  }

  static String idOf(JsonNode login) {
    return login.path("id").asString();
  }

  static String urlOf(JsonNode login) {
    return login.path("prompt_url").asString();
  }

  /// A browser in which the prompt is open.
  WebVisitor opened(JsonNode login) {
    return visitor().get(urlOf(login));
  }

  Answer claim(String login, String code) {
    return post(tenant, "/v1/logins/" + login + "/claim", "{\"return_code\":\"" + code + "\"}");
  }

  /// The application takes the result of the login that this browser came back from.
  Answer claim(WebVisitor back) {
    return claim(back.brought("login_id"), back.brought("return_code"));
  }

  Answer read(String login) {
    return get(tenant, "/v1/logins/" + login);
  }
}
