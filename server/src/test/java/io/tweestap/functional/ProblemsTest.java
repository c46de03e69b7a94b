package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.RequiresScope;
import io.tweestap.tenant.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Every way in which a request can go wrong has its stable code.
@Import(ProblemsTest.Probe.class)
@ExtendWith(OutputCaptureExtension.class)
class ProblemsTest extends ApiTest {
  private static final String BODY = "/v1/probe/body";

  /// Endpoints that go wrong.
  @TestComponent
  @RestController
  static class Probe {
    record Body(String text, int number, @Nullable List<Body> parts) {}

    @PostMapping("/v1/probe/body")
    @RequiresScope(Scope.SETTINGS_READ)
    Body body(@RequestBody Body body) {
      return body;
    }

    @GetMapping("/v1/probe/error")
    @RequiresScope(Scope.SETTINGS_READ)
    Body error() {
      throw new IllegalStateException("the secret detail");
    }

    @GetMapping("/v1/probe/database")
    @RequiresScope(Scope.SETTINGS_READ)
    Body database() {
      throw new DataAccessResourceFailureException("the secret detail");
    }

    @GetMapping("/v1/probe/forgotten")
    Body forgotten() {
      throw new IllegalStateException("reached");
    }

    @GetMapping("/v1/probe/ids/{id}")
    @RequiresScope(Scope.SETTINGS_READ)
    UUID id(
        @PathVariable UUID id,
        @RequestParam int limit,
        @RequestHeader("Idempotency-Key") String key) {
      return id;
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{                                    | malformed_json |               |",
        "{\"text\":\"123456\" oops}           | malformed_json |               |",
        "[1]                                  | malformed_json |               |",
        "\"text\"                             | malformed_json |               |",
        "{\"text\":\"a\",\"text\":\"b\",\"number\":1} | malformed_json |        |",
        "{\"text\":\"a\",\"number\":1} {}     | malformed_json |               |",
        "{\"text\":\"a\",\"number\":1,\"color\":2} | unknown_field | color     |",
        "{\"text\":1,\"number\":1}            | invalid_field  | text          |",
        "{\"text\":\"a\",\"number\":\"1\"}    | invalid_field  | number        |",
        "{\"text\":\"a\",\"number\":1.5}      | invalid_field  | number        |",
        "{\"text\":\"a\",\"number\":99999999999} | invalid_field | number      |",
        "{\"text\":\"a\",\"number\":null}     | invalid_field  | number        |",
        "{\"text\":\"a\",\"number\":1,\"parts\":["
            + "{\"text\":\"\",\"number\":1,\"size\":1}]} | unknown_field | parts[0].size |",
      })
  void unreadableBodyIsNamed(String body, String code, @Nullable String field) {
    Answer answer = post(newTenant(), BODY, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().get("type").asString()).isEqualTo("urn:tweestap:problem:" + code);
    assertThat(answer.json().path("field").asString("")).isEqualTo(field == null ? "" : field);
    assertThat(answer.text()).doesNotContain("123456").doesNotContain("oops");
  }

  @Test
  void malformedJsonSaysWhere() {
    Answer answer = post(newTenant(), BODY, "{\n  \"text\": oops\n}");

    assertThat(answer.json().get("line").asInt()).isEqualTo(2);
    assertThat(answer.json().get("column").asInt()).isBetween(11, 16);
  }

  @Test
  void missingBodyIsMalformed() {
    assertThat(post(newTenant(), BODY, "").code()).isEqualTo("malformed_json");
  }

  @Test
  void deepNestingIsBounded() {
    String deep =
        "{\"text\":\"a\",\"number\":1,\"parts\":" + "[".repeat(200) + "]".repeat(200) + "}";

    assertThat(post(newTenant(), BODY, deep).status()).isEqualTo(400);
    assertThat(post(newTenant(), BODY, "[".repeat(20_000)).code()).isEqualTo("malformed_json");
  }

  @Test
  void otherMediaTypesAreRefused() {
    Answer answer =
        send(
            authorized(newTenant(), BODY)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported_media_type");
    assertThat(answer.header("Accept")).contains("application/json");
  }

  @Test
  void otherMethodsAreRefused() {
    Answer answer = get(newTenant(), BODY);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.code()).isEqualTo("method_not_allowed");
    assertThat(answer.header("Allow")).contains("POST");
  }

