package io.tweestap.user.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tweestap.user.notice.Notice;
import io.tweestap.user.notice.NoticeKind;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every notice in every language.
class NoticeTextsTest {
  private static final ZonedDateTime AT =
      ZonedDateTime.parse("2026-03-01T11:00+01:00[Europe/Berlin]");
  private static final String CONTACT = "desk 12, extension 99";

  private final NoticeTexts texts = new NoticeTexts();

  static Stream<Arguments> everyNotice() {
    List<Arguments> all = new ArrayList<>();
    for (Locale locale : NoticeTexts.LANGUAGES) {
      for (NoticeKind kind : NoticeKind.values()) {
        all.add(Arguments.of(locale, kind));
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("everyNotice")
  @DisplayName("REC-5: each notice says what, when, and how to object; no link, nothing left open")
  void eachNoticeSaysWhatWhenAndHowToObject(Locale locale, NoticeKind kind) {
    NoticeText notice = texts.compose(kind, words(kind), frame(locale, CONTACT));

    assertThat(notice.subject()).contains("Elevencharz").doesNotContain("{", "}", "\n");
    assertThat(notice.subject().length()).isLessThanOrEqualTo(78);
    assertThat(notice.text()).contains("Elevencharz", CONTACT, "2026");
    assertThat(notice.text()).doesNotContain("{", "}", "http", "www.", "!");
    assertThat(notice.text().length()).isBetween(100, 700);
    if (kind != NoticeKind.ENROLLMENT_REMINDER) {
      assertThat(notice.text()).contains("11:00 (Europe/Berlin)");
    }
  }

  @ParameterizedTest
  @MethodSource("everyNotice")
  void everyWordIsSaid(Locale locale, NoticeKind kind) {
    Map<String, String> words = words(kind);
    NoticeText notice = texts.compose(kind, words, frame(locale, CONTACT));

    words.entrySet().stream()
        .filter(word -> !word.getKey().equals("kind") && !word.getKey().equals("until"))
        .forEach(word -> assertThat(notice.text()).contains(word.getValue()));
  }

  @Test
  void everyLanguageHasTheSameTexts() {
    List<String> english = keys(Locale.ENGLISH);
    for (Locale locale : NoticeTexts.LANGUAGES) {
      assertThat(keys(locale)).as(locale.toString()).isEqualTo(english);
    }
    assertThat(english).hasSizeGreaterThanOrEqualTo(2 * NoticeKind.values().length);
  }

  @Test
  void theHelpDeskOfTheTenantIsNamedWhereNoContactIs() {
    NoticeText notice =
        texts.compose(NoticeKind.RECOVERY_CODES_MADE, Map.of(), frame(Locale.ENGLISH, ""));

    assertThat(notice.text()).contains("contact the help desk of Example Org at once");
  }

  @Test
  void theKindOfAFactorIsToldInTheUsersLanguage() {
    Map<String, String> words = Map.of("factor", "Mein Handy", "kind", "totp");

    assertThat(texts.compose(NoticeKind.FACTOR_ADDED, words, frame(Locale.GERMAN, CONTACT)).text())
        .contains("\"Mein Handy\" (Authenticator-App)");
  }

  @Test
  void wordsFromOutsideMakeNoLinkAndStayShort() {
    assertThat(NoticeTexts.tame("https://evil.example/x\nCall +316"))
        .isEqualTo("https evil example/x Call +316");
    assertThat(NoticeTexts.tame("Firefox 140.0")).isEqualTo("Firefox 140.0");
    assertThat(NoticeTexts.tame("x".repeat(500))).hasSize(103);
  }

  @Test
  void aNoticeTakesTheWordsOfItsKindAndNoOthers() {
    assertThatThrownBy(() -> Notice.of(NoticeKind.NEW_BROWSER, Map.of("place", "here")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Map<String, String> words(NoticeKind kind) {
    Map<String, String> words = new HashMap<>();
    kind.words().forEach(word -> words.put(word, "word-" + word));
    words.computeIfPresent("kind", (_, _) -> "totp");
    words.computeIfPresent("until", (_, _) -> "2026-03-01");
    return words;
  }

  private static NoticeTexts.Frame frame(Locale locale, String contact) {
    return new NoticeTexts.Frame(locale, "Elevencharz", "Example Org", contact, AT);
  }

  private static List<String> keys(Locale locale) {
    return ResourceBundle.getBundle(
            "io.tweestap.user.text.notice",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
        .keySet()
        .stream()
        .sorted()
        .toList();
  }
}
