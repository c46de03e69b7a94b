package io.tweestap.client.sandbox;

import io.tweestap.client.Channel;
import io.tweestap.client.Secret;
import java.time.Instant;
import java.util.UUID;

/// A message on a handset of the sandbox, with its whole recipient and text.
///
/// @param id of this delivery; a message that was delivered twice has two
/// @param messageId of the message
/// @param channel the way a message takes to a person: text message, call that speaks the code, or
///   mail
/// @param to the whole number or mail address
/// @param sender the name that the recipient sees
/// @param subject subject, for mail
/// @param text the whole text, with the code
/// @param locale language of the text
/// @param createdAt when it arrived. RFC 3339, UTC.
public record HandsetMessage(
    UUID id,
    UUID messageId,
    Channel channel,
    String to,
    String sender,
    String subject,
    Secret text,
    String locale,
    Instant createdAt) {}
