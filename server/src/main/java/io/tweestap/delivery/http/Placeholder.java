package io.tweestap.delivery.http;

import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.sms.Encoding;
import io.tweestap.sms.SmsParts;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may stand in a template, in braces: `{to}`.
enum Placeholder {
  /// Number with its plus, or mail address.
  TO(OutgoingMessage::recipient),
  /// Number without its plus.
  TO_DIGITS(message -> message.recipient().replace("+", "")),
  /// Name that the recipient sees.
  FROM(OutgoingMessage::sender),
  TEXT(OutgoingMessage::text),
  SUBJECT(OutgoingMessage::subject),
  /// The message's id, the same for each try.
  ID(message -> message.id().toString()),
  /// Language tag, such as `nl`.
  LOCALE(message -> message.locale().toLanguageTag()),
  /// `sms`, `voice` or `email`.
  CHANNEL(message -> message.channel().text()),
  /// How the text is sent: `GSM` or `UCS-2`.
  ENCODING(message -> SmsParts.of(message.text()).encoding() == Encoding.GSM_7 ? "GSM" : "UCS-2");

  /// Where receipts go to; in its place stands the address before anything else is filled in.
  static final String RECEIPT_URL = "{receipt_url}";

  private static final Pattern BRACES = Pattern.compile("\\{([A-Za-z_]+)}");

  private final Function<OutgoingMessage, String> value;

  Placeholder(Function<OutgoingMessage, String> value) {
    this.value = value;
  }

  /// Puts the message's values in place, each escaped on its own; a brace in a value stays a brace.
  static String fill(String template, OutgoingMessage message, UnaryOperator<String> escape) {
    return BRACES
        .matcher(template)
        .replaceAll(
            found -> Matcher.quoteReplacement(escape.apply(of(found).value.apply(message))));
  }

  /// @throws IllegalArgumentException when a name in braces is none of these
  static void check(String template) {
    BRACES.matcher(template).results().forEach(Placeholder::of);
  }

  boolean isIn(String template) {
    return template.contains("{" + text() + "}");
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Placeholder of(MatchResult found) {
    return Arrays.stream(values())
        .filter(placeholder -> placeholder.text().equals(found.group(1)))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "tweestap.carrier.http.body has an unknown placeholder " + found.group()));
  }
}
