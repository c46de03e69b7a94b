package io.tweestap.login.web;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/logins/{id}/challenges`.
record ChallengeBody(
    @Nullable UUID factorId, @Nullable String channel, @Nullable String clientQuestion) {
  private static final int QUESTION_MAX = 64;

  FactorId readFactor() {
    return new FactorId(Fields.required("factor_id", factorId));
  }

  Optional<Channel> readChannel() {
    return Optional.ofNullable(channel).map(ChallengeBody::channel);
  }

  Optional<String> readClientQuestion() {
    if (clientQuestion != null && clientQuestion.length() > QUESTION_MAX) {
      throw Fields.invalid("client_question", "has at most " + QUESTION_MAX + " characters");
    }
    return Optional.ofNullable(clientQuestion);
  }

  private static Channel channel(String text) {
    return Channel.of(text)
        .filter(Channel::isPhone)
        .orElseThrow(() ->
            Problem.of(
                ProblemCode.UNKNOWN_CHANNEL,
                "channel must be sms or voice",
                Map.of("field", "channel")));
  }
}
