package io.tweestap.delivery.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Settings that cannot work stop the start, with the setting's name.
class LinkSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "name, Not A Name",
    "host, 'two words'",
    "port, 0",
    "system-id, sixteen-letters-",
    "password, ninechars",
    "system-type, 'a b'",
    "binds, 21",
    "window, 0",
    "rate, 0",
    "rate, 10001",
    "enquire-every, 500ms",
    "answer-within, 21s",
    "service-type, sixsix",
    "gsm-coding, 256",
    "alphanumeric, 7/0",
    "international, 1/2",
    "short-code, 30",
    "extra.14, 00",
    "extra.1400, 0",
    "extra.020C, 0001",
    "errors.xyz, fraud",
    "ssl-bundle, house"
  })
  void aSettingThatCannotBeIsNamed(String setting, String value) {
    String field = setting.replaceAll("\\..*", "").replace('-', '_');
    assertThat(refusal(setting, value)).hasValue(field);
  }

  @Test
  void whoeverSplitsTextsChoosesTheirTables() {
    assertThat(refusal("joining", "payload", "shifts", "turkish")).hasValue("shifts");
  }

  /// The setting that is named by whatever is thrown, however deep; empty when nothing is.
  private static Optional<String> refusal(String... words) {
    try {
      TestLinks.settings(2775, words);
      return Optional.empty();
    } catch (RuntimeException e) {
      for (Throwable at = e; at != null; at = at.getCause()) {
        if (at instanceof InvalidLinkException invalid) {
          return Optional.of(invalid.field());
        }
      }
      throw e;
    }
  }

  @Test
  void noPasswordStandsInWords() {
    SmppProperties properties = TestLinks.properties(2775);
    assertThat(properties.toString()).doesNotContain("secret08");
    assertThat(properties.link().toString()).doesNotContain("secret08");
  }
}
