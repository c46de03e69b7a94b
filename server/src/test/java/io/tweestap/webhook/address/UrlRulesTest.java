package io.tweestap.webhook.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {
  /// Names are look-ups of this table; addresses in a URL go to the platform's own parser.
  private static final HostLookup LOOKUP =
      host ->
          switch (host) {
            case "hooks.example" -> addresses("93.184.215.14", "2606:4700:4700::1111");
            case "inside.example" -> addresses("10.1.2.3");
            case "mixed.example" -> addresses("93.184.215.14", "127.0.0.1");
            case "link.example" -> addresses("169.254.169.254");
            case "many.example" -> addresses("1.1.1.1", "1.1.1.2", "1.1.1.3", "1.1.1.4");
            case "nowhere.example" -> throw new UnknownHostException(host);
            default -> new SystemLookup(Duration.ofSeconds(3)).addresses(host);
          };

  private final UrlRules strict = new UrlRules(LOOKUP, false);
  private final UrlRules open = new UrlRules(LOOKUP, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example",
        "https://hooks.example/tweestap?key=1&b=%20",
        "https://hooks.example:8443/",
        "HTTPS://hooks.example/",
        "https://1.1.1.1/",
        "https://[2606:4700:4700::1111]:443/"
      })
  void publicHttpsIsAllowed(String url) {
    assertThat(strict.check(url)).isInstanceOf(UrlCheck.Allowed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hooks.example",
        "//hooks.example/",
        "http://hooks.example/",
        "ftp://hooks.example/",
        "file:///etc/passwd",
        "https://",
        "https:///path",
        "https:hooks.example",
        "https://user@hooks.example/",
        "https://user:secret@hooks.example/",
        "https://hooks.example/#part",
        "https://hooks.example:22/",
        "https://hooks.example:0/",
        "https://hooks.example:65536/",
        "https://hooks.example:99999999999/",
        "https://hooks.example\\@127.0.0.1/",
        "https://hooks.example /",
        "https://hooks.example/\r\nx: y",
        "https://bücher.example/",
        "https://localhost/",
        "https://127.0.0.1/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0177.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:7f00:1]/",
        "https://[fe80::1%25eth0]/",
        "https://[64:ff9b::7f00:1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://inside.example/",
        "https://mixed.example/",
        "https://link.example/",
        "https://nowhere.example/"
      })
  void everythingElseIsRefusedWithAReason(String url) {
    assertThat(strict.check(url))
        .isInstanceOfSatisfying(
            UrlCheck.Refused.class, refused -> assertThat(refused.reason()).endsWith("."));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080/, true",
    "http://[::1]:8080/, true",
    "http://inside.example/, true",
    "https://mixed.example/, true",
    "http://169.254.169.254/, false",
    "http://100.100.100.200/, false",
    "http://0.0.0.0:8080/, false",
    "http://224.0.0.1/, false",
    "http://127.0.0.1:22/, false",
    "http://a:b@127.0.0.1:8080/, false"
  })
  void privateAddressesNeedTheOperatorsSetting(String url, boolean allowed) {
    assertThat(open.check(url))
        .isInstanceOf(allowed ? UrlCheck.Allowed.class : UrlCheck.Refused.class);
    assertThat(strict.check(url)).isInstanceOf(UrlCheck.Refused.class);
  }

  @Test
  void tooLongIsRefused() {
    assertThat(strict.check("https://hooks.example/" + "a".repeat(2000)))
        .isInstanceOf(UrlCheck.Refused.class);
  }

  @Test
  void onlyThreeAddressesAreTried() throws UnknownHostException {
    assertThat(strict.guardedLookup().addresses("many.example")).hasSize(3);
  }

  private static List<InetAddress> addresses(String... literals) {
    return Arrays.stream(literals).map(InetAddress::ofLiteral).toList();
  }
}
