package io.tweestap.delivery;

/// A message that an application wrote itself; `about` of the message is its batch.
public record ClientMessage(NewMessage message, ClientNotes notes) {}
