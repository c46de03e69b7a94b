package io.tweestap.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a reader sees as one character stays in one part.
class GraphemesTest {
  @ParameterizedTest
  @ValueSource(strings = {"👨‍👩‍👧‍👦", "👍🏽", "🇳🇱", "e\u0301", "नि", "각", "❤️", "1️⃣", "😀"})
  void aClusterIsNeverSplit(String cluster) {
    for (int before = 55; before <= 67; before++) {
      SmsParts parts = SmsParts.of("Ж".repeat(before) + cluster + "Ж".repeat(60));
      assertThat(parts.texts()).as("after %d", before).anyMatch(text -> text.contains(cluster));
      assertThat(parts.texts()).allMatch(text -> text.length() <= 67);
    }
  }

  @Test
  void aCarriageReturnStaysWithItsLineFeed() {
    SmsParts parts = SmsParts.of("a".repeat(152) + "\r\n" + "b".repeat(20));
    assertThat(parts.texts()).containsExactly("a".repeat(152), "\r\n" + "b".repeat(20));
  }

  @Test
  void aClusterLongerThanAPartIsCutBetweenCodePoints() {
    String cluster = "a" + "\u0301".repeat(100);
    SmsParts parts = SmsParts.of(cluster);
    assertThat(parts.texts()).hasSize(2);
    assertThat(parts.texts().getFirst()).hasSize(67);
    assertThat(String.join("", parts.texts())).isEqualTo(cluster);
  }

  @Test
  void aLongChainOfEmojiIsNotCutInsideOfASurrogatePair() {
    String chain =
        String.join("\u200d", List.of("😀".repeat(1), "😀", "😀")) + "\u200d😀".repeat(40);
    assertThat(SmsParts.of(chain).texts())
        .allMatch(text -> !Character.isLowSurrogate(text.charAt(0)));
  }
}
