package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.tenant.Scope;
import io.tweestap.testkit.smsc.BindRequest;
import io.tweestap.testkit.smsc.Delivery;
import io.tweestap.testkit.smsc.FakeSmsc;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/// Links to operators are made, changed, drained and removed while the program runs. On a server of
/// its own, since a link takes the messages of everybody.
@TestPropertySource(properties = "tweestap.carrier.smpp.name=links-test")
class LinksTest extends ApiTest {
  private static final String LINKS = "/v1/links";

  private final FakeSmsc smsc = new FakeSmsc();
  private final List<BindRequest> binds = Collections.synchronizedList(new ArrayList<>());
  private TestTenant tenant;

  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void operator() {
    tenant = newTenant();
    smsc.binding(request -> {
      binds.add(request);
      return 0;
    });
  }

  @AfterEach
  void close() throws Exception {
    delete(tenant, LINKS + "/duif");
    FakeSmsc.await("the end", () -> smsc.bound() == 0);
    smsc.close();
  }

  @Test
  void aLinkIsMadeDrainedAndRemovedWhileTheProgramRuns() throws Exception {
    assertThat(start().code()).isEqualTo("channel_not_available");
    assertThat(make("").status()).isEqualTo(201);
    FakeSmsc.await("the bind", () -> openBinds() == 1);
    String id = start().json().path("id").asString();
    FakeSmsc.await("the message", () -> smsc.submissions() == 1);
    FakeSmsc.await("accepted", () -> state(id).equals("accepted"));

    assertThat(patch(tenant, LINKS + "/duif", "{\"active\": false}").status()).isEqualTo(200);
    FakeSmsc.await("drained", () -> start().code().equals("channel_not_available"));
    assertThat(smsc.deliver(Delivery.receipt("id:id-0 stat:DELIVRD")).status()).isZero();
    FakeSmsc.await("delivered", () -> state(id).equals("delivered"));
    assertThat(binds).hasSize(1);

    assertThat(delete(tenant, LINKS + "/duif").status()).isEqualTo(204);
    FakeSmsc.await("unbound", () -> smsc.bound() == 0);
    assertThat(delete(tenant, LINKS + "/duif").status()).isEqualTo(404);
  }

  @Test
  void aChangeBindsAnew() throws Exception {
    make(", \"active\": false");
    FakeSmsc.await("the bind", () -> openBinds() == 1);
    Answer changed = patch(tenant, LINKS + "/duif", "{\"password\": \"secret09\", \"window\": 20}");
    assertThat(changed.json().path("window").asInt()).isEqualTo(20);
    assertThat(changed.json().path("rate").asInt()).isEqualTo(50);
    FakeSmsc.await("another bind", () -> binds.size() == 2);
    assertThat(binds).extracting(BindRequest::password).containsExactly("secret08", "secret09");
  }

  @Test
  void aPasswordIsNeitherShownNorKeptInTheClear() {
    String shown = make(", \"active\": false").text() + get(tenant, LINKS).text();
    assertThat(shown).contains("duif").doesNotContain("secret08");
    String kept =
        jdbc.sql("SELECT string_agg(row_to_json(t)::text, ' ') FROM smpp_link AS t")
            .query(String.class)
            .single();
    assertThat(kept).doesNotContain("secret08").doesNotContain("736563726574");
  }

  @ParameterizedTest
  @CsvSource({
    "port, 0",
    "rate, 0",
    "window, 1001",
    "binds, 21",
    "bind, '\"x\"'",
    "joining, '\"x\"'",
    "shifts, '[\"x\"]'",
    "receipt_zone, '\"x\"'",
    "errors, '{\"1\":\"x\"}'",
    "extra, '{\"0424\":\"00\"}'",
    "ssl_bundle, '\"none\"'",
    "password, '\"123456789\"'",
    "answer_within_seconds, 21",
    "alphanumeric, '\"9/9\"'",
    "name, '\"UPPER\"'"
  })
  void aSettingThatCannotBeIsNamed(String field, String value) {
    Answer refused = make(", \"tls\": true, \"" + field + "\": " + value);
    assertThat(refused.status()).as(refused.text()).isEqualTo(400);
    if (!refused.code().equals("malformed_json")) {
      assertThat(refused.code()).isEqualTo("invalid_field");
      assertThat(refused.json().path("field").asString()).isEqualTo(field);
    }
  }

  @Test
  void aNameIsForOneCarrier() {
    make(", \"active\": false");
    assertThat(make("").code()).isEqualTo("name_taken");
    assertThat(post(newTenant(), LINKS, body("duif", "")).code()).isEqualTo("name_taken");
    assertThat(post(tenant, LINKS, body("sandbox", "")).code()).isEqualTo("name_taken");
    assertThat(patch(tenant, LINKS + "/duif", "{\"name\": \"meeuw\"}").code())
        .isEqualTo("unknown_field");
  }

  @Test
  void whatIsNeededIsAskedFor() {
    for (String field : List.of("name", "host", "system_id", "password")) {
      Answer refused =
          post(tenant, LINKS, body("duif", "").replace("\"" + field + "\"", "\"rank\""));
      assertThat(refused.status()).isEqualTo(400);
    }
    assertThat(post(tenant, LINKS, "{}").code()).isEqualTo("missing_field");
  }

  @Test
  void linksAreForWhoeverRunsTheInstallation() {
    TestTenant other = newTenant(Scope.ofATenant().toArray(Scope[]::new));
    assertThat(post(other, LINKS, body("duif", "")).code()).isEqualTo("wrong_scope");
    assertThat(get(other, LINKS).code()).isEqualTo("wrong_scope");
  }

  private Answer make(String more) {
    return post(tenant, LINKS, body("duif", more));
  }

  /// What stands twice has its last value.
  private String body(String name, String more) {
    String fields =
        """
        {"name": "%s", "host": "localhost", "port": %d, "tls": false, "system_id": "acme",
        "password": "secret08", "rate": 50, "rank": 40%s}
        """
            .formatted(name, smsc.port(), more);
    return more.isEmpty() ? fields : withoutEarlier(fields, more);
  }

  private static String withoutEarlier(String fields, String more) {
    String result = fields;
    for (String field : List.of("name", "port", "tls", "password", "rate")) {
      if (more.contains("\"" + field + "\":")) {
        result = result.replaceFirst("\"" + field + "\": [^,}]+, ?\\s*", "");
      }
    }
    return result;
  }

  private Answer start() {
    return post(
        tenant,
        "/v1/verifications",
        "{\"to\": \"%s\", \"channel\": \"sms\", \"purpose\": \"login\"}"
            .formatted(VerificationTest.freshNumber()));
  }

  private int openBinds() {
    return get(tenant, LINKS + "/duif").json().path("open_binds").asInt(0);
  }

  private String state(String about) {
    return get(tenant, "/v1/messages?about=" + about).json().at("/data/0/state").asString("");
  }
}
