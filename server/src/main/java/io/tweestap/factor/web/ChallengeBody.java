package io.tweestap.factor.web;

import io.tweestap.factor.ChallengeWish;
import io.tweestap.shared.Channel;
import io.tweestap.shared.web.Fields;
import io.tweestap.user.User;
import io.tweestap.verification.Details;
import io.tweestap.verification.Purpose;
import io.tweestap.verification.web.DetailsBody;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Body of `POST /v1/users/{ref}/factors/{id}/challenges`. Details make it a transaction.
///
/// @param requestId what the application asks for, of its own choice: whoever asks twice for the
///   same gets the second code by the next channel
record ChallengeBody(
    @Nullable DetailsBody details,
    @Nullable String channel,
    @Nullable String clientQuestion,
    @Nullable UUID requestId,
    @Nullable String sourceIp) {
  private static final int QUESTION_MAX = 64;

  ChallengeWish read(User user) {
    Optional<Details> about = DetailsBody.read(details);
    return new ChallengeWish(
        about.isPresent() ? Purpose.TRANSACTION : Purpose.LOGIN,
        about,
        Optional.ofNullable(channel).map(ChallengeBody::channel),
        Optional.ofNullable(clientQuestion).map(ChallengeBody::question),
        user.locale(),
        CodeBody.counted(sourceIp),
        Optional.ofNullable(requestId),
        false);
  }

  private static Channel channel(String text) {
    return Channel.of(text)
        .filter(Channel::isPhone)
        .orElseThrow(() -> Fields.invalid("channel", "must be sms or voice"));
  }

  private static String question(String text) {
    if (text.isEmpty() || text.length() > QUESTION_MAX) {
      throw Fields.invalid("client_question", "must have 1 to " + QUESTION_MAX + " characters");
    }
    return text;
  }

  @Override
  public String toString() {
    return "ChallengeBody[" + channel + "]";
  }
}
