package io.tweestap.delivery;

import io.tweestap.shared.Channel;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A message to be put into the outbox.
///
/// @param about id of what caused it (a verification): its unsent messages can be withdrawn
///   together
/// @param recipient E.164 number or mail address
/// @param masked the recipient as it may be shown
/// @param sender name that the recipient sees
/// @param subject first line of a mail, or the caption of a call; SMS carriers do not use it
/// @param text what is sent or spoken
/// @param expiresAt from then on it is not sent any more
public record NewMessage(
    UUID about,
    Priority priority,
    Channel channel,
    String recipient,
    String masked,
    String sender,
    String subject,
    String text,
    Locale locale,
    Instant expiresAt) {}
