package io.tweestap.verification.template;

import io.tweestap.shared.Channel;
import io.tweestap.shared.text.Placeholders;
import io.tweestap.sms.Encoding;
import io.tweestap.sms.SmsParts;
import io.tweestap.verification.Details;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.text.CodeTexts;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// What a tenant's own text must be like: it holds the code, and nothing that a careful reader
/// should not meet in a message with a code.
@Component
public class TemplateRules {
  /// Longest text, in characters, before anything is put in.
  public static final int LONGEST = 480;

  private static final Set<String> PLACES = Set.of("code", "sender", "life", "amount", "payee");
  private static final Pattern LINK =
      Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]*://|\\bwww\\.|\\b[a-z0-9-]+\\.[a-z]{2,}/)");
  private static final Pattern LAST_LINE = Pattern.compile("@\\S+ #");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

  private final CodeTexts texts;

  TemplateRules(CodeTexts texts) {
    this.texts = texts;
  }

  /// What is wrong with a text; empty when nothing is. The sentence continues "The text ...".
  public Optional<String> fault(String body) {
    Set<String> places = Placeholders.in(body);
    if (!places.contains("code")) {
      return Optional.of("must hold {code}");
    }
    if (!PLACES.containsAll(places)) {
      return Optional.of("may only hold {code}, {sender}, {life}, {amount} and {payee}");
    }
    if (places.contains("amount") != places.contains("payee")) {
      return Optional.of("must hold both {amount} and {payee} or neither");
    }
    if (body.length() > LONGEST) {
      return Optional.of("may have at most " + LONGEST + " characters");
    }
    return faultOfContent(body);
  }

  private static Optional<String> faultOfContent(String body) {
    String plain = body.replaceAll("\\{[a-z]+}", "");
    if (plain.indexOf('{') >= 0 || plain.indexOf('}') >= 0) {
      return Optional.of("holds a brace that belongs to no placeholder");
    }
    if (LINK.matcher(plain).find()) {
      return Optional.of(
          "must not hold a link (SMS-3): people learn to tap on links in such texts");
    }
    if (LAST_LINE.matcher(plain).find()) {
      return Optional.of("must not hold the line @host #code: it is added by itself");
    }
    return CONTROL.matcher(body).find()
        ? Optional.of("must not hold control or invisible characters")
        : Optional.empty();
  }

  /// The text as a recipient would get it, with an example code, and in how many SMS parts.
  public Preview preview(String body, Locale locale, String sender, String host) {
    boolean transaction = Placeholders.in(body).contains("amount");
    Optional<Details> details =
        transaction
            ? Optional.of(
                new Details(
                    new BigDecimal("1250"), Currency.getInstance("EUR"), List.of("J. Jansen")))
            : Optional.empty();
    String text =
        texts
            .compose(
                new CodeTexts.Content(
                    "123456",
                    transaction ? Purpose.TRANSACTION : Purpose.LOGIN,
                    Channel.SMS,
                    locale,
                    sender,
                    host,
                    Duration.ofMinutes(5),
                    details,
                    Optional.of(body)))
            .text();
    SmsParts parts = SmsParts.of(text);
    return new Preview(text, parts.encoding(), parts.count());
  }

  /// A text with example values in it.
  public record Preview(String text, Encoding encoding, int parts) {}
}
