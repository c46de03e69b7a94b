package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestNumbersTest extends SandboxTest {
  private static final String PATH = "/v1/settings/test_numbers";
  private static final String NUMBER = PATH + "/+31612345678";

  @Autowired private JdbcClient jdbc;

  @Test
  void numberGetsItsCodeAndAnotherOne() {
    TestTenant tenant = newTenant();

    assertThat(put(tenant, NUMBER, "{\"code\":\"000123\"}").status()).isEqualTo(200);
    assertThat(put(tenant, NUMBER, "{\"code\":\"4567\"}").status()).isEqualTo(200);

    assertThat(get(tenant, PATH).text())
        .isEqualTo("{\"data\":[{\"number\":\"+31612345678\",\"code\":\"4567\"}]}");
    assertThat(tenants.get(tenant.tenant().id()).settings().testNumbers())
        .containsEntry("+31612345678", "4567");
  }

  @Test
  void numberCanBeRemoved() {
    TestTenant tenant = newTenant();
    put(tenant, NUMBER, "{\"code\":\"000123\"}");

    assertThat(delete(tenant, NUMBER).status()).isEqualTo(204);
    assertThat(delete(tenant, NUMBER).status()).isEqualTo(404);
    assertThat(get(tenant, PATH).text()).isEqualTo("{\"data\":[]}");
  }

  @Test
  void wrongNumbersAndCodesAreNamed() {
    TestTenant tenant = newTenant();

    assertThat(put(tenant, PATH + "/0612345678", "{\"code\":\"1234\"}").code())
        .isEqualTo("invalid_number");
    assertThat(put(tenant, NUMBER, "{}").code()).isEqualTo("missing_field");
    assertThat(put(tenant, NUMBER, "{\"code\":\"12a4\"}").code()).isEqualTo("invalid_field");
    assertThat(put(tenant, NUMBER, "{\"code\":\"12345678901\"}").code()).isEqualTo("invalid_field");
    // A number would lose its leading zeros, so it is not taken for a text.
    assertThat(put(tenant, NUMBER, "{\"code\":123456}").code()).isEqualTo("invalid_field");
  }

  @Test
  void thereIsRoomForFifty() {
    TestTenant tenant = newTenant();
    for (int i = 0; i < 50; i++) {
      assertThat(put(tenant, PATH + "/+316000000%02d".formatted(i), "{\"code\":\"1234\"}").status())
          .isEqualTo(200);
    }

    assertThat(put(tenant, NUMBER, "{\"code\":\"1234\"}").status()).isEqualTo(409);
    assertThat(put(tenant, PATH + "/+31600000001", "{\"code\":\"9999\"}").status()).isEqualTo(200);
  }

  @Test
  @DisplayName("SMS-6, PRV-2: neither number nor code stands in the database in the clear")
  void numberIsSealed() {
    TestTenant tenant = newTenant();
    put(tenant, NUMBER, "{\"code\":\"424242\"}");

    String row =
        jdbc.sql(
                """
                SELECT convert_from(decode(replace(encode(number || code || number_hash,
                    'hex'), '00', '01'), 'hex'), 'LATIN1')
                FROM test_number
                WHERE tenant_id = :tenant
                """)
            .param("tenant", tenant.tenant().id().value())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain("612345678").doesNotContain("424242");
  }

  @Test
  void anErrorDoesNotRepeatTheNumberInItsPath() {
    Answer unknown = delete(newTenant(), "/v1/settings/test_numbers/%2B31600000077");

    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("instance").asString()).isEqualTo("/v1/settings/test_numbers/*");
    assertThat(unknown.text()).doesNotContain("600000077");
  }
}
