package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A tenant says how its pages look, and where they may lead back to")
class PageSettingsTest extends SandboxTest {
  private static final String PATH = "/v1/settings/pages";
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

  private static String logo(String type, byte[] bytes) {
    return "{\"logo\":\"data:"
        + type
        + ";base64,"
        + Base64.getEncoder().encodeToString(bytes)
        + "\"}";
  }

  @Test
  void nothingIsChosenAtFirst() {
    Answer shown = get(newTenant(), PATH);

    assertThat(shown.json().has("accent")).isFalse();
    assertThat(shown.json().path("return_urls").size()).isZero();
    assertThat(shown.json().path("has_logo").asBoolean(true)).isFalse();
  }

  @Test
  void whatIsNotNamedStays() {
    TestTenant tenant = newTenant();
    patch(tenant, PATH, "{\"accent\":\"#0b6e4f\",\"help_texts\":{\"nl\":\"Bel ons.\"}}");
    patch(tenant, PATH, "{\"return_urls\":[\"https://a.example/back?x=1\"]}");

    Answer shown = get(tenant, PATH);
    assertThat(shown.json().path("accent").asString()).isEqualTo("#0b6e4f");
    assertThat(shown.json().at("/help_texts/nl").asString()).isEqualTo("Bel ons.");
    assertThat(shown.json().at("/return_urls/0").asString())
        .isEqualTo("https://a.example/back?x=1");
    assertThat(patch(tenant, PATH, "{\"accent\":null}").json().has("accent")).isFalse();
    assertThat(get(newTenant(), PATH).json().path("return_urls").size()).isZero();
  }

  @Test
  @DisplayName("WCAG 1.4.3: a color that cannot be read is refused with the nearest that can")
  void aColorThatCannotBeReadIsRefused() {
    Answer refused = patch(newTenant(), PATH, "{\"accent\":\"#ffcc00\"}");

    assertThat(refused.code()).isEqualTo("invalid_field");
    String detail = refused.json().path("detail").asString();
    String instead = detail.replaceAll(".*(#[0-9a-f]{6}).*", "$1");
    assertThat(patch(newTenant(), PATH, "{\"accent\":\"" + instead + "\"}").status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/back",
        "https://shop.example/back#part",
        "https://anna@shop.example/back",
        "https://*.shop.example/back",
        "https:///back",
        "//shop.example/back",
        "/back",
        "javascript:alert(1)",
        "data:text/html,x",
        "https://shop.example/a b",
        "http://localhost.evil.example/back",
        "com.example.app:/back"
      })
  void onlyWholeSafeAddressesAreTaken(String url) {
    Answer refused = patch(newTenant(), PATH, "{\"return_urls\":[\"" + url + "\"]}");

    assertThat(refused.code()).isEqualTo("invalid_field");
    assertThat(refused.json().path("field").asString()).isEqualTo("return_urls");
  }

  @Test
  void thisMachineMayBeReachedWithoutTls() {
    String urls = "[\"http://localhost:3000/back\",\"http://127.0.0.1:3000/\",\"http://[::1]:1/\"]";

    assertThat(patch(newTenant(), PATH, "{\"return_urls\":" + urls + "}").status()).isEqualTo(200);
  }

  @Test
  void aPictureIsServedUnderItsOwnName() {
    TestTenant tenant = newTenant();
    assertThat(patch(tenant, PATH, logo("image/png", PNG)).json().path("has_logo").asBoolean())
        .isTrue();
    String version = new io.tweestap.tenant.Logo("image/png", PNG).version();
    String path = "/brand/" + tenant.tenant().id() + "/logo-";

    Answer picture = send(request(path + version).GET());

    assertThat(picture.status()).isEqualTo(200);
    assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(send(request(path + "0123456789abcdef").GET()).status()).isEqualTo(404);
    patch(tenant, PATH, "{\"logo\":null}");
    assertThat(send(request(path + version).GET()).status()).isEqualTo(404);
  }

  @Test
  void aPictureIsWhatItSaysAndSmall() {
    TestTenant tenant = newTenant();
    byte[] large = java.util.Arrays.copyOf(PNG, 33 * 1024);

    assertThat(patch(tenant, PATH, logo("image/png", "<svg/>".getBytes())).code())
        .isEqualTo("invalid_field");
    assertThat(patch(tenant, PATH, logo("image/png", large)).code()).isEqualTo("invalid_field");
    assertThat(patch(tenant, PATH, logo("image/svg+xml", PNG)).code()).isEqualTo("invalid_field");
    assertThat(patch(tenant, PATH, "{\"logo\":\"data:image/png;base64,?\"}").code())
        .isEqualTo("invalid_field");
    assertThat(patch(tenant, PATH, "{\"logo\":\"https://x.example/l.png\"}").code())
        .isEqualTo("invalid_field");
  }

  @Test
  void colorsAreAStyleSheet() {
    Answer style = send(request("/brand/0b6e4f.css").GET());

    assertThat(style.header("Content-Type")).startsWith("text/css");
    assertThat(style.text()).contains("--accent: #0b6e4f", "prefers-color-scheme: dark");
    assertThat(send(request("/brand/red.css").GET()).status()).isEqualTo(404);
  }

  @Test
  void helpTextsAreShortAndInLanguagesThatThePagesHave() {
    TestTenant tenant = newTenant();

    assertThat(patch(tenant, PATH, "{\"help_texts\":{\"fr\":\"x\"}}").code())
        .isEqualTo("invalid_field");
    assertThat(patch(tenant, PATH, "{\"help_texts\":{\"nl\":\"" + "x".repeat(501) + "\"}}").code())
        .isEqualTo("invalid_field");
    assertThat(patch(tenant, PATH, "{\"help_texts\":{\"nl\":1}}").code())
        .isEqualTo("invalid_field");
    assertThat(patch(tenant, PATH, "{\"help_texts\":{\"nl\":\"a\\nb\"}}").status()).isEqualTo(200);
  }
}
