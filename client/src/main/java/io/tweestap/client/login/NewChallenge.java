package io.tweestap.client.login;

import io.tweestap.client.Channel;
import io.tweestap.client.http.Body;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which factor is to be answered with.
public final class NewChallenge extends Body<NewChallenge> {
  private NewChallenge(Map<String, @Nullable Object> fields) {
    super(fields, NewChallenge::new);
  }

  /// With what is required.
  ///
  /// @param factorId one of the options
  public static NewChallenge of(UUID factorId) {
    return new NewChallenge(Map.of()).with("factor_id", factorId);
  }

  /// `sms` or `voice`, for a phone; left out: the first that it has.
  public NewChallenge channel(Channel channel) {
    return with("channel", channel);
  }

  /// What the user's device asks first, for devices that check the server before they answer.
  public NewChallenge clientQuestion(String clientQuestion) {
    return with("client_question", clientQuestion);
  }
}
