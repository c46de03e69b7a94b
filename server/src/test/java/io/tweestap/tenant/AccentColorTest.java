package io.tweestap.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A tenant's color can be read wherever it stands")
class AccentColorTest {
  private static AccentColor color(String text) {
    return AccentColor.of(text).orElseThrow();
  }

  /// Known values, such as those of the WebAIM contrast checker.
  @ParameterizedTest
  @CsvSource({
    "#000000, #ffffff, 21.0",
    "#ffffff, #ffffff, 1.0",
    "#777777, #ffffff, 4.48",
    "#767676, #ffffff, 4.54",
    "#0000ff, #ffffff, 8.59",
    "#ffff00, #ffffff, 1.07"
  })
  void contrastIsThatOfWcag(String one, String other, double expected) {
    assertThat(color(one).contrast(color(other))).isCloseTo(expected, within(0.01));
    assertThat(color(other).contrast(color(one))).isCloseTo(expected, within(0.01));
  }

  @Test
  void whatIsTooLightGetsTheNearestThatCanBeRead() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      AccentColor any = new AccentColor(random.nextInt(1 << 24));
      AccentColor readable = any.readable();
      AccentColor dark = readable.onDark();
      assertThat(readable.readability()).isGreaterThanOrEqualTo(AccentColor.ENOUGH);
      assertThat(readable.contrast(color("#ffffff"))).isGreaterThanOrEqualTo(AccentColor.ENOUGH);
      assertThat(dark.contrast(color("#232d3a"))).isGreaterThanOrEqualTo(AccentColor.ENOUGH);
      assertThat(dark.contrast(color("#0b1420"))).isGreaterThanOrEqualTo(AccentColor.ENOUGH);
      if (any.readability() >= AccentColor.ENOUGH) {
        assertThat(readable).isEqualTo(any);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#fff", "1f5fbf", "#1F5FBF", "#1f5fbg", "#1f5fbf;", "red", "#1f5fbf0"})
  void onlyOneFormIsRead(String text) {
    assertThat(AccentColor.of(text)).isEmpty();
  }
}
