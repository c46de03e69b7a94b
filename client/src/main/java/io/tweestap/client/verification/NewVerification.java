package io.tweestap.client.verification;

import io.tweestap.client.Channel;
import io.tweestap.client.TransactionDetails;
import io.tweestap.client.http.Body;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to verify and how.
public final class NewVerification extends Body<NewVerification> {
  private NewVerification(Map<String, @Nullable Object> fields) {
    super(fields, NewVerification::new);
  }

  /// With what is required.
  ///
  /// @param to phone number or mail address, as the person wrote it. A number without `+` is read
  ///   in the tenant's own country.
  /// @param channel how the code gets there. `email` is refused for `login`, `transaction` and
  ///   `binding`.
  /// @param purpose what the code is for
  public static NewVerification of(String to, Channel channel, Purpose purpose) {
    return new NewVerification(Map.of())
        .with("to", to)
        .with("channel", channel)
        .with("purpose", purpose);
  }

  /// Channels that follow by themselves while nobody types the code. Each send is a resend: a new
  /// code, the wait between sends, the limits and the fraud guard.
  ///
  /// @param steps one to five; the first has the channel of this verification
  public NewVerification workflow(List<NewWorkflowStep> steps) {
    return with("workflow", steps);
  }

  /// Language of the text, a BCP 47 tag: `nl`, `de` or `en`. Left out: the tenant's own.
  public NewVerification locale(String locale) {
    return with("locale", locale);
  }

  /// Digits of the code.
  public NewVerification codeLength(int codeLength) {
    return with("code_length", codeLength);
  }

  /// How long the code lives, in seconds, at least 30. Left out: what is usual for the purpose. The
  /// cap depends on the purpose; the tenant can lift it with `long_lived_codes`.
  public NewVerification ttl(Duration ttl) {
    return with("ttl", ttl);
  }

  /// The name that the recipient sees, 1 to 11 letters, digits or spaces. Left out: the tenant's
  /// own.
  public NewVerification sender(String sender) {
    return with("sender", sender);
  }

  /// Name of one of the tenant's own texts. Left out: the built-in text.
  public NewVerification template(String template) {
    return with("template", template);
  }

  /// Required for the purpose `transaction`, refused for every other.
  public NewVerification details(TransactionDetails details) {
    return with("details", details);
  }

  /// IPv4 or IPv6 address of the visitor who causes the message. It protects you from one visitor
  /// who has many codes sent; pass it on where you can.
  public NewVerification sourceIp(String sourceIp) {
    return with("source_ip", sourceIp);
  }

  /// Your own notes, given back with every answer: at most 20 texts, each name at most 40 and each
  /// text at most 500 characters. No secrets.
  public NewVerification metadata(Map<String, String> metadata) {
    return with("metadata", metadata);
  }
}
