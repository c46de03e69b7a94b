package io.tweestap.user.text;

import io.tweestap.shared.text.OneLine;
import io.tweestap.shared.text.Placeholders;
import io.tweestap.user.notice.NoticeKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/// Writes a notice: what, when, and how to object (REC-5). No links, no secrets.
@Component
public class NoticeTexts {
  /// Languages that every text exists in; the first one stands in for all others.
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("nl"));

  private static final String BUNDLE = "io.tweestap.user.text.notice";
  private static final int WORD_MAX = 100;
  private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /// Who speaks to whom, and when.
  ///
  /// @param sender name of the service as its users know it
  /// @param tenant name of the organization
  /// @param contact whom to turn to; empty: the organization's help desk
  /// @param at when it happened, in the user's zone
  public record Frame(
      Locale locale, String sender, String tenant, String contact, ZonedDateTime at) {}

  /// The language that is spoken for a wish: itself where its language is known, else English.
  public static Locale spoken(Locale wished) {
    return LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(wished.getLanguage()))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  /// The notice.
  ///
  /// @param words those that the kind names
  public NoticeText compose(NoticeKind kind, Map<String, String> words, Frame frame) {
    ResourceBundle texts =
        ResourceBundle.getBundle(BUNDLE, spoken(frame.locale()), NO_SYSTEM_LOCALE);
    Map<String, String> values = values(words, frame, texts);
    String foot = kind == NoticeKind.ENROLLMENT_REMINDER ? "foot.questions" : "foot.object";
    return new NoticeText(
        Placeholders.fill(texts.getString("subject." + kind.text()), values),
        Placeholders.fill(texts.getString("text." + kind.text()), values)
            + "\n\n"
            + Placeholders.fill(texts.getString(foot), values)
            + "\n");
  }

  private static Map<String, String> values(
      Map<String, String> words, Frame frame, ResourceBundle texts) {
    Map<String, String> values = new HashMap<>();
    words.forEach((name, word) -> values.put(name, shown(name, word, frame, texts)));
    values.put("sender", OneLine.of(frame.sender()));
    values.put("time", moment(frame.at(), spoken(frame.locale())));
    values.put("contact", contact(frame, texts));
    return values;
  }

  private static String shown(String name, String word, Frame frame, ResourceBundle texts) {
    return switch (name) {
      case "kind" -> texts.containsKey("kind." + word) ? texts.getString("kind." + word) : word;
      case "until" -> day(LocalDate.parse(word), spoken(frame.locale()));
      case "added", "removed" -> word.equals("-") ? texts.getString("nothing") : OneLine.of(word);
      default -> tame(word);
    };
  }

  /// Words that somebody typed or a browser sent: one line, short, and nothing that a mail program
  /// would turn into a link.
  static String tame(String word) {
    String line = OneLine.of(word).replace("://", " ").replaceAll("(?<=\\p{L})[.@](?=\\p{L})", " ");
    return line.codePointCount(0, line.length()) <= WORD_MAX
        ? line
        : line.substring(0, line.offsetByCodePoints(0, WORD_MAX)) + "...";
  }

  private static String contact(Frame frame, ResourceBundle texts) {
    return frame.contact().isBlank()
        ? Placeholders.fill(
            texts.getString("contact.usual"), Map.of("tenant", OneLine.of(frame.tenant())))
        : OneLine.of(frame.contact());
  }

  private static String moment(ZonedDateTime at, Locale locale) {
    return day(at.toLocalDate(), locale)
        + ", "
        + DateTimeFormatter.ofPattern("HH:mm", locale).format(at)
        + " ("
        + zone(at.getZone())
        + ")";
  }

  private static String zone(ZoneId zone) {
    return zone.getId().replace('_', ' ');
  }

  private static String day(LocalDate day, Locale locale) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }
}
