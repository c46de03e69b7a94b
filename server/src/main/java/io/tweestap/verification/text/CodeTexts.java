package io.tweestap.verification.text;

import io.tweestap.shared.Channel;
import io.tweestap.shared.text.OneLine;
import io.tweestap.shared.text.Placeholders;
import io.tweestap.verification.Details;
import io.tweestap.verification.Purpose;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Writes the message around a code: the code first, then for which service and what, how long it
/// lives, and not to share it (SMS-3); for SMS the origin-bound last line (SMS-1). No links.
@Component
public class CodeTexts {
  /// Languages that every built-in text exists in; the first one stands in for all others.
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.of("nl"));

  private static final String BUNDLE = "io.tweestap.verification.text.code";
  private static final ResourceBundle.Control NO_SYSTEM_LOCALE =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  /// What stands in a message.
  ///
  /// @param sender name of the service
  /// @param host login host for the last line of an SMS, or empty for none
  /// @param details what a transaction code is bound to
  /// @param template the tenant's own text with placeholders, instead of the built-in one
  public record Content(
      String code,
      Purpose purpose,
      Channel channel,
      Locale locale,
      String sender,
      String host,
      Duration ttl,
      Optional<Details> details,
      Optional<String> template) {
    @Override
    public String toString() {
      return "Content[" + purpose + ", " + channel + ", " + locale + "]";
    }
  }

  /// The language that is spoken for a wish: itself where its language is known, else English.
  public static Locale spoken(Locale wished) {
    return LANGUAGES.stream()
        .filter(known -> known.getLanguage().equals(wished.getLanguage()))
        .findFirst()
        .orElse(LANGUAGES.getFirst());
  }

  /// The message of a code.
  public CodeMessage compose(Content content) {
    ResourceBundle words = ResourceBundle.getBundle(BUNDLE, content.locale(), NO_SYSTEM_LOCALE);
    Map<String, String> values = values(content, words);
    String pattern = content.template().orElseGet(() -> words.getString(key(content)));
    String subject = fill(words.getString("subject." + content.purpose().text()), values);
    return new CodeMessage(subject, fill(pattern, values) + lastLine(content));
  }

  private static String key(Content content) {
    return content.channel().text() + "." + content.purpose().text();
  }

  private static String lastLine(Content content) {
    return content.channel() == Channel.SMS && !content.host().isEmpty()
        ? "\n\n@" + content.host() + " #" + content.code()
        : "";
  }

  private static Map<String, String> values(Content content, ResourceBundle words) {
    Map<String, String> values = new HashMap<>();
    boolean spoken = content.channel() == Channel.VOICE;
    values.put("code", spoken ? digitByDigit(content.code()) : content.code());
    values.put("sender", OneLine.of(content.sender()));
    values.put("life", life(content.ttl(), words));
    content
        .details()
        .ifPresent(details -> {
          values.put("amount", amount(details, content.locale()));
          values.put("payee", payees(details));
        });
    return values;
  }

  /// Pauses between the digits; a speech engine would otherwise read one large number.
  private static String digitByDigit(String code) {
    return code.chars().mapToObj(Character::toString).collect(Collectors.joining(", "));
  }

  private static String life(Duration ttl, ResourceBundle words) {
    if (ttl.toMinutes() < 1) {
      return ttl.toSeconds() + " " + words.getString("unit.seconds");
    }
    return ttl.toMinutes() <= 120
        ? ttl.toMinutes() + " " + words.getString("unit.minutes")
        : ttl.toHours() + " " + words.getString("unit.hours");
  }

  private static String amount(Details details, Locale locale) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    int decimals = details.amount().scale();
    format.setMinimumFractionDigits(decimals);
    format.setMaximumFractionDigits(decimals);
    return details.currency().getCurrencyCode() + " " + format.format(details.amount());
  }

  private static String payees(Details details) {
    return details.payees().stream().map(OneLine::of).collect(Collectors.joining(", "));
  }

  private static String fill(String pattern, Map<String, String> values) {
    return Placeholders.fill(pattern, values);
  }
}
