package io.tweestap.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("SMS-4: a text is counted and split as a handset gets it")
class SmsPartsTest {
  private static final int BASIC_PLANE = 0x10000;

  @Test
  void everyCharacterCostsWhatTheGsmTableSays() throws IOException {
    Map<Integer, Integer> septets = gsmTable();
    for (int character = 0; character < BASIC_PLANE; character++) {
      if (Character.getType(character) == Character.SURROGATE) {
        continue;
      }
      SmsParts parts = SmsParts.of(Character.toString(character));
      Integer cost = septets.get(character);
      assertThat(parts.encoding() == Encoding.GSM_7)
          .as("U+%04X", character)
          .isEqualTo(cost != null);
      assertThat(parts.units()).as("U+%04X", character).isEqualTo(cost == null ? 1 : cost);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a, 0, 1",
    "a, 160, 1",
    "a, 161, 2",
    "a, 306, 2",
    "a, 307, 3",
    "a, 459, 3",
    "a, 460, 4",
    "€, 80, 1",
    "€, 81, 2",
    "€, 152, 2",
    "€, 153, 3",
    "Ж, 70, 1",
    "Ж, 71, 2",
    "Ж, 134, 2",
    "Ж, 135, 3",
    "😀, 35, 1",
    "😀, 36, 2",
    "😀, 66, 2",
    "😀, 67, 3"
  })
  void partsAreCounted(String character, int times, int parts) {
    assertThat(SmsParts.of(character.repeat(times)).count()).isEqualTo(parts);
  }

  @Test
  void escapePairIsNeverSplit() {
    SmsParts parts = SmsParts.of("a".repeat(152) + "€" + "b".repeat(20));
    assertThat(parts.texts()).containsExactly("a".repeat(152), "€" + "b".repeat(20));
  }

  @Test
  void surrogatePairIsNeverSplit() {
    SmsParts parts = SmsParts.of("Ж".repeat(66) + "😀" + "Ж".repeat(20));
    assertThat(parts.texts()).containsExactly("Ж".repeat(66), "😀" + "Ж".repeat(20));
  }

  @Test
  void onePlainLookingQuoteMakesItUcs2() {
    assertThat(SmsParts.of("don’t").encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(SmsParts.of("don't").encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(SmsParts.of("\u001b").encoding()).isEqualTo(Encoding.UCS_2);
  }

  @Test
  void randomTextsAreWholeAgainAndEachPartFits() {
    Random random = new Random(4);
    List<String> characters = List.of("a", "é", "€", "[", "\n", "Ж", "😀", "\ud83d");
    for (int round = 0; round < 2_000; round++) {
      int kinds = 1 + random.nextInt(characters.size());
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(500); length > 0; length--) {
        text.append(characters.get(random.nextInt(kinds)));
      }
      check(text.toString());
    }
  }

  @Test
  void toStringShowsNoText() {
    assertThat(SmsParts.of("123456")).hasToString("SmsParts[GSM_7, 1 parts, 6 units]");
  }

  private static void check(String text) {
    SmsParts parts = SmsParts.of(text);
    boolean gsm = parts.encoding() == Encoding.GSM_7;
    int limit = parts.count() == 1 ? (gsm ? 160 : 70) : (gsm ? 153 : 67);
    assertThat(String.join("", parts.texts())).isEqualTo(text);
    assertThat(parts.texts()).allMatch(part -> SmsParts.of(part).units() <= limit || !gsm);
    assertThat(parts.texts()).allMatch(part -> gsm || part.length() <= limit);
    assertThat(parts.inBytes(7)).hasSize(parts.count());
  }

  private static Map<Integer, Integer> gsmTable() throws IOException {
    Map<Integer, Integer> septets = new HashMap<>();
    try (var in = Objects.requireNonNull(SmsPartsTest.class.getResourceAsStream("gsm0338.csv"));
        var lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
      lines
          .lines()
          .skip(1)
          .map(line -> line.split(","))
          .forEach(row -> septets.put(Integer.parseInt(row[2], 16), row[1].equals("yes") ? 2 : 1));
    }
    return septets;
  }
}
