package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `/v1/routes`: rules for carriers, written and read as a whole. Each names the tenant of its test
/// alone, since rules count for everybody on the server.
class RoutesTest extends VerificationTest {
  private static final String ROUTES = "/v1/routes";

  @AfterEach
  void clear() {
    put(tenant, ROUTES, "{\"rules\":[]}");
  }

  @Test
  void rulesAreReadAsTheyWereWrittenAndEachChangeHasAVersion() {
    assertThat(get(tenant, ROUTES).text()).isEqualTo("{\"version\":0,\"rules\":[]}");
    Answer written = put(tenant, ROUTES, rules(0, "\"countries\":[\"NL\"]", "sandbox"));
    assertThat(written.status()).isEqualTo(200);
    assertThat(written.json().path("version").asInt()).isEqualTo(1);
    assertThat(written.json().at("/rules/0/carriers/0/weight").asInt()).isEqualTo(1);
    assertThat(get(tenant, ROUTES).text()).isEqualTo(written.text());
    Answer late = put(tenant, ROUTES, rules(0, "\"countries\":[\"DE\"]", "sandbox"));
    assertThat(late.code()).isEqualTo("changed_meanwhile");
    assertThat(get(newTenant(), ROUTES).text()).isEqualTo("{\"version\":0,\"rules\":[]}");
    assertThat(get(tenant, "/v1/audit").text()).contains("routes.set");
  }

  @Test
  void theTimelineNamesTheRule() {
    put(tenant, ROUTES, rules(0, "\"priorities\":[\"code\"]", "sandbox"));
    String about = started();
    await()
        .until(() ->
            get(tenant, "/v1/messages?about=" + about)
                .json()
                .at("/data/0/timeline/1/route")
                .asString("")
                .equals("rule mine, weight 1 of 1"));
  }

  /// `C` stands for a carrier.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{C}                                      | missing_field | rules[0].name",
        "{'name':'N L',C}                         | invalid_field | rules[0].name",
        "{'name':'a'}                             | missing_field | rules[0].carriers",
        "{'name':'a','carriers':[]}               | invalid_field | rules[0].carriers",
        "{'name':'a','carriers':[{'carrier':'a','weight':1001}]}"
            + "| invalid_field | rules[0].carriers[0].weight",
        "{'name':'a','carriers':[{'carrier':'a'},{'carrier':'a'}]}"
            + "| invalid_field | rules[0].carriers[1]",
        "{'name':'a','countries':['XX'],C}        | invalid_field | rules[0].countries",
        "{'name':'a','prefixes':['316'],C}        | invalid_field | rules[0].prefixes",
        "{'name':'a','priorities':['bulk'],C}     | invalid_field | rules[0].priorities",
        "{'name':'a','tenants':['acme'],C}        | invalid_field | rules[0].tenants",
        "{'name':'a',C},{'name':'a',C}            | invalid_field | rules[1].name"
      })
  void whatCannotBeARuleIsRefusedAndNothingChanges(String rules, String code, String field) {
    String body =
        "{\"rules\":[%s]}"
            .formatted(rules.replace("C}", "'carriers':[{'carrier':'a'}]}").replace('\'', '"'));
    Answer answer = put(tenant, ROUTES, body);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.json().path("field").asString()).isEqualTo(field);
    assertThat(get(tenant, ROUTES).json().path("version").asInt()).isZero();
    assertThat(put(tenant, ROUTES, "{}").code()).isEqualTo("missing_field");
  }

  private String rules(int version, String what, String carrier) {
    return "{\"version\":%d,\"rules\":[{\"name\":\"mine\",\"tenants\":[\"%s\"],%s,"
            .formatted(version, tenant.tenant().id().value(), what)
        + "\"carriers\":[{\"carrier\":\"%s\"}]}]}".formatted(carrier);
  }
}
