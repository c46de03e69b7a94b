package io.tweestap.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/// The requests of the API, as bytes ready to be written.
final class Requests {
  /// A number with a fixed code, to which nothing is ever sent.
  static final String TEST_NUMBER = "+31600000001";

  static final String CODE = "135790";

  private static final String TEXT =
      "Your bicycle is ready. We are open until six. Bicycles Jansen";

  private final String authorization;

  private Requests(String authorization) {
    this.authorization = authorization;
  }

  static Requests basic(String id, String secret) {
    String pair = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(UTF_8));
    return new Requests("Basic " + pair);
  }

  static Requests bearer(String token) {
    return new Requests("Bearer " + token);
  }

  byte[] token() {
    return bytes(
        "POST",
        "/oauth2/token",
        "application/x-www-form-urlencoded",
        "grant_type=client_credentials");
  }

  byte[] putTestNumber() {
    return json("PUT", "/v1/settings/test_numbers/" + TEST_NUMBER, "{\"code\":\"" + CODE + "\"}");
  }

  /// @param to an E.164 number
  byte[] start(String to) {
    return json(
        "POST",
        "/v1/verifications",
        "{\"to\":\"" + to + "\",\"channel\":\"sms\",\"purpose\":\"registration\",\"ttl\":86400}");
  }

  /// A message of an application's own.
  ///
  /// @param recipients `"to":"+31..."`, or the list of `recipients`
  byte[] message(String recipients, String priority, Instant sendAt) {
    return json(
        "POST",
        "/v1/messages",
        "{%s,\"text\":\"%s\",\"priority\":\"%s\",\"send_at\":\"%s\"}"
            .formatted(recipients, TEXT, priority, sendAt));
  }

  byte[] check(UUID id, String code) {
    return json("POST", "/v1/verifications/" + id + "/check", "{\"code\":\"" + code + "\"}");
  }

  byte[] get(String path) {
    return json("GET", path, "");
  }

  byte[] json(String method, String path, String body) {
    return bytes(method, path, "application/json", body);
  }

  private byte[] bytes(String method, String path, String type, String body) {
    return """
    %s %s HTTP/1.1\r
    Host: localhost\r
    Authorization: %s\r
    Content-Type: %s\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(method, path, authorization, type, body.getBytes(UTF_8).length, body)
        .getBytes(UTF_8);
  }
}
