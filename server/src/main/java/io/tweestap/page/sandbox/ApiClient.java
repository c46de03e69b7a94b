package io.tweestap.page.sandbox;

import io.tweestap.tenant.AccessTokens;
import io.tweestap.tenant.SandboxTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Calls the REST API of this server over HTTP, as any application would. Only its token comes from
/// inside: nobody has to paste a secret into the try-it page.
@Component
@WhenTryIt
class ApiClient {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration TOKEN_USED = AccessTokens.LIFETIME.dividedBy(2);

  private final AccessTokens tokens;
  private final Environment environment;
  private final JsonMapper json;
  private final Clock clock;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();
  private volatile @Nullable Held held;

  ApiClient(AccessTokens tokens, Environment environment, JsonMapper json, Clock clock) {
    this.tokens = tokens;
    this.environment = environment;
    this.json = json;
    this.clock = clock;
  }

  private record Held(String token, Instant until) {}

  ApiAnswer get(String path) {
    return send(request(path).GET());
  }

  /// @param body null for none
  ApiAnswer post(String path, @Nullable Object body) {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    return send(
        request.POST(
            body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
  }

  ApiAnswer delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path))
        .timeout(ANSWER)
        .header("Accept", "application/json")
        .header("Authorization", "Bearer " + token());
  }

  /// The port is known only once the server answers.
  private URI address(String path) {
    String host = environment.getProperty("server.address", "127.0.0.1");
    return URI.create(
        "http://" + host + ":" + environment.getRequiredProperty("local.server.port") + path);
  }

  private String token() {
    Held now = held;
    if (now == null || !clock.instant().isBefore(now.until())) {
      now = new Held(tokens.issue(SandboxTenant.tryItPage()), clock.instant().plus(TOKEN_USED));
      held = now;
    }
    return now.token();
  }

  private ApiAnswer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode body = read(answer.body());
      return answer.statusCode() < 400 ? new ApiAnswer.Done(body) : refused(body);
    } catch (IOException _) {
      return new ApiAnswer.Silent();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new ApiAnswer.Silent();
    }
  }

  private JsonNode read(String body) {
    return body.isEmpty() ? MissingNode.getInstance() : json.readTree(body);
  }

  private static ApiAnswer.Refused refused(JsonNode problem) {
    return new ApiAnswer.Refused(
        problem.path("code").asString("internal"),
        problem.path("detail").asString(""),
        problem.path("checks_left").asInt(-1),
        problem.path("retry_after_seconds").asInt(-1));
  }
}
