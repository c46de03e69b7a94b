package io.tweestap.shared;

import java.util.Locale;
import java.util.Optional;

/// The way a message takes to a person.
public enum Channel {
  SMS,
  VOICE,
  EMAIL;

  /// As it stands in the API and the database: `sms`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the address is a phone number.
  public boolean isPhone() {
    return this != EMAIL;
  }

  public static Optional<Channel> of(String text) {
    for (Channel channel : values()) {
      if (channel.text().equals(text)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
