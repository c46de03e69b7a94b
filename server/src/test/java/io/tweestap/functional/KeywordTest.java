package io.tweestap.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.optout.Keyword;
import io.tweestap.optout.Keyword.Language;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What counts as STOP, START and HELP, and what does not.
class KeywordTest {
  private static final Set<Language> ALL = EnumSet.allOf(Language.class);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP",
        "stop",
        " Stop. ",
        "STOP!!!",
        "\"stop\"",
        "Stop. Thank you",
        "please stop",
        "StopAll",
        "unsubscribe",
        "CANCEL",
        "end",
        "Quit",
        "revoke",
        "optout",
        "opt-out",
        "Opt out.",
        "stop stop",
        "STOP ALL",
        "arrêt",
        "ARRET",
        "baja",
        "Afmelden aub",
        "ABMELDEN bitte",
        "désabonner",
        "parar"
      })
  void thisEndsMessages(String text) {
    assertThat(Keyword.of(text, ALL)).hasValue(Keyword.STOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "STOP 12345",
        "Stop by at nine?",
        "don't stop",
        "the end",
        "thank you",
        "",
        "...",
        "\uD83D\uDED1",
        "stop stop stop stop stop stop stop",
        "cancel my order",
        "yes please",
        "help me",
        "st op",
        "s"
      })
  void thisIsAMessageLikeAnyOther(String text) {
    assertThat(Keyword.of(text, ALL)).isEmpty();
  }

  @Test
  void theOtherTwoStandAlone() {
    for (String text : new String[] {"START", "yes.", "Unstop", "aanmelden", "ALTA"}) {
      assertThat(Keyword.of(text, ALL)).as(text).hasValue(Keyword.START);
    }
    for (String text : new String[] {"HELP", "info?", "hulp", "Hilfe!", "aide", "ayuda"}) {
      assertThat(Keyword.of(text, ALL)).as(text).hasValue(Keyword.HELP);
    }
  }

  @Test
  void wordsOfALanguageCountOnlyWhereItIsSpoken() {
    assertThat(Keyword.of("baja", Set.of(Language.EN))).isEmpty();
    assertThat(Keyword.of("baja", Set.of(Language.EN, Language.ES))).hasValue(Keyword.STOP);
    assertThat(Keyword.of("end", Set.of(Language.NL))).isEmpty();
  }
}
