package io.tweestap.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The examples in the documentation are code of the tests in `examples`, which run.
class DocumentedExamplesTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\\R(.*?)```");

  @Test
  void everyExampleIsCodeThatRuns() throws IOException {
    String running =
        Sources.files(Sources.TEST).stream()
            .map(Sources::text)
            .map(DocumentedExamplesTest::squeezed)
            .collect(Collectors.joining("\n"));
    List<String> examples = examples();
    assertThat(examples).hasSizeGreaterThan(15);
    assertThat(examples.stream().filter(it -> !running.contains(squeezed(it)))).isEmpty();
  }

  @Test
  void everyGroupHasAnExample() throws IOException {
    List<String> without = new ArrayList<>();
    for (Path file : Sources.files(Sources.MAIN)) {
      String text = Sources.text(file);
      if (text.contains("(Http http)")
          && text.contains("public final class")
          && !text.contains("/// ```java")
          && !file.endsWith("Http.java")) {
        without.add(file.getFileName().toString());
      }
    }
    assertThat(without).isEmpty();
  }

  private static List<String> examples() throws IOException {
    List<Path> documents = new ArrayList<>(Sources.files(Sources.MAIN));
    documents.add(Sources.README);
    var found = new ArrayList<String>();
    for (Path file : documents) {
      String text = Sources.text(file).replaceAll("(?m)^ */// ?", "");
      BLOCK.matcher(text).results().forEach(block -> found.add(block.group(1)));
    }
    return found;
  }

  /// Without white space: the formatter breaks lines elsewhere.
  private static String squeezed(String code) {
    return code.replaceAll("\\s+", "");
  }
}
