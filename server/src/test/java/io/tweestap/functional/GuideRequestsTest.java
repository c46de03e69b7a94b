package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.functional.Described.Operation;
import io.tweestap.functional.Walkthrough.Step;
import io.tweestap.tenant.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Every `curl` command of the README and the guides is given to a shell as it stands there. In the
/// place of curl is a function that notes what it was told: each request must be one that the API
/// describes, with fields that it knows, and so must the answer that is shown. Given are only the
/// variables that `authentication.md` has readers set; each other one is set by the document that
/// uses it.
class GuideRequestsTest {
  private static final Path ROOT = Files.exists(Path.of("docs")) ? Path.of("") : Path.of("..");
  private static final String NOTE =
      """
      curl() {
        printf '%s\\0' "$@" >> requests
        printf '\\n\\0' >> requests
        echo '{"id":"x","options":[{"factor_id":"x"}]}'
      }
      jq() { cat > /dev/null; echo x; }
      TWEESTAP=http://localhost:8080; CLIENT_ID=i; CLIENT_SECRET=s; AUTH=a; JSON=j
      """;
  private static final String NEXT = "\nprintf '\\f\\0' >> requests\n";

  @TempDir private Path place;

  /// One request.
  ///
  /// @param body empty without one
  record Asked(String method, String url, String body) {
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
      return new Asked(method.isEmpty() ? body.isEmpty() ? "GET" : "POST" : method, url, body);
    }

    /// Not a server of the reader's own.
    boolean isOurs() {
      return url.contains("localhost:8080");
    }

    Operation operation() {
      return Described.operation(method, url.replaceFirst("^(https?://)?[^/]+", ""));
    }
  }

  /// A step as it was carried out.
  record Done(Step step, List<Asked> requests) {}

  static List<String> documents() throws IOException {
    try (Stream<Path> guides = Files.list(ROOT.resolve("docs/guides"))) {
      return Stream.concat(
              Stream.of("README.md"),
              guides.map(file -> "docs/guides/" + file.getFileName()).sorted())
          .filter(name -> !Walkthrough.of(read(name)).isEmpty())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void everyRequestAndAnswerIsOneOfTheApi(String document) throws Exception {
    for (Done done : walk(document)) {
      for (Asked asked : done.requests()) {
        Operation operation = asked.operation();
        Set<String> unknown = fields(asked.body());
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        unknown.removeAll(Described.resolve(schema).path("properties").propertyNames());
        assertThat(unknown).as(operation.name() + " in " + document).isEmpty();
      }
      if (!done.requests().isEmpty()) {
        AnswerFields known = AnswerFields.of(done.requests().getLast().operation());
        assertThat(known.unknown(done.step().answer())).as(done.step().command()).isEmpty();
      }
    }
  }

  @Test
  void theGuidesAreRead() throws IOException {
    assertThat(documents()).hasSizeGreaterThan(12);
  }

  @Test
  void everyScopeIsExplained() {
    String guide = read("docs/guides/authentication.md");
    assertThat(Stream.of(Scope.values()).map(Scope::text).map(it -> "`" + it + "`"))
        .allMatch(guide::contains);
  }

  private List<Done> walk(String document) throws Exception {
    Guide.needs("bash");
    List<Step> steps = Walkthrough.of(read(document));
    StringBuilder script = new StringBuilder(NOTE);
    steps.forEach(step -> script.append(step.command()).append(NEXT));
    Process shell =
        new ProcessBuilder("bash", "-u", "-c", script.toString())
            .directory(place.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    assertThat(said).doesNotContain("unbound variable");
    String[] perStep = Files.readString(place.resolve("requests")).split("\f\0", -1);
    List<Done> all = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      all.add(new Done(steps.get(i), asked(perStep[i])));
    }
    return all;
  }

  private static List<Asked> asked(String noted) {
    List<Asked> all = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String word : noted.split("\0", -1)) {
      if (word.equals("\n")) {
        all.add(Asked.of(words));
        words.clear();
      } else {
        words.add(word);
      }
    }
    all.removeIf(asked -> !asked.isOurs());
    return all;
  }

  private static String read(String document) {
    try {
      return Files.readString(ROOT.resolve(document));
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
