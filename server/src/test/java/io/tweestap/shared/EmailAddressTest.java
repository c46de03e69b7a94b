package io.tweestap.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "anna@example.org",
        "o'hara+shop@sub.example.org",
        "jörg@bücher.example",
        "\uD83D\uDE00@example.org"
      })
  void addressIsOne(String text) {
    assertThat(new EmailAddress(text).address()).isEqualTo(text);
  }

  /// The domain stands in mails and in masked form in the database, so it holds no more than the
  /// part before it may.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b\0.example",
        "a@b\u0001.example",
        "a@b.example,c.example",
        "a@b>,<c.example",
        "a@b.example\u2028",
        "a@b\u202e.example",
        "a@b\uD800.example",
        "a@b;c.example",
        "a@b.exa\0mple",
        "a\u0085@b.example",
        "a@b.example\r\nBcc: c@d.example"
      })
  void whatCouldMeanMoreIsNone(String text) {
    assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void maskedAddressBeginsWithAWholeCharacter() {
    assertThat(new EmailAddress("\uD83D\uDE00nna@example.org").masked())
        .isEqualTo("\uD83D\uDE00***@example.org");
  }
}
