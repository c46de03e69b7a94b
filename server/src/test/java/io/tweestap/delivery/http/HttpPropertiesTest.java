package io.tweestap.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPropertiesTest {
  private static final String URL = "https://sms.example/send";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "url|http://sms.example/send|url is http",
        "url|http://10.0.0.1/send|url is http",
        "url|http://localhost.example/send|url is http",
        "url|ftp://sms.example/send|url must begin with https://",
        "url|https://user:pass@sms.example/send|under auth",
        "auth.type|basic|needs user and secret",
        "auth.type|bearer|needs the token",
        "auth.type|header|needs the header's name",
        "auth.secret|x|type is none",
        "channels|''|channels",
        "total-timeout|26s|at most 25s",
        "connect-timeout|0s|longer than zero",
        "parallel|0|1 to 500",
        "response.id|messages/0|not a JSON pointer",
        "response.price|/p|currency",
        "response.outcome|/s|outcome and accepted",
        "colour|red|colour"
      })
  void aSettingThatCannotWorkIsNamed(String key, String value, String words) {
    HttpSettings settings = HttpSettings.json(URL).with(key, value);
    assertThatThrownBy(settings::read).hasStackTraceContaining(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1/", "http://[::1]:1/", "http://localhost:1/", URL})
  void httpsAndLoopbackWillDo(String url) {
    assertThat(HttpSettings.json(url).read().url()).hasToString(url);
  }

  @Test
  void plainHttpIsAChoice() {
    HttpSettings settings = HttpSettings.json("http://10.0.0.1/").with("allow-plain-http", "true");
    assertThat(settings.read().allowPlainHttp()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "json|{\"to\":\"{to}\"}|has no {text}",
        "json|{\"text\":\"{text}\"}|neither {to}",
        "json|{\"to\":{to},\"text\":\"{text}\"}|is not JSON",
        "json|{\"to\":\"{to}\",\"text\":\"{text} {code}\"}|unknown placeholder {code}",
        "form|{to} {text}|is not a form",
        "form|to={to}&&text={text}|is not a form"
      })
  void aTemplateThatCannotWorkIsNamed(String format, String body, String words) {
    HttpSettings settings = HttpSettings.json(URL).with("format", format).with("body", body);
    assertThatThrownBy(() -> HttpSettings.carrier(settings)).hasMessageContaining(words);
  }

  @Test
  void noSecretStandsInWords() {
    HttpProperties settings =
        HttpSettings.json(URL + "?key=s3cret")
            .with("auth.type", "bearer")
            .with("auth.secret", "s3cret")
            .read();
    assertThat(settings.toString()).doesNotContain("s3cret");
    assertThat(settings.auth().toString()).doesNotContain("s3cret");
  }
}
