package io.tweestap.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The words of the pages are there in every language, and all of them are used")
class WordsTest {
  private static final Path RESOURCES = Path.of("src", "main", "resources");
  private static final Path WORDS = RESOURCES.resolve("io/tweestap/page");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");
  private static final Pattern KEY = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)+");

  /// Languages beside English, which stands in the file without one.
  private static final List<String> OTHERS = List.of("nl", "de");

  static Stream<String> rooms() throws IOException {
    try (Stream<Path> all = Files.list(WORDS)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList().stream();
    }
  }

  private static Properties words(String room, String suffix) {
    Properties words = new Properties();
    try (var file = Files.newBufferedReader(WORDS.resolve(room).resolve("words" + suffix))) {
      words.load(file);
      return words;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void everyLanguageHasTheSameWords(String room) {
    Properties english = words(room, ".properties");
    for (String language : OTHERS) {
      Properties other = words(room, "_" + language + ".properties");
      assertThat(other.stringPropertyNames())
          .as(language)
          .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
      for (String key : english.stringPropertyNames()) {
        assertThat(other.getProperty(key)).as(language + " " + key).isNotBlank();
        assertThat(places(other.getProperty(key)))
            .as(language + " " + key)
            .isEqualTo(places(english.getProperty(key)));
      }
    }
  }

  /// What is between `#{` and `}` in templates, and in quotes in the pages' code: whole keys, and
  /// beginnings of keys whose ends are put together.
  private static String used(String room) throws IOException {
    StringBuilder all = new StringBuilder();
    List<Path> places =
        List.of(
            RESOURCES.resolve("templates"),
            Path.of("src", "main", "java", "io", "tweestap", "page"));
    for (Path place : places) {
      try (Stream<Path> files = Files.walk(place)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          all.append(Files.readString(file)).append('\n');
        }
      }
    }
    return all.toString();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void everyWordOfAPageIsThere(String room) throws IOException {
    Set<String> there = words(room, ".properties").stringPropertyNames();
    Pattern mentioned = Pattern.compile("#\\{(" + room + "\\.[a-z0-9_.]*[a-z0-9_])[(}]");
    assertThat(mentioned.matcher(used(room)).results().map(found -> found.group(1)).distinct())
        .allMatch(there::contains);
  }

  @ParameterizedTest
  @ValueSource(strings = {"look", "prompt", "account"})
  void everyWordIsUsed(String room) throws IOException {
    Set<String> whole =
        KEY.matcher(used(room)).results().map(MatchResult::group).collect(Collectors.toSet());
    Set<String> beginnings =
        Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*\\.(?=[\"$'])")
            .matcher(used(room))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    assertThat(words(room, ".properties").stringPropertyNames())
        .allMatch(key -> whole.contains(key) || beginnings.stream().anyMatch(key::startsWith));
  }
}
