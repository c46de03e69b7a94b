package io.tweestap.message;

import io.tweestap.delivery.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an application asks to be sent: one text to one or many. `toString` shows none of it.
///
/// @param recipients 1 to [#RECIPIENTS_MAX]
/// @param words what is sent, with places that variables of each recipient fill
/// @param locale language wished of a template; empty: the tenant's own
/// @param sender name or number that the recipients see; empty: whichever of the tenant's may be
///   used in the country
/// @param sendAt when it is due; empty: at once
/// @param validity from `sendAt` or now on; what has not been handed over then is never sent
/// @param metadata the application's own notes, shown again in answers
public record NewBatch(
    List<To> recipients,
    Words words,
    Optional<Locale> locale,
    Optional<String> sender,
    Optional<Instant> sendAt,
    Duration validity,
    Priority priority,
    Map<String, String> metadata) {
  /// Most recipients of one request.
  public static final int RECIPIENTS_MAX = 1_000;

  /// Longest text, in 16-bit units, after its places are filled.
  public static final int TEXT_MAX = 1_600;

  /// How far ahead a message may be written.
  public static final Duration AHEAD_MAX = Duration.ofDays(90);

  /// Shortest and longest validity.
  public static final Duration VALIDITY_MIN = Duration.ofSeconds(30);

  public static final Duration VALIDITY_MAX = Duration.ofDays(3);

  /// What is sent. `toString` shows no text.
  public sealed interface Words {
    /// A text with places such as `{name}`.
    record Text(String text) implements Words {
      @Override
      public String toString() {
        return "Text[]";
      }
    }

    /// One of the tenant's templates.
    record Template(String name) implements Words {}
  }

  /// One recipient.
  ///
  /// @param to phone number as a person wrote it
  /// @param locale language wished of a template; empty: that of the batch
  /// @param variables values by the name of their place
  /// @param reference the application's own name for this message, 1 to 100 characters
  public record To(
      String to,
      Map<String, String> variables,
      Optional<Locale> locale,
      Optional<String> reference) {
    public To {
      variables = Map.copyOf(variables);
    }

    @Override
    public String toString() {
      return "To[]";
    }
  }

  public NewBatch {
    recipients = List.copyOf(recipients);
    metadata = Map.copyOf(metadata);
    if (recipients.isEmpty() || recipients.size() > RECIPIENTS_MAX) {
      throw new IllegalArgumentException("a batch has 1 to " + RECIPIENTS_MAX + " recipients");
    }
  }

  /// The life of a message of a class, when nothing else is asked for.
  public static Duration usualValidity(Priority priority) {
    return switch (priority) {
      case CODE -> Duration.ofMinutes(10);
      case NOTICE, BULK -> Duration.ofDays(1);
    };
  }

  @Override
  public String toString() {
    return "NewBatch[" + recipients.size() + " recipients, " + priority + "]";
  }
}
