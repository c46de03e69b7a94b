package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.limit.Limit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest extends SandboxTest {
  private static final String PATH = "/v1/settings";

  @Test
  void settingsAreShown() {
    Answer answer = get(newTenant(), PATH);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("name").asString()).isEqualTo("Test");
    assertThat(answer.json().get("sender_name").asString()).isEqualTo("Example");
    assertThat(answer.json().get("login_host").asString()).isEqualTo("example.org");
    assertThat(answer.json().get("country").asString()).isEqualTo("NL");
    assertThat(answer.json().get("allowed_countries").toString()).isEqualTo("[\"DE\",\"NL\"]");
    assertThat(answer.json().get("locale").asString()).isEqualTo("en");
    assertThat(answer.json().get("long_lived_codes").asBoolean()).isFalse();
    assertThat(answer.json().has("warning")).isFalse();
  }

  @Test
  void patchChangesOnlyWhatItNames() {
    TestTenant tenant = newTenant();

    Answer changed =
        patch(tenant, PATH, "{\"sender_name\":\"My Shop 1\",\"locale\":\"nl\",\"country\":\"DE\"}");

    assertThat(changed.status()).isEqualTo(200);
    Answer shown = get(tenant, PATH);
    assertThat(shown.text()).isEqualTo(changed.text());
    assertThat(shown.json().get("sender_name").asString()).isEqualTo("My Shop 1");
    assertThat(shown.json().get("country").asString()).isEqualTo("DE");
    assertThat(shown.json().get("login_host").asString()).isEqualTo("example.org");
  }

  @Test
  void limitsCanOnlyBeLowered() {
    TestTenant tenant = newTenant();
    Limit limit = Limit.SENDS_PER_ADDRESS_HOUR;
    String lower = "{\"limits\":{\"" + limit.text() + "\":%s}}";

    Answer changed = patch(tenant, PATH, lower.formatted(limit.capacity() - 1));
    assertThat(changed.json().at("/limits/" + limit.text()).asInt())
        .isEqualTo(limit.capacity() - 1);
    for (String wrong : new String[] {"" + (limit.capacity() + 1), "0", "-1", "\"3\"", "1.5"}) {
      Answer refused = patch(tenant, PATH, lower.formatted(wrong));
      assertThat(refused.status()).as(wrong).isEqualTo(400);
      assertThat(refused.json().get("field").asString()).isEqualTo("limits." + limit.text());
    }
    assertThat(patch(tenant, PATH, lower.formatted("null")).json().get("limits").size()).isZero();
    Answer unknown = patch(tenant, PATH, "{\"limits\":{\"nonsense\":1}}");
    assertThat(unknown.code()).isEqualTo("unknown_field");
    assertThat(unknown.json().get("detail").asString()).contains(limit.text());
  }

  @Test
  void longLivedCodesCarryAWarningThatNamesTheStandard() {
    TestTenant tenant = newTenant();

    Answer changed = patch(tenant, PATH, "{\"long_lived_codes\":true}");

    assertThat(changed.json().get("long_lived_codes").asBoolean()).isTrue();
    assertThat(changed.json().get("warning").asString()).contains("NIST SP 800-63B-4", "3.1.3.2");
    assertThat(patch(tenant, PATH, "{\"long_lived_codes\":false}").json().has("warning")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sender_name | \"Twelve chars\"",
        "sender_name | \"\"",
        "sender_name | \"Shop!\"",
        "sender_name | \" Shop\"",
        "sender_name | null",
        "sender_name | 7",
        "login_host | \"https://example.org\"",
        "login_host | \"example.org:443\"",
        "login_host | \"example.org/login\"",
        "login_host | \"EXAMPLE.org\"",
        "login_host | \"127.0.0.1\"",
        "login_host | \"-a.example\"",
        "login_host | \"example.org \"",
        "country | \"nl\"",
        "country | \"XX\"",
        "country | \"GB\"",
        "allowed_countries | [\"DE\"]",
        "allowed_countries | [\"NL\",\"ZZ\"]",
        "allowed_countries | [\"NL\",1]",
        "allowed_countries | \"NL\"",
        "locale | \"fr\"",
        "locale | null",
        "long_lived_codes | \"true\"",
        "long_lived_codes | null",
        "name | \"\"",
        "name | \"a\\nb\"",
        "limits | []",
      })
  void wrongValueIsRefusedWithItsField(String field, String value) {
    Answer answer = patch(newTenant(), PATH, "{\"" + field + "\":" + value + "}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_field");
    assertThat(answer.json().get("field").asString())
        .isEqualTo(value.equals("\"GB\"") ? "allowed_countries" : field);
  }

  @Test
  void unknownFieldIsNamed() {
    Answer answer = patch(newTenant(), PATH, "{\"sender\":\"x\"}");

    assertThat(answer.code()).isEqualTo("unknown_field");
    assertThat(answer.json().get("field").asString()).isEqualTo("sender");
  }

  @Test
  void tenantsDoNotSeeEachOther() {
    TestTenant one = newTenant();
    TestTenant two = newTenant();

    patch(one, PATH, "{\"name\":\"One\"}");
    put(one, PATH + "/test_numbers/+31600000001", "{\"code\":\"123456\"}");

    assertThat(get(two, PATH).json().get("name").asString()).isEqualTo("Test");
    assertThat(get(two, PATH + "/test_numbers").json().get("data").size()).isZero();
    assertThat(delete(two, PATH + "/test_numbers/+31600000001").status()).isEqualTo(404);
    assertThat(get(one, PATH + "/test_numbers").json().get("data").size()).isEqualTo(1);
  }

  @Test
  void changesAtOnceDoNotUndoEachOther() throws Exception {
    TestTenant tenant = newTenant();
    Limit[] limits = Limit.values();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Limit limit : limits) {
        threads.submit(() -> patch(tenant, PATH, "{\"limits\":{\"" + limit.text() + "\":1}}"));
      }
    }

    assertThat(get(tenant, PATH).json().get("limits").size()).isEqualTo(limits.length);
  }
}
