package io.tweestap.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// A promise in the threat model names the tests that hold it; they are there.
class ThreatModelTest {
  private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*Test)`");

  @Test
  void everyTestThatIsNamedIsThere() {
    Set<String> named =
        NAMED
            .matcher(Project.text("docs/operating/security.md"))
            .results()
            .map(found -> found.group(1) + ".java")
            .collect(Collectors.toSet());
    Set<String> there =
        Project.files("Test.java").stream().map(TextFile::name).collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(30);
    assertThat(there).containsAll(named);
  }
}
