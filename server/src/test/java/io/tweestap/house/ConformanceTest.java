package io.tweestap.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The page about conformance says what the tests say.
class ConformanceTest {
  private static final Standards STANDARDS = Standards.read();

  @Test
  void thePageNamesTheTestsThatProveAnItem() throws IOException {
    String page = new ConformancePage(STANDARDS, Proofs.of(tests(), STANDARDS)).text();
    if (Boolean.getBoolean("tweestap.conformance.write")) {
      Files.writeString(Project.root().resolve(ConformancePage.PATH), page);
    }
    assertThat(Project.text(ConformancePage.PATH)).isEqualTo(page);
  }

  @Test
  void anItemThatDoesNotExistIsFound() {
    assertThatThrownBy(() -> STANDARDS.namedIn("OTP-99: what is this?"))
        .hasMessage("there is no item OTP-99");
  }

  @Test
  void itemsAreReadFromSentences() {
    assertThat(ids("OTP-1 OTP-2 oathtool agrees, SHA-1 as well")).containsExactly("OTP-1", "OTP-2");
    assertThat(ids("URI-1 to URI-3 are written")).containsExactly("URI-1", "URI-2", "URI-3");
    assertThat(ids("ASVS-6.3.2: the first start")).containsExactly("ASVS-6.3.2");
    assertThat(ids("invariant 5, UTF-8")).isEmpty();
  }

  private static List<String> ids(String sentence) {
    return STANDARDS.namedIn(sentence).stream().map(Standards.Item::id).toList();
  }

  private static List<ParsedFile> tests() {
    return ParsedFile.all(
        Project.files(".java").stream()
            .filter(file -> file.path().contains("src/test/java/"))
            .filter(file -> file.text().contains("@DisplayName"))
            .toList());
  }
}
