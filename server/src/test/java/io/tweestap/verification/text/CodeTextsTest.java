package io.tweestap.verification.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.shared.Channel;
import io.tweestap.shared.text.OneLine;
import io.tweestap.shared.text.Placeholders;
import io.tweestap.sms.Encoding;
import io.tweestap.sms.SmsParts;
import io.tweestap.verification.Details;
import io.tweestap.verification.Purpose;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every text in every language, purpose and channel.
class CodeTextsTest {
  private static final String CODE = "0123456789";
  private static final String SENDER = "Elevencharz";
  private static final String HOST = "login.customers.example.org";

  private final CodeTexts texts = new CodeTexts();

  static Stream<Arguments> everyText() {
    List<Arguments> all = new ArrayList<>();
    for (Locale locale : CodeTexts.LANGUAGES) {
      for (Purpose purpose : Purpose.values()) {
        for (Channel channel : Channel.values()) {
          if (purpose.allows(channel)) {
            all.add(Arguments.of(locale, purpose, channel));
          }
        }
      }
    }
    return all.stream();
  }

  static Stream<Arguments> everySms() {
    return everyText().filter(arguments -> arguments.get()[2] == Channel.SMS);
  }

  @ParameterizedTest
  @MethodSource("everySms")
  @DisplayName("SMS-4: each text fits one GSM-7 segment with its longest usual values")
  void eachTextFitsOneSegment(Locale locale, Purpose purpose, Channel channel) {
    SmsParts parts = SmsParts.of(compose(locale, purpose, channel));

    assertThat(parts.encoding()).isEqualTo(Encoding.GSM_7);
    assertThat(parts.count()).as(parts.units() + " units").isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("everySms")
  @DisplayName("SMS-1, SMS-3: the code first, the sender, the last line; no link")
  void eachSmsIsBuiltAsPromised(Locale locale, Purpose purpose, Channel channel) {
    String text = compose(locale, purpose, channel);

    assertThat(text).startsWith(CODE + " ").contains(SENDER, "10 min");
    assertThat(text.lines().toList()).last().isEqualTo("@" + HOST + " #" + CODE);
    assertThat(text).doesNotContain("http", "www.", "{", "}");
  }

  @ParameterizedTest
  @MethodSource("everyText")
  void eachTextNamesSenderAndCode(Locale locale, Purpose purpose, Channel channel) {
    String text = compose(locale, purpose, channel);

    assertThat(text).contains(SENDER).doesNotContain("{", "}");
    assertThat(text).contains(channel == Channel.VOICE ? "0, 1, 2, 3" : CODE);
    if (purpose == Purpose.TRANSACTION) {
      assertThat(text).contains("EUR 12", "J. Jansen");
    }
  }

  @ParameterizedTest
  @MethodSource("everyText")
  void aSubjectIsOneLineWithoutTheCode(Locale locale, Purpose purpose, Channel channel) {
    String subject = texts.compose(content(locale, purpose, channel)).subject();

    assertThat(subject).contains(SENDER).doesNotContain(CODE, "\n", "{");
  }

  @Test
  void everyLanguageHasTheSameTexts() {
    List<String> english = keys(Locale.ENGLISH);
    for (Locale locale : CodeTexts.LANGUAGES) {
      assertThat(keys(locale)).as(locale.toString()).isEqualTo(english);
    }
  }

  @Test
  void languagesDiffer() {
    assertThat(compose(Locale.GERMAN, Purpose.LOGIN, Channel.SMS))
        .isNotEqualTo(compose(Locale.ENGLISH, Purpose.LOGIN, Channel.SMS))
        .isNotEqualTo(compose(Locale.of("nl"), Purpose.LOGIN, Channel.SMS));
  }

  @Test
  void anUnknownLanguageIsSpokenInEnglish() {
    assertThat(CodeTexts.spoken(Locale.of("pt"))).isEqualTo(Locale.ENGLISH);
    assertThat(CodeTexts.spoken(Locale.forLanguageTag("de-AT"))).isEqualTo(Locale.GERMAN);
  }

  @Test
  void theLifeIsTold() {
    assertThat(life(Duration.ofSeconds(45))).contains("45 s");
    assertThat(life(Duration.ofMinutes(5))).contains("5 min");
    assertThat(life(Duration.ofMinutes(120))).contains("120 min");
    assertThat(life(Duration.ofHours(48))).contains("48 h");
  }

  @Test
  @DisplayName("SMS-5: a value loses line breaks, hidden characters and likes of the last line")
  void valuesAreTamed() {
    assertThat(OneLine.of("A\r\n B\u202e\u200b\u0000C")).isEqualTo("A B C");
    assertThat(OneLine.of("@evil.example #123")).isEqualTo("evil.example 123");
    assertThat(OneLine.of("Cafe\u0301")).isEqualTo("Caf\u00e9");
  }

  @Test
  void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
    assertThat(Placeholders.fill("{a} {b}", java.util.Map.of("a", "{b}", "b", "x")))
        .isEqualTo("{b} x");
  }

  private String life(Duration ttl) {
    return texts
        .compose(
            new CodeTexts.Content(
                CODE,
                Purpose.CONTACT,
                Channel.SMS,
                Locale.ENGLISH,
                SENDER,
                "",
                ttl,
                Optional.empty(),
                Optional.empty()))
        .text();
  }

  private String compose(Locale locale, Purpose purpose, Channel channel) {
    return texts.compose(content(locale, purpose, channel)).text();
  }

  private static CodeTexts.Content content(Locale locale, Purpose purpose, Channel channel) {
    Optional<Details> details =
        purpose == Purpose.TRANSACTION
            ? Optional.of(
                new Details(
                    new BigDecimal("12.50"), Currency.getInstance("EUR"), List.of("J. Jansen")))
            : Optional.empty();
    return new CodeTexts.Content(
        CODE,
        purpose,
        channel,
        locale,
        SENDER,
        HOST,
        Duration.ofMinutes(10),
        details,
        Optional.empty());
  }

  private static List<String> keys(Locale locale) {
    return ResourceBundle.getBundle(
            "io.tweestap.verification.text.code",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet()
        .stream()
        .sorted()
        .toList();
  }
}
