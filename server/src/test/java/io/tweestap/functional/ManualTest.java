package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The user manual is whole and the same in every language.
class ManualTest {
  private static final List<Manual> ALL = Stream.of("nl", "de", "en").map(Manual::read).toList();
  private static final long MOST_BYTES = 3_000_000;

  @Test
  void everyPictureIsThereAndNoneIsLeftOver() throws IOException {
    Set<Path> named =
        ALL.stream()
            .flatMap(manual -> manual.files().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.walk(Manual.FOLDER.resolve("images"))) {
      Set<Path> there =
          files
              .filter(Files::isRegularFile)
              .map(Path::normalize)
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(there).isEqualTo(named);
    }
  }

  @Test
  void everyLanguageHasTheSameChaptersWithTheSamePictures() {
    List<List<String>> chapters = ALL.getFirst().chapters();
    assertThat(chapters).hasSizeGreaterThan(6);
    assertThat(ALL).allSatisfy(manual -> assertThat(manual.chapters()).isEqualTo(chapters));
  }

  @Test
  void everyPictureIsInItsLanguage() {
    assertThat(ALL)
        .allSatisfy(manual ->
            assertThat(manual.links())
                .allMatch(link -> link.startsWith("../images/" + manual.language() + "/")));
  }

  @Test
  void thePicturesAreSmall() throws IOException {
    long bytes = 0;
    for (Manual manual : ALL) {
      for (Path file : manual.files()) {
        bytes += Files.size(file);
      }
    }
    assertThat(bytes).isLessThan(MOST_BYTES);
  }
}
