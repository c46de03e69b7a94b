package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.otp.Hotp;
import io.tweestap.otp.OtpSecret;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Base of the tests of hardware tokens.
abstract class TokenTest extends FactorTest {
  static final String IMPORT = "/v1/tokens/import";

  /// The secret of RFC 4226.
  static final OtpSecret SEED = OtpSecret.of("12345678901234567890".getBytes());

  static final String SEED_HEX = "3132333435363738393031323334353637383930";

  Answer take(String format, String content) {
    return post(tenant, IMPORT, file(format, content).toString());
  }

  static ObjectNode file(String format, String content) {
    return JsonNodeFactory.instance.objectNode().put("format", format).put("content", content);
  }

  /// Begins a factor on a token in stock, and says where it is.
  String given(String kind, String serial) {
    Answer begun = give(kind, serial);
    assertThat(begun.status()).as(begun.text()).isEqualTo(201);
    assertThat(begun.json().has("setup")).isFalse();
    return FACTORS + "/" + begun.json().at("/factor/id").asString();
  }

  Answer give(String kind, String serial) {
    return post(tenant, FACTORS, "{\"kind\":\"%s\",\"serial\":\"%s\"}".formatted(kind, serial));
  }

  static String hotp(long counter) {
    return Hotp.standard().code(SEED, counter);
  }

  String state(String serial) {
    return get(tenant, "/v1/tokens?serial=" + serial).json().at("/data/0/state").asString();
  }
}
