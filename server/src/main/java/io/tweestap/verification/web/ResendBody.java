package io.tweestap.verification.web;

import io.tweestap.shared.Channel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/verifications/{id}/resend`; it may be left out.
record ResendBody(@Nullable String channel) {
  static Optional<Channel> read(@Nullable ResendBody body) {
    return Optional.ofNullable(body)
        .flatMap(given -> Optional.ofNullable(given.channel))
        .map(channel -> ChannelField.read("channel", channel));
  }
}
