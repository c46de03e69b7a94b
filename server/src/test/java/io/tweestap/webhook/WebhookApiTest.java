package io.tweestap.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Problem;
import io.tweestap.tenant.Caller;
import io.tweestap.tenant.RequiresScope;
import io.tweestap.testkit.ManualClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookApiTest {
  private static final String CREATE =
      """
      {"url": "http://127.0.0.1:65535/hook", "events": ["verification.approved"]}
      """;
  private static final String ENDPOINTS = "/v1/webhook_endpoints";
  private static final String EVENTS = "/v1/webhook_events";

  private final ManualClock clock = new ManualClock(Instant.parse("2026-03-01T10:00:00Z"));
  private TenantId tenant = WebhookNode.newTenant();
  private WebhookNode node;
  private MockMvc mvc;

  @BeforeAll
  void start() {
    node = WebhookNode.open(WebhookNode.database(), clock);
    mvc =
        MockMvcBuilders.standaloneSetup(node.controllers())
            .setCustomArgumentResolvers(new AuthenticationPrincipalArgumentResolver())
            .setMessageConverters(new JacksonJsonHttpMessageConverter(WebhookNode.JSON))
            .build();
  }

  @AfterAll
  void stop() {
    node.close();
  }

  @BeforeEach
  void logIn() {
    tenant = WebhookNode.newTenant();
    as(tenant);
  }

  @AfterEach
  void logOut() {
    SecurityContextHolder.clearContext();
  }

  @Test
  void everyEndpointAsksForAScope() {
    for (Object controller : node.controllers()) {
      assertThat(
              Arrays.stream(controller.getClass().getDeclaredMethods())
                  .filter(
                      method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class)))
          .isNotEmpty()
          .allMatch(method -> method.isAnnotationPresent(RequiresScope.class));
    }
  }

  @Test
  void secretIsShownOnceOnly() throws Exception {
    JsonNode created = ok(post(ENDPOINTS).content(CREATE), 201);
    assertThat(created.get("secret").asString()).startsWith("whsec_");
    String path = ENDPOINTS + "/" + created.get("id").asString();
    JsonNode shown = ok(get(path), 200);
    assertThat(shown.path("secret").isNull() || shown.path("secret").isMissingNode()).isTrue();
    assertThat(shown.get("created_at").asString()).isEqualTo("2026-03-01T10:00:00Z");
    assertThat(ok(get(ENDPOINTS), 200).get("data").size()).isEqualTo(1);
    JsonNode rotated = ok(post(path + "/rotate_secret"), 200);
    assertThat(rotated.get("secret").asString()).startsWith("whsec_");
    assertThat(rotated.get("old_secret_valid_until").asString()).isEqualTo("2026-03-02T10:00:00Z");
  }

  @Test
  void endpointIsChangedAndDeleted() throws Exception {
    String path = ENDPOINTS + "/" + ok(post(ENDPOINTS).content(CREATE), 201).get("id").asString();
    JsonNode changed =
        ok(patch(path).content("{\"enabled\": false, \"events\": [\"message.failed\"]}"), 200);
    assertThat(changed.get("enabled").asBoolean()).isFalse();
    assertThat(changed.get("events").get(0).asString()).isEqualTo("message.failed");
    assertThat(problem(post(path + "/ping"))).isEqualTo("not_found");
    ok(delete(path), 204);
    assertThat(problem(delete(path))).isEqualTo("not_found");
    assertThat(problem(get(path))).isEqualTo("not_found");
  }

  @Test
  void whatIsWrongIsNamed() throws Exception {
    assertThat(problem(post(ENDPOINTS).content("{}"))).isEqualTo("missing_field");
    assertThat(problem(create("http://169.254.169.254/", "message.failed")))
        .isEqualTo("invalid_field");
    assertThat(problem(create("http://127.0.0.1:65535/", "message.exploded")))
        .isEqualTo("invalid_field");
    assertThat(problem(create("http://127.0.0.1:65535/", "ping"))).isEqualTo("invalid_field");
    assertThat(problem(get(ENDPOINTS + "/none"))).isEqualTo("not_found");
    for (String query : new String[] {"type=x", "state=x", "since=x", "cursor=x", "limit=0"}) {
      assertThat(problem(get(EVENTS + "?" + query))).isEqualTo("invalid_field");
    }
    for (int i = 0; i < 10; i++) {
      ok(post(ENDPOINTS).content(CREATE), 201);
    }
    assertThat(problem(post(ENDPOINTS).content(CREATE))).isEqualTo("limit_reached");
  }

  @Test
  void eventIsShownWithItsDeliveriesAndReplayed() throws Exception {
    String endpoint = ok(post(ENDPOINTS).content(CREATE), 201).get("id").asString();
    node.webhooks().record(tenant, EventType.VERIFICATION_APPROVED, Map.of("verification_id", 7));
    JsonNode listed = ok(get(EVENTS + "?type=verification.approved&limit=1"), 200);
    JsonNode event = listed.get("data").get(0);
    assertThat(event.get("data").get("verification_id").asInt()).isEqualTo(7);
    String path = EVENTS + "/" + event.get("id").asString();
    JsonNode delivery = ok(get(path), 200).get("deliveries").get(0);
    assertThat(delivery.get("endpoint_id").asString()).isEqualTo(endpoint);
    assertThat(delivery.get("state").asString()).isEqualTo("pending");
    assertThat(ok(post(path + "/replay"), 202).get("deliveries").asInt()).isEqualTo(1);
    String body = "{\"endpoint_id\": \"" + endpoint + "\"}";
    assertThat(ok(post(path + "/replay").content(body), 202).get("deliveries").asInt())
        .isEqualTo(1);
    ok(post(ENDPOINTS + "/" + endpoint + "/ping"), 202);
  }

  @Test
  void otherTenantsIdsAreUnknown() throws Exception {
    String endpoint = ok(post(ENDPOINTS).content(CREATE), 201).get("id").asString();
    node.webhooks().record(tenant, EventType.VERIFICATION_APPROVED, Map.of());
    String event = node.lastEvent(tenant).id().toString();
    as(WebhookNode.newTenant());
    assertThat(problem(get(ENDPOINTS + "/" + endpoint))).isEqualTo("not_found");
    assertThat(problem(patch(ENDPOINTS + "/" + endpoint).content("{}"))).isEqualTo("not_found");
    assertThat(problem(delete(ENDPOINTS + "/" + endpoint))).isEqualTo("not_found");
    assertThat(problem(post(ENDPOINTS + "/" + endpoint + "/ping"))).isEqualTo("not_found");
    assertThat(problem(post(ENDPOINTS + "/" + endpoint + "/rotate_secret"))).isEqualTo("not_found");
    assertThat(problem(get(EVENTS + "/" + event))).isEqualTo("not_found");
    assertThat(problem(post(EVENTS + "/" + event + "/replay"))).isEqualTo("not_found");
    assertThat(ok(get(EVENTS), 200).get("data").size()).isZero();
    assertThat(ok(get(ENDPOINTS), 200).get("data").size()).isZero();
  }

  private static void as(TenantId tenant) {
    Caller caller = new Caller(tenant, UUID.randomUUID().toString(), Set.of());
    SecurityContextHolder.getContext()
        .setAuthentication(new TestingAuthenticationToken(caller, "", "api"));
  }

  private static MockHttpServletRequestBuilder create(String url, String type) {
    return post(ENDPOINTS).content("{\"url\": \"%s\", \"events\": [\"%s\"]}".formatted(url, type));
  }

  private JsonNode ok(MockHttpServletRequestBuilder request, int status) throws Exception {
    MvcResult result = perform(request);
    assertThat(result.getResponse().getStatus()).isEqualTo(status);
    String body = result.getResponse().getContentAsString();
    return WebhookNode.JSON.readTree(body.isEmpty() ? "null" : body);
  }

  private String problem(MockHttpServletRequestBuilder request) throws Exception {
    Exception thrown = perform(request).getResolvedException();
    assertThat(thrown).isInstanceOf(Problem.class);
    Problem problem = (Problem) Objects.requireNonNull(thrown);
    return String.valueOf(Objects.requireNonNull(problem.getBody().getProperties()).get("code"));
  }

  private MvcResult perform(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.contentType(MediaType.APPLICATION_JSON)).andReturn();
  }
}
