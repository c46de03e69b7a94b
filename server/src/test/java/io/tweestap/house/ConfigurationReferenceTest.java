package io.tweestap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// `docs/reference/configuration.md` and the program know the same settings.
class ConfigurationReferenceTest {
  /// Read without a record.
  private static final Map<String, String> SINGLE = Map.of("tweestap.data", "data");

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(tweestap[^`]+)` \\| (\\S+) \\| ([^|]*) \\| ([^|]*) \\|$");
  private static final Pattern READ = Pattern.compile("[\"{](tweestap\\.[a-z.-]+)[\":}]");

  private static final Map<String, String> DEFAULTS = defaults();
  private static final Map<String, Row> PAGE = page();

  private record Row(String environment, String standard, String meaning) {}

  @Test
  void thePageListsExactlyTheKeysOfTheRecords() {
    assertThat(PAGE.keySet()).isEqualTo(DEFAULTS.keySet());
  }

  @Test
  void thePageGivesTheDefaultsOfTheRecords() {
    PAGE.forEach((key, row) -> assertThat(row.standard()).as(key).isEqualTo(shown(key)));
  }

  @Test
  void thePageGivesTheEnvironmentVariableThatIsRead() {
    PAGE.forEach((key, row) -> {
      // A name with underscores cannot be told from a path in an environment variable.
      String expected = key.contains("_") ? "-" : "`" + Settings.environmentName(key) + "`";
      assertThat(row.environment()).as(key).isEqualTo(expected);
    });
  }

  @Test
  void everyKeySaysWhatItMeans() {
    PAGE.forEach((key, row) -> assertThat(row.meaning()).as(key).isNotBlank());
  }

  @Test
  void everyKeyThatMainCodeNamesIsListedOrInternal() {
    var named =
        Project.files(".java").stream()
            .filter(TextFile::isMainCode)
            .filter(file -> file.path().startsWith("server/"))
            .flatMap(file -> READ.matcher(file.text()).results())
            .map(found -> found.group(1))
            .filter(key -> !key.endsWith("."))
            .filter(key -> PAGE.keySet().stream().noneMatch(known -> known.startsWith(key)))
            .collect(Collectors.toSet());
    // The last two are keys of applications, which the server writes into a file for one.
    assertThat(named)
        .isSubsetOf(
            "tweestap.embedded",
            "tweestap.serving",
            "tweestap.properties",
            "tweestap.client-id",
            "tweestap.client-secret");
  }

  @ParameterizedTest
  @MethodSource("io.tweestap.house.Settings#records")
  void everyRoomRefusesUnknownKeys(Class<?> record) {
    assertThat(Settings.annotation(record).ignoreUnknownFields()).isFalse();
  }

  @Test
  void anUnknownKeyInARoomFailsTheStart() {
    new ApplicationContextRunner()
        .withUserConfiguration(AllRecords.class)
        .withPropertyValues("tweestap.webhook.no-such-key=1")
        .run(context ->
            assertThat(context.getStartupFailure())
                .hasRootCauseInstanceOf(UnboundConfigurationPropertiesException.class));
  }

  @ConfigurationPropertiesScan("io.tweestap")
  static class AllRecords {}

  private static Map<String, String> defaults() {
    var all = new TreeMap<>(Settings.defaults());
    all.putAll(SINGLE);
    return all;
  }

  private static String shown(String key) {
    String value = DEFAULTS.getOrDefault(key, "");
    return value.isEmpty() ? "none" : "`" + value + "`";
  }

  private static Map<String, Row> page() {
    return ROW.matcher(Project.text("docs/reference/configuration.md"))
        .results()
        .collect(
            Collectors.toMap(
                (MatchResult row) -> row.group(1),
                row -> new Row(row.group(2), row.group(3), row.group(4))));
  }
}
