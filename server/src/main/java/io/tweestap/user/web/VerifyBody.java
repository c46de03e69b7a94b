package io.tweestap.user.web;

import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/addresses/{id}/verify`; may be left out.
record VerifyBody(@Nullable String channel) {
  Optional<Channel> readChannel() {
    return Optional.ofNullable(channel)
        .map(text ->
            Channel.of(text)
                .orElseThrow(() ->
                    Problem.of(
                        ProblemCode.UNKNOWN_CHANNEL,
                        "channel must be one of sms, voice, email.",
                        Map.of("field", "channel"))));
  }
}
