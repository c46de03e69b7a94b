package io.tweestap.functional;

import io.tweestap.Tweestap;
import io.tweestap.tenant.AccessTokens;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.Clients;
import io.tweestap.tenant.NewClient;
import io.tweestap.tenant.Scope;
import io.tweestap.tenant.Tenant;
import io.tweestap.tenant.TenantSettings;
import io.tweestap.tenant.Tenants;
import io.tweestap.tenant.WebAuthnSettings;
import io.tweestap.testkit.ManualClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Base of the functional tests: one running server with one database for all of them, a clock that
/// a test moves forward, and a tenant of its own for each test.
///
/// A subclass that adds beans or properties gets a second server, which costs seconds.
@SpringBootTest(
    classes = Tweestap.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestClock.class)
public abstract class ApiTest {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  @Autowired protected ManualClock clock;
  @Autowired protected Tenants tenants;
  @Autowired protected Clients clients;
  @Autowired private AccessTokens tokens;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry settings) {
    TestServer.settings(settings);
  }

  /// A tenant made for one test, with one client.
  protected record TestTenant(Tenant tenant, NewClient client) {
    public Caller caller() {
      return new Caller(tenant.id(), client.clientId(), client.scopes());
    }
  }

  /// What came back. `json` is the missing node when the body is not JSON.
  protected record Answer(int status, HttpHeaders headers, String text, JsonNode json) {
    /// The problem's code, empty when the answer is none.
    public String code() {
      return json.path("code").asString("");
    }

    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /// A new Dutch tenant whose client has these scopes, or all when none is named.
  protected TestTenant newTenant(Scope... scopes) {
    Tenant tenant = tenants.create("Test", settings());
    return new TestTenant(tenant, newClient(tenant, scopes));
  }

  /// Another client of a tenant, with these scopes, or all when none is named.
  protected NewClient newClient(Tenant tenant, Scope... scopes) {
    Set<Scope> granted =
        scopes.length == 0 ? EnumSet.allOf(Scope.class) : EnumSet.copyOf(Set.of(scopes));
    return clients.create(tenant.id(), "test", granted);
  }

  private static TenantSettings settings() {
    return new TenantSettings(
        "NL",
        Set.of("NL", "DE"),
        "Example",
        "example.org",
        Locale.ENGLISH,
        ZoneId.of("Europe/Amsterdam"),
        "",
        false,
        false,
        WebAuthnSettings.USUAL,
        Map.of(),
        Map.of());
  }

  protected Answer get(TestTenant as, String path) {
    return send(authorized(as, path).GET());
  }

  protected Answer delete(TestTenant as, String path) {
    return send(authorized(as, path).DELETE());
  }

  protected Answer post(TestTenant as, String path, String json) {
    return send(withJson(authorized(as, path), "POST", json));
  }

  protected Answer put(TestTenant as, String path, String json) {
    return send(withJson(authorized(as, path), "PUT", json));
  }

  protected Answer patch(TestTenant as, String path, String json) {
    return send(withJson(authorized(as, path), "PATCH", json));
  }

  /// A request with a fresh bearer token of this tenant's client.
  protected HttpRequest.Builder authorized(TestTenant as, String path) {
    return request(path).header("Authorization", "Bearer " + tokens.issue(as.caller()));
  }

  /// A request without credentials.
  protected HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path)).timeout(Duration.ofSeconds(30));
  }

  protected static HttpRequest.Builder withJson(
      HttpRequest.Builder request, String method, String json) {
    return request
        .header("Content-Type", "application/json")
        .method(method, HttpRequest.BodyPublishers.ofString(json));
  }

  protected URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  protected static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.headers(), response.body(), Json.of(response));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Reads answers.
  static final class Json {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Json() {}

    /// The body; of several JSON objects in lines the first.
    static JsonNode of(HttpResponse<String> response) {
      boolean lines =
          response
              .headers()
              .firstValue("Content-Type")
              .filter(type -> type.startsWith("application/x-ndjson"))
              .isPresent();
      return read(lines ? response.body().lines().findFirst().orElse("") : response.body());
    }

    static JsonNode read(@Nullable String text) {
      if (text == null || !text.startsWith("{")) {
        return MissingNode.getInstance();
      }
      return MAPPER.readTree(text);
    }
  }
}
