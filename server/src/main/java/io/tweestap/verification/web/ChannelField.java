package io.tweestap.verification.web;

import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;

/// Reads a field that names a channel.
final class ChannelField {
  private ChannelField() {}

  static Channel read(String field, String text) {
    return Channel.of(text)
        .orElseThrow(() ->
            Problem.of(
                ProblemCode.UNKNOWN_CHANNEL,
                field + " must be sms, voice or email",
                Map.of("field", field)));
  }
}
