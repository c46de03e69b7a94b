package io.tweestap.delivery.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailPropertiesTest {
  private static final Map<String, String> GOOD =
      Map.of("host", "mail.example", "from", "codes@tweestap.example");

  @Test
  void startTlsIsRequiredUnlessChosenOtherwise() {
    MailProperties settings = read(Map.of());
    assertThat(settings.security()).isEqualTo(MailProperties.Security.STARTTLS);
    assertThat(settings.port()).isEqualTo(587);
    assertThat(SmtpSender.of(settings, null).getJavaMailProperties())
        .containsEntry("mail.smtp.starttls.required", "true")
        .containsEntry("mail.smtp.ssl.checkserveridentity", "true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from=|from is not a mail address",
        "from=codes|from is not a mail address",
        "user=u|user and password come together",
        "user=u;password=p;security=none|in the clear",
        "port=0|port is not a port",
        "total-timeout=26s|at most 25s",
        "read-timeout=0s|longer than zero",
        "parallel=101|1 to 100",
        "colour=red|colour"
      })
  void aSettingThatCannotWorkIsNamed(String keys, String words) {
    Map<String, String> changed = new HashMap<>();
    for (String pair : keys.split(";")) {
      changed.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    assertThatThrownBy(() -> read(changed)).hasStackTraceContaining(words);
  }

  @Test
  void thePasswordDoesNotStandInWords() {
    assertThat(read(Map.of("user", "u", "password", "s3cret")).toString()).doesNotContain("s3cret");
  }

  private static MailProperties read(Map<String, String> changed) {
    Map<String, String> keys = new HashMap<>();
    GOOD.forEach((key, value) -> keys.put("tweestap.carrier.mail." + key, value));
    changed.forEach((key, value) -> keys.put("tweestap.carrier.mail." + key, value));
    return new Binder(new MapConfigurationPropertySource(keys))
        .bind(
            "tweestap.carrier.mail",
            Bindable.of(MailProperties.class),
            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
        .get();
  }
}
