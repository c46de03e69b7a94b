package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every `curl` command of the README and the guides is given to a shell as it stands there. In the
/// place of curl is a function that notes what it was told: each request must be one that the API
/// describes, with fields that it knows. Given are the variables that the README sets and what
/// readers take from answers.
class GuideRequestsTest {
  private static final Path ROOT = Files.exists(Path.of("docs")) ? Path.of("") : Path.of("..");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(?:sh)?\\R(.*?)^ *```");
  private static final Pattern COMMAND = Pattern.compile("^(\\$ )?(curl |(export )?[A-Z_]+=)");
  private static final String NOTE =
      """
      curl() { printf '%s\\0' "$@" >> requests; printf '\\n\\0' >> requests; echo '{"id": "x"}'; }
      jq() { cat > /dev/null; echo x; }
      TWEESTAP=http://localhost:8080; APP=http://localhost:3000
      CLIENT_ID=i; CLIENT_SECRET=s; TOKEN=t; AUTH=a; JSON=j
      LOGIN=x; FACTOR=x; RETURN_CODE=x; RESPONSE='{}'; CODE=1
      """;

  @TempDir private Path place;

  /// One request.
  ///
  /// @param body empty without one
  record Asked(String method, String path, String body) {
    static Asked of(List<String> words) {
      String method = "";
      String body = "";
      String url = "";
      for (int i = 0; i < words.size(); i++) {
        switch (words.get(i)) {
          case "-X" -> method = words.get(++i);
          case "-d", "--data", "--data-binary" -> body = words.get(++i);
          case "-H", "-u", "-o", "-T" -> i++;
          default -> url = words.get(i).startsWith("-") ? url : words.get(i);
        }
      }
      String path = url.replaceFirst("^(https?://)?[^/]+", "");
      return new Asked(method.isEmpty() ? body.isEmpty() ? "GET" : "POST" : method, path, body);
    }
  }

  static List<String> documents() throws IOException {
    try (Stream<Path> guides = Files.list(ROOT.resolve("docs/guides"))) {
      return Stream.concat(
              Stream.of("README.md"),
              guides.map(file -> "docs/guides/" + file.getFileName()).sorted())
          .filter(name -> !commands(name).isEmpty())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyRequestIsOneOfTheApi(String document) throws Exception {
    for (Asked asked : asked(document)) {
      Described.Operation operation = Described.operation(asked.method(), asked.path());
      Set<String> unknown = fields(asked.body());
      JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
      unknown.removeAll(Described.resolve(schema).path("properties").propertyNames());
      assertThat(unknown).as(operation.name() + " in " + document).isEmpty();
    }
  }

  @Test
  void theGuidesAreRead() throws IOException {
    assertThat(documents()).hasSizeGreaterThan(12);
  }

  private List<Asked> asked(String document) throws Exception {
    Guide.needs("bash");
    String script = NOTE + String.join("\n", commands(document));
    Process shell =
        new ProcessBuilder("bash", "-u", "-c", script)
            .directory(place.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    List<Asked> all = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String word : Files.readString(place.resolve("requests")).split("\0", -1)) {
      if (word.equals("\n")) {
        all.add(Asked.of(words));
        words.clear();
      } else {
        words.add(word);
      }
    }
    return all;
  }

  /// The commands of a document: requests, and the variables that they use.
  private static List<String> commands(String document) {
    List<String> found = new ArrayList<>();
    BLOCK
        .matcher(read(ROOT.resolve(document)))
        .results()
        .forEach(block -> collect(block.group(1).lines().map(String::strip).toList(), found));
    return found;
  }

  private static void collect(List<String> lines, List<String> found) {
    StringBuilder command = new StringBuilder();
    for (String line : lines) {
      if (command.isEmpty() && !COMMAND.matcher(line).find()) {
        continue;
      }
      command.append(command.isEmpty() ? line.replaceFirst("^\\$ ", "") : "\n" + line);
      if (isWhole(command)) {
        found.add(command.toString());
        command.setLength(0);
      }
    }
  }

  /// Whether no quote is open and the line does not go on.
  private static boolean isWhole(CharSequence command) {
    char open = 0;
    for (int i = 0; i < command.length(); i++) {
      char one = command.charAt(i);
      if (one == '\\' && open != '\'') {
        i++;
        if (i == command.length()) {
          return false;
        }
      } else if (open == 0 && (one == '\'' || one == '"')) {
        open = one;
      } else if (one == open) {
        open = 0;
      }
    }
    return open == 0;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The fields of a body; none of a form, a file, or one that is shortened with dots.
  private static Set<String> fields(String body) {
    return body.startsWith("{") && !body.contains("...")
        ? new TreeSet<>(ApiTest.Json.read(body).propertyNames())
        : new TreeSet<>();
  }
}
