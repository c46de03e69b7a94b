package io.tweestap.message.web;

import io.tweestap.delivery.Priority;
import io.tweestap.message.NewBatch;
import io.tweestap.message.NewBatch.To;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.MessageFields;
import io.tweestap.shared.web.MomentFields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/messages`. `toString` shows no recipient and no text.
///
/// @param to with `variables` and `reference`: one recipient; or else `recipients`
record SendBody(
    @Nullable String to,
    @Nullable Map<String, @Nullable String> variables,
    @Nullable String reference,
    @Nullable List<@Nullable RecipientBody> recipients,
    @Nullable String text,
    @Nullable String template,
    @Nullable String locale,
    @Nullable String sender,
    @Nullable String sendAt,
    @Nullable Integer validitySeconds,
    @Nullable String priority,
    @Nullable Map<String, String> metadata) {
  /// A clock may be this much ahead of ours; an earlier moment than that is a mistake.
  private static final Duration LATE = Duration.ofMinutes(1);

  private static final int METADATA_TOTAL_MAX = 2_000;

  /// Whether the errors of recipients name an index.
  boolean isBatch() {
    return recipients != null;
  }

  /// The class that the caller must be allowed to send.
  Priority readPriority() {
    if (priority == null) {
      return Priority.NOTICE;
    }
    return Priority.of(priority)
        .orElseThrow(
            () -> Fields.invalid("priority", "must be one of code, service and marketing"));
  }

  /// @throws io.tweestap.shared.web.Problem that names the first field with which something is
  ///   wrong
  NewBatch read(Instant now) {
    Priority asked = readPriority();
    return new NewBatch(
        readRecipients(),
        WordsField.read(text, template),
        Optional.ofNullable(locale).map(tag -> RecipientBody.readLocale("locale", tag)),
        Optional.ofNullable(sender).map(MessageFields::senderOrNumber),
        Optional.ofNullable(sendAt).flatMap(at -> readSendAt(at, now)),
        readValidity(asked),
        asked,
        readMetadata());
  }

  private List<To> readRecipients() {
    if (recipients == null) {
      return List.of(new RecipientBody(to, variables, null, reference).read(""));
    }
    if (to != null || variables != null || reference != null) {
      throw Fields.invalid("recipients", "go without to, variables and reference beside them");
    }
    if (recipients.isEmpty() || recipients.size() > NewBatch.RECIPIENTS_MAX) {
      throw Fields.invalid("recipients", "must be 1 to " + NewBatch.RECIPIENTS_MAX);
    }
    List<To> read = new ArrayList<>();
    for (RecipientBody one : recipients) {
      String at = "recipients[" + read.size() + "]";
      read.add(Fields.required(at, one).read(at + "."));
    }
    return read;
  }

  /// Empty where the moment has come already.
  private static Optional<Instant> readSendAt(String text, Instant now) {
    Instant at =
        MomentFields.read(text)
            .orElseThrow(() ->
                Fields.invalid(
                    "send_at", "must be a moment with its offset: 2026-03-01T09:00:00Z"));
    if (at.isBefore(now.minus(LATE)) || at.isAfter(now.plus(NewBatch.AHEAD_MAX))) {
      throw Fields.invalid(
          "send_at", "must lie within the next " + NewBatch.AHEAD_MAX.toDays() + " days");
    }
    return at.isAfter(now) ? Optional.of(at) : Optional.empty();
  }

  private Duration readValidity(Priority asked) {
    if (validitySeconds == null) {
      return NewBatch.usualValidity(asked);
    }
    Duration validity = Duration.ofSeconds(validitySeconds);
    if (validity.compareTo(NewBatch.VALIDITY_MIN) < 0
        || validity.compareTo(NewBatch.VALIDITY_MAX) > 0) {
      throw Fields.invalid(
          "validity_seconds",
          "must be a number from %d to %d"
              .formatted(NewBatch.VALIDITY_MIN.toSeconds(), NewBatch.VALIDITY_MAX.toSeconds()));
    }
    return validity;
  }

  /// Stands in the record of each message, so it is smaller here than elsewhere.
  private Map<String, String> readMetadata() {
    Map<String, String> read = MessageFields.metadata(metadata);
    int all =
        read.entrySet().stream()
            .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
            .sum();
    if (all > METADATA_TOTAL_MAX) {
      throw Fields.invalid("metadata", "may have at most 2000 characters in all");
    }
    return read;
  }

  @Override
  public String toString() {
    return "SendBody[" + priority + "]";
  }
}
