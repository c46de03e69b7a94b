package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Messages as carriers get them.
public final class SampleMessages {
  public static final TenantId TENANT = TenantId.of("018f0000-0000-7000-8000-000000000001");
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final String NUMBER = "+31612345678";
  public static final String ADDRESS = "anna@example.org";
  public static final String CODE = "481516";

  private SampleMessages() {}

  public static OutgoingMessage code(Channel channel) {
    return text(channel, CODE + " is your code for Acme. Valid for 5 minutes.");
  }

  public static OutgoingMessage text(Channel channel, String text) {
    return message(channel, channel.isPhone() ? NUMBER : ADDRESS, "Acme", "Your code", text);
  }

  public static OutgoingMessage message(
      Channel channel, String recipient, String sender, String subject, String text) {
    return new OutgoingMessage(
        TENANT,
        UUID.randomUUID(),
        channel,
        recipient,
        sender,
        subject,
        text,
        Locale.ENGLISH,
        1,
        NOW.plusSeconds(300));
  }
}
