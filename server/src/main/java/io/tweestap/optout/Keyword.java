package io.tweestap.optout;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What the whole of a message may mean.
///
/// It counts without case, accents and punctuation. STOP may stand beside words of courtesy ("Stop.
/// Thank you"): a person who says so wants no more messages, and one that is not heard gets angry.
/// Beside anything else ("STOP 12345", "Stop by at nine?") it is part of a text that only the
/// tenant's own application understands, and ending all messages would be more than was said. START
/// and HELP stand alone: to miss one of them harms nobody.
public enum Keyword {
  STOP,
  START,
  HELP;

  /// More words than this are a text.
  private static final int WORDS_MAX = 6;

  private static final Set<String> COURTESY =
      words(
          "PLEASE PLS THANK THANKS YOU NOW ALL MESSAGES ALSTUBLIEFT AUB GRAAG BEDANKT DANK U JE"
              + " ALLES BITTE DANKE ALLE SVP MERCI TOUT POR FAVOR GRACIAS");

  /// The words of a language. `toString` shows its tag.
  public enum Language {
    EN("STOP STOPALL UNSUBSCRIBE CANCEL END QUIT REVOKE OPTOUT", "START YES UNSTOP", "HELP INFO"),
    NL("STOP STOPPEN AFMELDEN UITSCHRIJVEN", "START HERVATTEN AANMELDEN", "HELP HULP INFO"),
    DE("STOP STOPP ABMELDEN ABBESTELLEN", "START ANMELDEN", "HELP HILFE INFO"),
    FR("STOP ARRET DESABONNER DESINSCRIRE", "START REPRENDRE", "HELP AIDE INFO"),
    ES("STOP BAJA PARAR CANCELAR DETENER", "START ALTA REANUDAR", "HELP AYUDA INFO");

    private final Set<String> stop;
    private final Set<String> start;
    private final Set<String> help;

    Language(String stop, String start, String help) {
      this.stop = words(stop);
      this.start = words(start);
      this.help = words(help);
    }

    /// As it stands in the API: `nl`.
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Language> of(String text) {
      return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
    }
  }

  /// What a message means in these languages; empty when it is a message like any other.
  public static Optional<Keyword> of(String text, Collection<Language> languages) {
    List<String> said = List.of(bare(text).split(" "));
    Set<String> stops = all(languages, language -> language.stop);
    if (said.size() <= WORDS_MAX
        && said.stream().anyMatch(stops::contains)
        && said.stream().allMatch(word -> stops.contains(word) || COURTESY.contains(word))) {
      return Optional.of(STOP);
    }
    if (said.equals(List.of("OPT", "OUT"))) {
      return Optional.of(STOP);
    }
    String word = said.size() == 1 ? said.getFirst() : "";
    if (all(languages, language -> language.start).contains(word)) {
      return Optional.of(START);
    }
    return all(languages, language -> language.help).contains(word)
        ? Optional.of(HELP)
        : Optional.empty();
  }

  private static String bare(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip()
        .toUpperCase(Locale.ROOT);
  }

  private static Set<String> all(
      Collection<Language> languages, Function<Language, Set<String>> words) {
    return languages.stream()
        .flatMap(language -> words.apply(language).stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }

  /// As it stands in a record: `stop`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
