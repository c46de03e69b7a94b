package io.tweestap.user.address;

import io.tweestap.shared.Channel;
import java.util.Locale;
import java.util.Optional;

/// What kind of address a user has.
public enum AddressKind {
  EMAIL,
  PHONE;

  /// As it stands in the API and the database: `email`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether a message of this channel can go there.
  public boolean takes(Channel channel) {
    return channel.isPhone() == (this == PHONE);
  }

  public static Optional<AddressKind> of(String text) {
    for (AddressKind kind : values()) {
      if (kind.text().equals(text)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
