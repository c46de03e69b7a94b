package io.tweestap.client.factor;

import io.tweestap.client.Channel;
import io.tweestap.client.TransactionDetails;
import io.tweestap.client.http.Body;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is to be challenged for.
public final class NewFactorChallenge extends Body<NewFactorChallenge> {
  private NewFactorChallenge(Map<String, @Nullable Object> fields) {
    super(fields, NewFactorChallenge::new);
  }

  /// Nothing yet.
  public static NewFactorChallenge empty() {
    return new NewFactorChallenge(Map.of());
  }

  /// A transaction to be confirmed: it stands in the text of a code, and a device's question is
  /// made of it.
  public NewFactorChallenge details(TransactionDetails details) {
    return with("details", details);
  }

  /// `sms` or `voice`, of a phone that has it. Left out: the first of its channels, or the next one
  /// when you ask again.
  public NewFactorChallenge channel(Channel channel) {
    return with("channel", channel);
  }

  /// A question to the server, in the suite's characters: `proof` is the server's answer, which the
  /// device compares first (RFC 6287 section 7.2).
  public NewFactorChallenge clientQuestion(String clientQuestion) {
    return with("client_question", clientQuestion);
  }

  /// What you ask for, an id of your own. Who asks again for the same gets a new code by the next
  /// channel, and the old one is void.
  public NewFactorChallenge requestId(UUID requestId) {
    return with("request_id", requestId);
  }

  /// The address of whoever causes it. Sends are counted by it.
  public NewFactorChallenge sourceIp(String sourceIp) {
    return with("source_ip", sourceIp);
  }
}