  @Test
  void otherFormsOfAnswerAreNotAcceptable() {
    Answer answer =
        send(authorized(newTenant(), "/v1/settings").header("Accept", "image/png").GET());

    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.code()).isEqualTo("not_acceptable");
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({"/v1/nothing", "/v1", "/nothing", "/oauth2/nothing", "/error", "/actuator/env", "/"})
  void unknownPathIsNotFound(String path) {
    Answer answer = get(newTenant(), path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("not_found");
  }

  @Test
  void bodyOverTheLimitIsRefused() {
    TestTenant tenant = newTenant();
    String frame = "{\"number\":1,\"text\":\"%s\"}";
    int room = 64 * 1024 - frame.formatted("").length();

    assertThat(post(tenant, BODY, frame.formatted("x".repeat(room))).status()).isEqualTo(200);
    Answer over = post(tenant, BODY, frame.formatted("x".repeat(room + 1)));
    assertThat(over.status()).isEqualTo(413);
    assertThat(over.code()).isEqualTo("body_too_large");
    assertThat(over.json().get("max_bytes").asInt()).isEqualTo(64 * 1024);
  }

  @Test
  void chunkedBodyOverTheLimitIsRefused() {
    TestTenant tenant = newTenant();
    String frame = "{\"number\":1,\"text\":\"%s\"}";
    int room = 64 * 1024 - frame.formatted("").length();

    assertThat(chunked(tenant, frame.formatted("x".repeat(room))).status()).isEqualTo(200);
    Answer over = chunked(tenant, frame.formatted("x".repeat(room + 1)));
    assertThat(over.status()).isEqualTo(413);
    assertThat(over.code()).isEqualTo("body_too_large");
  }

  @Test
  void wrongIdsParametersAndHeadersAreNamed() {
    TestTenant tenant = newTenant();
    String id = "/v1/probe/ids/019c0000-0000-7000-8000-000000000000";

    assertThat(get(tenant, "/v1/probe/ids/nonsense?limit=1").code()).isEqualTo("not_found");
    assertThat(get(tenant, id + "?limit=x").json().get("field").asString()).isEqualTo("limit");
    Answer parameter = get(tenant, id);
    assertThat(parameter.code()).isEqualTo("missing_field");
    assertThat(parameter.json().get("field").asString()).isEqualTo("limit");
    Answer header = get(tenant, id + "?limit=1");
    assertThat(header.code()).isEqualTo("missing_field");
    assertThat(header.json().get("field").asString()).isEqualTo("Idempotency-Key");
  }

  @Test
  void unexpectedErrorIsLoggedOnceUnderTheReferenceInTheAnswer(CapturedOutput output) {
    Answer answer = get(newTenant(), "/v1/probe/error");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo("internal");
    assertThat(answer.text()).doesNotContain("secret detail").doesNotContain("Exception");
    String reference = answer.json().get("reference").asString();
    assertThat(reference).hasSize(16);
    assertThat(output.getAll()).containsOnlyOnce(reference).containsOnlyOnce("the secret detail");
  }

  @Test
  void databaseAwayMeansTryAgain() {
    Answer answer = get(newTenant(), "/v1/probe/database");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("unavailable");
    assertThat(answer.header("Retry-After")).isEqualTo("5");
    assertThat(answer.json().get("retry_after_seconds").asInt()).isEqualTo(5);
  }

  @Test
  void endpointWithoutScopeIsRefusedToAll() {
    Answer answer = get(newTenant(), "/v1/probe/forgotten");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.code()).isEqualTo("wrong_scope");
  }

  @Test
  void firewallAndServerRefusalsAreProblemsToo() throws IOException {
    assertThat(get(newTenant(), "/v1//settings").code()).isEqualTo("bad_request");
    assertThat(get(newTenant(), "/v1/settings;x=1").code()).isEqualTo("bad_request");
    assertThat(raw("GET /v1/%zz HTTP/1.1\r\nHost: localhost\r\n\r\n"))
        .startsWith("HTTP/1.1 400")
        .contains("application/problem+json", "bad_request")
        .doesNotContain("Tomcat");
    assertThat(raw("NONSENSE\r\n\r\n")).startsWith("HTTP/1.1 400").doesNotContain("Tomcat");
  }

  @Test
  void plainHttpThroughAnUnknownProxyIsRefused() {
    for (String header : new String[] {"X-Forwarded-Proto", "X-Forwarded-Ssl", "Forwarded"}) {
      Answer answer = send(authorized(newTenant(), "/v1/settings").header(header, "https").GET());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.code()).isEqualTo("https_required");
    }
  }

  private Answer chunked(TestTenant tenant, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return send(
        authorized(tenant, BODY)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes))));
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", address("/").getPort())) {
      socket.setSoTimeout(5_000);
      socket
          .getOutputStream()
          .write(
              request
                  .replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
