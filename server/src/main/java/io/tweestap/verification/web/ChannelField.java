package io.tweestap.verification.web;

import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;

/// Reads the field `channel`.
final class ChannelField {
  private ChannelField() {}

  static Channel read(String text) {
    return Channel.of(text)
        .orElseThrow(() ->
            Problem.of(
                ProblemCode.UNKNOWN_CHANNEL,
                "channel must be sms, voice or email",
                Map.of("field", "channel")));
  }
}
