package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.testkit.webauthn.Misbehavior;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayName("A tenant's site: where its security keys may be used")
class KeySiteTest extends KeyTest {
  @Test
  @DisplayName("WA-24: related origins are served to browsers under the host of the site")
  void relatedOriginsAreServed() {
    String other = "https://other-" + site;
    settings("\"related_origins\":[\"%s\",\"https://also-%s\"]".formatted(other, site));

    Answer served = wellKnown(site);

    assertThat(served.status()).as(served.text()).isEqualTo(200);
    assertThat(served.header("Content-Type")).isEqualTo("application/json");
    assertThat(served.text())
        .isEqualTo("{\"origins\":[\"https://also-%s\",\"%s\"]}".formatted(site, other));
    assertThat(wellKnown("other-" + site).status()).isEqualTo(404);
    assertThat(wellKnown("localhost").status()).isEqualTo(404);
  }

  /// The client of the JDK sets the Host header itself, so this one is written by hand.
  private Answer wellKnown(String host) {
    try (var socket = new java.net.Socket("127.0.0.1", address("/").getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /.well-known/webauthn HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host)
                  .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
      String all =
          new String(
              socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
      int status = Integer.parseInt(all.substring(9, 12));
      String type =
          all.lines()
              .filter(line -> line.startsWith("Content-Type: "))
              .map(line -> line.substring(14))
              .findFirst()
              .orElse("");
      String rest = all.substring(all.indexOf("\r\n\r\n") + 4);
      String body =
          rest.contains("{") ? rest.substring(rest.indexOf('{'), rest.lastIndexOf('}') + 1) : "";
      return new Answer(
          status,
          java.net.http.HttpHeaders.of(
              java.util.Map.of("Content-Type", List.of(type)), (_, _) -> true),
          body,
          Json.read(body));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  @DisplayName("WA-5, WA-24: a related origin may use the keys, once it is listed")
  void aRelatedOriginMayUseTheKeys() {
    Registered with = registered();
    String other = "https://other-" + site;
    assertThat(outcome(from(with, other))).isEqualTo("wrong_code");

    settings("\"related_origins\":[\"%s\"]".formatted(other));

    assertThat(outcome(from(with, other))).isEqualTo("passed");
    assertThat(outcome(from(with, "https://sub.other-" + site))).isEqualTo("wrong_code");
  }

  @Test
  @DisplayName("WA-5: origins within the site are exact, and so are apps")
  void originsAreExact() {
    String app = "android:apk-key-hash:" + "A".repeat(43);
    settings("\"origins\":[\"https://login.%s\",\"%s\"]".formatted(site, app));
    JsonNode begun = begunKey("blue");
    var key = key();
    assertThat(confirm(begun, key.create(options(begun), origin())).code()).isEqualTo("wrong_code");
    assertThat(confirm(begun, key.create(options(begun), "https://login." + site)).status())
        .isEqualTo(200);
    Registered with = new Registered(key, factorOf(begun));

    assertThat(outcome(from(with, app))).isEqualTo("passed");
    assertThat(outcome(from(with, app.replace("AA", "BB")))).isEqualTo("wrong_code");
  }

  private Answer from(Registered with, String origin) {
    String login = pending();
    JsonNode asked = asked(login, with.factor());
    return answered(login, with.factor(), with.key().get(options(asked), origin));
  }

  @ParameterizedTest
  @CsvSource({
    "rp_id, '\"https://example.org\"'",
    "rp_id, '\"org\"'",
    "rp_id, '\"127.0.0.1\"'",
    "origins, '[\"https://evil.example\"]'",
    "origins, '[\"https://notSITE\"]'",
    "origins, '[\"http://SITE\"]'",
    "origins, '[\"https://SITE/\"]'",
    "origins, '[\"https://SITE:443\"]'",
    "origins, '[\"https://a@SITE\"]'",
    "origins, '[\"null\"]'",
    "related_origins, '[\"http://other.example\"]'",
    "related_origins, '[\"*\"]'",
    "embedding_origins, '[\"other.example\"]'",
    "user_verification, '\"always\"'",
    "attestation, '\"enterprise\"'",
    "counter_back, '\"ignore\"'",
    "allowed_aaguids, '[\"x\"]'",
    "nonsense, 1"
  })
  @DisplayName("WA-5: an origin outside of the site is no setting, nor is anything else of no use")
  void whatIsNoSettingIsRefused(String field, String value) {
    Answer refused =
        patch(
            tenant,
            "/v1/settings",
            "{\"webauthn\":{\"%s\":%s}}".formatted(field, value.replace("SITE", site)));

    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
  }

  @Test
  @DisplayName("WA-24: a site belongs to one tenant")
  void aSiteBelongsToOneTenant() {
    Answer taken =
        patch(newTenant(), "/v1/settings", "{\"webauthn\":{\"rp_id\":\"%s\"}}".formatted(site));

    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.code()).isEqualTo("name_taken");
  }

  @Test
  @DisplayName("WA-7: a key that was made for another site is not asked")
  void aKeyOfAnotherSiteIsNotAsked() {
    Registered with = registered();
    settings("\"rp_id\":\"new-%s\"".formatted(site));
    String login = pending();

    Answer asked =
        post(
            tenant,
            "/v1/logins/" + login + "/challenges",
            "{\"factor_id\":\"" + with.factor() + "\"}");

    assertThat(asked.json().path("reason").asString()).isEqualTo("registered_elsewhere");
  }

  @Test
  @DisplayName("WA-20: an answer that is refused changes nothing of what is kept")
  void aRefusedAnswerChangesNothing() {
    Registered with = registered();
    String before = record();

    login(with, Misbehavior.WRONG_SIGNATURE);
    assertThat(record()).isEqualTo(before);
    login(with);

    assertThat(record()).isNotEqualTo(before);
  }

  @Test
  @DisplayName("WA-20: a key that was registered without PIN stays so, whatever it says later")
  void uvInitializedDoesNotRise() {
    JsonNode begun = begunKey("blue");
    var key = key();
    assertThat(confirm(key, begun, Misbehavior.NO_USER_VERIFICATION).status()).isEqualTo(200);
    login(new Registered(key, factorOf(begun)));

    assertThat(record()).contains("uv_initialized=false");
  }

  private String record() {
    return jdbc.sql(
            "SELECT sign_count, uv_initialized, backup_state FROM webauthn_credential"
                + " WHERE tenant_id = :tenant")
        .param("tenant", tenant.tenant().id().value())
        .query()
        .singleRow()
        .toString();
  }

  @Test
  @DisplayName("BND-3, BND-4: a key is set up on the way through a login")
  void aKeyIsSetUpInALogin() {
    policy(required(io.tweestap.policy.FirstFactorProof.NONE));
    JsonNode login = begun("");
    assertThat(login.path("next").asString()).isEqualTo("enrollment");
    String id = login.path("id").asString();
    Answer begun = beginFactor(id, "{\"kind\":\"webauthn\",\"name\":\"Blue\"}");
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    String path = "/v1/logins/" + id + "/enrollment/confirm";
    var key = key();
    String wrong = key.create(options(begun.json()), "https://evil.example");
    String right = key.create(options(begun.json()), origin());

    assertThat(post(tenant, path, "{\"response\":" + wrong + "}").code()).isEqualTo("wrong_code");
    Answer passed = post(tenant, path, "{\"response\":" + right + "}");

    assertThat(outcome(passed)).as(passed.text()).isEqualTo("passed");
    assertThat(passed.json().at("/result/acr").asString()).isEqualTo("urn:tweestap:acr:3");
  }
}
