package io.tweestap.factor.phone.web;

import io.tweestap.factor.By;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.factor.phone.PhoneBinding;
import io.tweestap.factor.web.ChallengeView;
import io.tweestap.factor.web.FactorMaker;
import io.tweestap.factor.web.FactorProblems;
import io.tweestap.factor.web.FactorView;
import io.tweestap.factor.web.NewFactorBody;
import io.tweestap.factor.web.NewFactorView;
import io.tweestap.shared.Channel;
import io.tweestap.shared.TenantId;
import io.tweestap.shared.web.Fields;
import io.tweestap.shared.web.Problem;
import io.tweestap.shared.web.ProblemCode;
import io.tweestap.user.User;
import io.tweestap.verification.Verification;
import io.tweestap.verification.web.StartProblems;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Begins phones: the answer says which code is on its way, and what NIST thinks of phones (OOB-8).
@Component
class PhoneMaker implements FactorMaker {
  private static final String ADVICE =
      "Codes over the telephone network can be intercepted and redirected. Offer an authenticator"
          + " app, a token or a security key as well, and tell the user so"
          + " (NIST SP 800-63B-4 section 3.2.9).";

  private final PhoneBinding binding;
  private final Factors factors;
  private final Clock clock;

  PhoneMaker(PhoneBinding binding, Factors factors, Clock clock) {
    this.binding = binding;
    this.factors = factors;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.PHONE;
  }

  @Override
  public Set<String> fields() {
    return Set.of("number", "channels");
  }

  @Override
  public NewFactorView make(TenantId tenant, User user, NewFactorBody body, By by) {
    String number = Fields.required("number", body.number());
    List<Channel> channels = channels(body.channels());
    PhoneBinding.Wish wish =
        new PhoneBinding.Wish(
            body.readName("Phone"), number, channels, body.readExpiresAt(clock.instant()));
    return switch (binding.begin(tenant, user, wish, by)) {
      case PhoneBinding.Outcome.Begun(FactorId id, Verification sent, Instant _) ->
          NewFactorView.ofRestricted(
              FactorView.of(factors.find(tenant, user.id(), id).orElseThrow(), clock.instant()),
              ChallengeView.sent(sent),
              ADVICE);
      case PhoneBinding.Outcome.NotSent(var reason) -> throw StartProblems.of(reason, "number");
      case PhoneBinding.Outcome.NumberTaken() ->
          throw Problem.of(
              ProblemCode.NUMBER_TAKEN,
              "At most "
                  + PhoneBinding.USERS_PER_NUMBER
                  + " users can have the same phone number as a factor.",
              Map.of("field", "number"));
      case PhoneBinding.Outcome.TooMany(int most) -> throw FactorProblems.tooMany(most);
    };
  }

  /// SMS first, then a call, unless it is said otherwise.
  private static List<Channel> channels(@Nullable List<@Nullable String> given) {
    if (given == null) {
      return List.of(Channel.SMS, Channel.VOICE);
    }
    List<Channel> channels =
        given.stream()
            .filter(Objects::nonNull)
            .flatMap(text -> Channel.of(text).stream())
            .filter(Channel::isPhone)
            .distinct()
            .toList();
    if (channels.isEmpty() || channels.size() != given.size()) {
      throw Fields.invalid("channels", "must be sms, voice, or both in the order of trying");
    }
    return channels;
  }
}
