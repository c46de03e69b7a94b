package io.tweestap.client.message;

import io.tweestap.client.http.Body;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Whom a message goes to.
public final class MessageRecipient extends Body<MessageRecipient> {
  private MessageRecipient(Map<String, @Nullable Object> fields) {
    super(fields, MessageRecipient::new);
  }

  /// @param to phone number, as the person wrote it. A number without `+` is read in the tenant's
  ///   own country.
  public static MessageRecipient of(String to) {
    return new MessageRecipient(Map.of()).with("to", to);
  }

  /// What fills the places of the text, by name. Each place needs its value, and each value its
  /// place.
  public MessageRecipient variables(Map<String, String> variables) {
    return with("variables", variables);
  }

  /// Language of the template for this recipient, as in `nl` or `pt-BR`. Left out: as for all.
  public MessageRecipient locale(String locale) {
    return with("locale", locale);
  }

  /// Your own name for this message, given back with it; at most 100 characters.
  public MessageRecipient reference(String reference) {
    return with("reference", reference);
  }
}
