package io.tweestap.client.http;

import io.tweestap.client.RequestRefused;
import io.tweestap.client.Secret;
import io.tweestap.client.TweestapUnavailable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/// Sends calls in the name of an API client.
public final class Authorized implements AutoCloseable {
  private final URI base;
  private final String basic;
  private final Limits limits;
  private final Surroundings around;
  private final Sender sender;
  private final AccessTokens tokens;

  /// @param base where the server is, without a path or with the one that it is published under
  public Authorized(URI base, String clientId, Secret secret, Limits limits, Surroundings around) {
    this.base = base;
    this.basic = basic(clientId, secret);
    this.limits = limits;
    this.around = around;
    HttpClient client =
        HttpClient.newBuilder()
            // Over plain HTTP each first request would ask to upgrade.
            .version(
                "https".equals(base.getScheme())
                    ? HttpClient.Version.HTTP_2
                    : HttpClient.Version.HTTP_1_1)
            .connectTimeout(limits.connectTimeout())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    this.sender = new Sender(client, limits, around);
    this.tokens = new AccessTokens(this::fetch, around);
  }

  /// A token that the server does not take any more is replaced once: nothing was done with it.
  <T> HttpResponse<T> send(Call call, HttpResponse.BodyHandler<T> body) {
    String key = around.key();
    String token = tokens.token();
    HttpResponse<T> response = send(call, key, token, body);
    if (response.statusCode() != 401) {
      return response;
    }
    drop(response);
    tokens.refused(token);
    return send(call, key, tokens.token(), body);
  }

  private static void drop(HttpResponse<?> response) {
    try {
      Sender.drop(response);
    } catch (IOException e) {
      throw new TweestapUnavailable("the answer broke off", e);
    }
  }

  private <T> HttpResponse<T> send(
      Call call, String key, String token, HttpResponse.BodyHandler<T> body) {
    Duration time = call.patient() ? limits.patience() : limits.timeout();
    String query = call.query().isEmpty() ? "" : "?" + call.query();
    HttpRequest.Builder request = request(call.path() + query).timeout(time);
    request.header("Authorization", "Bearer " + token);
    if (call.operation().keyed()) {
      request.header("Idempotency-Key", key);
    }
    call.headers().forEach(request::header);
    Call.Payload payload = call.payload();
    if (payload == null) {
      request.method(call.operation().method(), BodyPublishers.noBody());
    } else {
      request.header("Content-Type", payload.contentType());
      request.method(call.operation().method(), payload.publisher());
    }
    return sender.send(request.build(), call.operation().repeatable(), time, body);
  }

  private AccessTokens.Fetched fetch() {
    HttpRequest request =
        request(Operation.CREATE_TOKEN.path())
            .timeout(limits.timeout())
            .header("Authorization", basic)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials"))
            .build();
    HttpResponse<byte[]> response =
        sender.send(
            request,
            Operation.CREATE_TOKEN.repeatable(),
            limits.timeout(),
            BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new RequestRefused(Problems.read(response.statusCode(), response.body()));
    }
    return Json.read(response.body(), AccessTokens.Fetched.class);
  }

  private HttpRequest.Builder request(String pathAndQuery) {
    String text = base.toString();
    String root = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    return HttpRequest.newBuilder(URI.create(root + pathAndQuery))
        .header("Accept", "application/json, application/problem+json, application/x-ndjson");
  }

  private static String basic(String clientId, Secret secret) {
    byte[] both = (clientId + ":" + secret.value()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public void close() {
    sender.close();
  }
}
