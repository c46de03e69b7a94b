package io.tweestap.client.message;

import io.tweestap.client.http.Body;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text, and whom it goes to.
public final class NewMessages extends Body<NewMessages> {
  private NewMessages(Map<String, @Nullable Object> fields) {
    super(fields, NewMessages::new);
  }

  /// To one recipient.
  ///
  /// @param to phone number, as the person wrote it
  /// @param text what is sent, at most 1,600 characters
  public static NewMessages of(String to, String text) {
    return new NewMessages(Map.of()).with("to", to).with("text", text);
  }

  /// To several.
  ///
  /// @param recipients at most 1,000, each number once
  /// @param text what is sent; `{first_name}` is a place that a variable of each recipient fills
  public static NewMessages of(List<MessageRecipient> recipients, String text) {
    return new NewMessages(Map.of()).with("recipients", recipients).with("text", text);
  }

  /// With one of your templates.
  ///
  /// @param recipients at most 1,000, each number once, each with all variables of the template
  /// @param template its name
  public static NewMessages ofTemplate(List<MessageRecipient> recipients, String template) {
    return new NewMessages(Map.of()).with("recipients", recipients).with("template", template);
  }

  /// Language of the template where a recipient has none of its own. Left out: the tenant's.
  public NewMessages locale(String locale) {
    return with("locale", locale);
  }

  /// With one recipient: your own name for this message.
  public NewMessages reference(String reference) {
    return with("reference", reference);
  }

  /// Whom the recipient sees: 1 to 11 letters, digits or spaces, or a number of your own in
  /// international form. Left out: whichever of yours may be used in the country.
  public NewMessages sender(String sender) {
    return with("sender", sender);
  }

  /// When it is due, within the next 90 days. Left out: at once.
  public NewMessages sendAt(Instant sendAt) {
    return with("send_at", sendAt);
  }

  /// How long after that it may still be handed to a carrier, 30 seconds to 3 days. Left out: 10
  /// minutes for codes, a day for all others.
  public NewMessages validity(Duration validity) {
    return with("validity_seconds", validity);
  }

  /// Left out: [MessagePriority#SERVICE].
  public NewMessages priority(MessagePriority priority) {
    return with("priority", priority);
  }

  /// Your own notes, given back with every message: at most 20 texts, 2,000 characters in all. No
  /// secrets.
  public NewMessages metadata(Map<String, String> metadata) {
    return with("metadata", metadata);
  }
}
