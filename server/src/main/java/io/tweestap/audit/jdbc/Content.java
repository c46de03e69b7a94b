package io.tweestap.audit.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.audit.AuditEvent;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event says, exactly as it stands in its row; an action that this version does not know
/// is kept as it is.
///
/// @param details JSON, its names in alphabetical order
public record Content(
    UUID id,
    String action,
    String actor,
    @Nullable UUID subject,
    @Nullable String source,
    String result,
    String details) {
  /// The event as it will stand in its row.
  public static Content of(UUID id, AuditEvent event, String details) {
    return new Content(
        id,
        event.action().text(),
        event.actor(),
        event.subject().orElse(null),
        event.source().orElse(null),
        event.result().text(),
        details);
  }

  /// What the digest is made of; the order and the form never change. No part that is present is
  /// empty, so an empty part stands for one that is absent.
  public byte[][] parts() {
    return new byte[][] {
      bytes(id),
      bytes(action),
      bytes(actor),
      bytes(subject),
      bytes(source),
      bytes(result),
      bytes(details)
    };
  }

  private static byte[] bytes(@Nullable String text) {
    return text == null ? new byte[0] : text.getBytes(UTF_8);
  }

  private static byte[] bytes(@Nullable UUID id) {
    return id == null
        ? new byte[0]
        : ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
  }
}
