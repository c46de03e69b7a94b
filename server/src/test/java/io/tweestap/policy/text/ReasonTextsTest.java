package io.tweestap.policy.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Strength;
import io.tweestap.policy.Reason;
import io.tweestap.policy.ReasonKind;
import io.tweestap.policy.forecast.Forecast;
import io.tweestap.policy.forecast.ForecastOutcome;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTextsTest {
  @ParameterizedTest
  @EnumSource(ReasonKind.class)
  void everyReasonHasASentenceInEachLanguage(ReasonKind kind) {
    Set<String> sentences = new HashSet<>();
    for (Locale language : ReasonTexts.LANGUAGES) {
      String sentence = words(language).sentence(new Reason(kind, Optional.of("X"), value(kind)));
      assertThat(sentence).endsWith(" (X)").doesNotContain("{").hasSizeGreaterThan(12);
      sentences.add(sentence);
    }
    assertThat(sentences).hasSize(ReasonTexts.LANGUAGES.size());
  }

  @Test
  void everyKindAndStrengthHasAName() {
    for (Locale language : ReasonTexts.LANGUAGES) {
      for (FactorKind kind : FactorKind.values()) {
        assertThat(words(language).word("kind." + kind.text())).isNotBlank();
      }
      for (Strength strength : Strength.values()) {
        assertThat(words(language).word("strength." + strength.text())).isNotBlank();
      }
      for (ForecastOutcome outcome : ForecastOutcome.values()) {
        assertThat(forecast(language).outcome(outcome)).endsWith(".");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | PT24H  | A login lasts 1 day.
          en | PT8H   | A login lasts 8 hours.
          en | PT90M  | A login lasts 90 minutes.
          en | PT1M   | A login lasts 1 minute.
          en | PT61S  | A login lasts 61 seconds.
          nl | PT168H | Een inlog geldt 7 dagen.
          de | PT1H   | Eine Anmeldung gilt 1 Stunde.
          fr | PT1H   | A login lasts 1 hour.
          """)
  void timesAreToldInTheLargestUnit(String language, String time, String sentence) {
    assertThat(
            words(Locale.of(language))
                .sentence(new Reason(ReasonKind.STAY_LOGGED_IN, Optional.empty(), time)))
        .isEqualTo(sentence);
  }

  @Test
  void momentsAreToldInTheZoneOfTheReader() {
    Reason reason = new Reason(ReasonKind.EXEMPT_UNTIL, Optional.empty(), "2027-03-31T22:00:00Z");

    assertThat(words(Locale.ENGLISH).sentence(reason))
        .isEqualTo("The user is exempt until April 1, 2027, 00:00.");
  }

  @Test
  void aForecastIsASentence() {
    assertThat(forecast(Locale.ENGLISH).sentence(Optional.of("x"), counts(3, 47)))
        .isEqualTo("47 users of group x could not log in on March 1, 2027.");
    assertThat(forecast(Locale.of("nl")).sentence(Optional.empty(), counts(3, 1)))
        .isEqualTo("1 gebruiker zou op 1 maart 2027 niet kunnen inloggen.");
    assertThat(forecast(Locale.GERMAN).sentence(Optional.of("x"), counts(2, 0)))
        .isEqualTo("Alle 2 Benutzer der Gruppe x könnten sich am 1. März 2027 anmelden.");
    assertThat(forecast(Locale.ENGLISH).sentence(Optional.empty(), counts(1, 0)))
        .isEqualTo("The one user could log in on March 1, 2027.");
    assertThat(forecast(Locale.ENGLISH).sentence(Optional.empty(), counts(0, 0)))
        .isEqualTo("Nobody was looked at.");
  }

  private static Forecast.Counts counts(long fine, long stuck) {
    Map<ForecastOutcome, Long> outcomes = new EnumMap<>(ForecastOutcome.class);
    outcomes.put(ForecastOutcome.PASS, fine);
    outcomes.put(ForecastOutcome.ENROLL_REQUIRED, stuck);
    return new Forecast.Counts(fine + stuck, outcomes);
  }

  private static String value(ReasonKind kind) {
    return switch (kind.value()) {
      case NONE -> "";
      case DATE -> "2027-03-01";
      case MOMENT -> "2027-03-01T12:00:00Z";
      case TIME -> "PT8H";
      case NUMBER, DAYS -> "3";
      case KINDS -> "totp, phone";
      case STRENGTH -> "standard";
      case PROFILE -> "aal2";
    };
  }

  private static ReasonTexts words(Locale language) {
    return new ReasonTexts(language, ZoneId.of("Europe/Amsterdam"));
  }

  private static ForecastTexts forecast(Locale language) {
    return new ForecastTexts(words(language), LocalDate.of(2027, 3, 1));
  }
}
