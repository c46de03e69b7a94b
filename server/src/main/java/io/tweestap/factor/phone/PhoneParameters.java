package io.tweestap.factor.phone;

import io.tweestap.factor.ChallengeWish;
import io.tweestap.factor.kind.Parameters;
import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.verification.NewVerification;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is kept of a phone in the clear, and the code that goes to it.
final class PhoneParameters {
  private static final String NUMBER = "number";
  private static final String CHANNELS = "channels";

  private PhoneParameters() {}

  /// @param channels in the order of trying
  static Parameters of(PhoneNumber number, List<Channel> channels) {
    return Parameters.NONE
        .with(NUMBER, number.masked())
        .with(CHANNELS, channels.stream().map(Channel::text).collect(Collectors.joining(",")));
  }

  static String masked(Parameters parameters) {
    return parameters.text(NUMBER);
  }

  static List<Channel> channels(Parameters parameters) {
    return Arrays.stream(parameters.text(CHANNELS).split(","))
        .map(text -> Channel.of(text).orElseThrow())
        .toList();
  }

  static NewVerification code(PhoneNumber number, Channel channel, ChallengeWish wish) {
    return new NewVerification(
        number.e164(),
        channel,
        wish.purpose(),
        Optional.of(wish.locale()),
        NewVerification.CODE_LENGTH_DEFAULT,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        wish.details(),
        wish.sourceIp(),
        Map.of());
  }
}
