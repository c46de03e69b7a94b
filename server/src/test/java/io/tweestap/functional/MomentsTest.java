package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Java reads moments that no id and no column can hold.
class MomentsTest extends ApiTest {
  private static final List<String> TOO_FAR =
      List.of(
          "%2B999999999-12-31T23:59:59Z", "-999999999-01-01T00:00:00Z", "10000-01-01T00:00:00Z");

  @Test
  void momentOutOfReachIsRefusedByEveryList() {
    TestTenant tenant = newTenant();
    List<String> paths =
        Described.operations()
            .filter(operation -> operation.method().equals("get"))
            .flatMap(operation ->
                operation
                    .node()
                    .path("parameters")
                    .valueStream()
                    .map(Described::resolve)
                    .filter(MomentsTest::isMoment)
                    .map(parameter ->
                        operation.path() + "?" + parameter.get("name").asString() + "="))
            .toList();

    assertThat(paths).hasSizeGreaterThan(5);
    for (String path : paths) {
      for (String moment : TOO_FAR) {
        assertThat(get(tenant, path + moment).status()).as(path + moment).isEqualTo(400);
      }
    }
  }

  @Test
  void soIsADay() {
    TestTenant tenant = newTenant();
    put(tenant, "/v1/users/anna", "{}");
    String day = "+999999999-01-01";

    Answer policy =
        post(tenant, "/v1/policies", "{\"name\":\"a\",\"required_from\":\"" + day + "\"}");
    Answer deadline =
        post(
            tenant,
            "/v1/users/anna/deadline",
            "{\"date\":\"" + day + "\",\"staff\":\"m\",\"reason\":\"r\"}");

    assertThat(policy.code()).isEqualTo("invalid_field");
    assertThat(deadline.code()).isEqualTo("invalid_field");
  }

  private static boolean isMoment(JsonNode parameter) {
    return parameter.at("/schema/format").asString("").equals("date-time");
  }
}
