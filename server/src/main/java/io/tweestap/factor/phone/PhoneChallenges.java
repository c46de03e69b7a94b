package io.tweestap.factor.phone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.factor.ChallengeOutcome;
import io.tweestap.factor.ChallengeWish;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.kind.ChallengeStarter;
import io.tweestap.factor.kind.StoredFactor;
import io.tweestap.factor.phone.PhoneChallengeRows.Ask;
import io.tweestap.shared.Channel;
import io.tweestap.shared.PhoneNumber;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import io.tweestap.verification.ResendOutcome;
import io.tweestap.verification.StartOutcome;
import io.tweestap.verification.State;
import io.tweestap.verification.Verification;
import io.tweestap.verification.Verifications;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Sends a code to a phone. Whoever asks again for the same login gets a new code by the next of
/// the phone's channels: if the SMS did not come, the phone rings (OOB-17). The cool-downs and
/// limits are those of the room `verification`.
@Component
class PhoneChallenges implements ChallengeStarter {
  private final PhoneLineRows lines;
  private final PhoneChallengeRows rows;
  private final Verifications verifications;
  private final Vault vault;
  private final Clock clock;

  PhoneChallenges(
      PhoneLineRows lines,
      PhoneChallengeRows rows,
      Verifications verifications,
      Vault vault,
      Clock clock) {
    this.lines = lines;
    this.rows = rows;
    this.verifications = verifications;
    this.vault = vault;
    this.clock = clock;
  }

  @Override
  public FactorKind kind() {
    return FactorKind.PHONE;
  }

  @Override
  public ChallengeOutcome begin(
      TenantId tenant, User user, StoredFactor stored, ChallengeWish wish) {
    List<Channel> channels = PhoneParameters.channels(stored.parameters());
    if (wish.channel().isPresent() && !channels.contains(wish.channel().get())) {
      return new ChallengeOutcome.NotPossible("channel_not_allowed");
    }
    return pending(tenant, stored, wish)
        .map(open -> again(tenant, user, stored, wish, open))
        .orElseGet(() -> first(tenant, user, stored, wish));
  }

  /// The code that is on its way for the same thing. What belongs to nothing is never the same.
  private Optional<Verification> pending(TenantId tenant, StoredFactor stored, ChallengeWish wish) {
    if (wish.boundTo().isEmpty()) {
      return Optional.empty();
    }
    return rows.latest(tenant, stored.id(), ask(tenant, wish))
        .flatMap(id -> verifications.find(tenant, id))
        .filter(open -> open.state() == State.PENDING);
  }

  private ChallengeOutcome again(
      TenantId tenant, User user, StoredFactor stored, ChallengeWish wish, Verification open) {
    Channel by =
        wish.channel()
            .orElseGet(() -> next(PhoneParameters.channels(stored.parameters()), open.channel()));
    return switch (verifications.resend(tenant, open.id(), Optional.of(by))) {
      case ResendOutcome.Resent(Verification sent, int _, _) -> sent(sent);
      case ResendOutcome.TooEarly(var wait) -> new ChallengeOutcome.TooMany(wait);
      case ResendOutcome.Blocked(var wait) -> new ChallengeOutcome.TooMany(wait);
      case ResendOutcome.RateLimited(var _, var wait) -> new ChallengeOutcome.TooMany(wait);
      case ResendOutcome.Unpaid _ -> new ChallengeOutcome.NotPossible("insufficient_credit");
      case ResendOutcome.TooManySends() -> new ChallengeOutcome.NotPossible("too_many_sends");
      case ResendOutcome.ChannelNotAllowed _ ->
          new ChallengeOutcome.NotPossible("channel_not_allowed");
      case ResendOutcome.ChannelNotAvailable(Channel channel) ->
          wish.channel().isPresent() || channel == open.channel()
              ? new ChallengeOutcome.NotPossible("channel_not_available")
              : again(tenant, user, stored, withChannel(wish, open.channel()), open);
      case ResendOutcome.Finished _, ResendOutcome.NotFound _ -> first(tenant, user, stored, wish);
    };
  }

  private static Channel next(List<Channel> channels, Channel last) {
    int after = channels.indexOf(last) + 1;
    return after < channels.size() ? channels.get(after) : channels.getFirst();
  }

  private ChallengeOutcome first(
      TenantId tenant, User user, StoredFactor stored, ChallengeWish wish) {
    PhoneNumber number = lines.number(tenant, stored.id()).orElseThrow();
    List<Channel> channels =
        wish.channel().map(List::of).orElse(PhoneParameters.channels(stored.parameters()));
    for (Channel channel : channels) {
      StartOutcome started =
          verifications.start(tenant, PhoneParameters.code(number, channel, wish));
      if (started instanceof StartOutcome.Started(Verification sent, int _, _)) {
        rows.insert(tenant, sent.id(), user.id(), stored.id(), ask(tenant, wish), clock.instant());
        return sent(sent);
      }
      if (!(started instanceof StartOutcome.ChannelNotAvailable)) {
        return refused(started);
      }
    }
    return new ChallengeOutcome.NotPossible("channel_not_available");
  }

  private static ChallengeOutcome refused(StartOutcome outcome) {
    return switch (outcome) {
      case StartOutcome.Started(Verification sent, int _, _) -> sent(sent);
      case StartOutcome.Blocked(var wait) -> new ChallengeOutcome.TooMany(wait);
      case StartOutcome.RateLimited(var _, var wait) -> new ChallengeOutcome.TooMany(wait);
      case StartOutcome.Unpaid _ -> new ChallengeOutcome.NotPossible("insufficient_credit");
      case StartOutcome.InvalidNumber _, StartOutcome.InvalidAddress _ ->
          new ChallengeOutcome.NotPossible("invalid_number");
      case StartOutcome.CostlyNumber _ ->
          new ChallengeOutcome.NotPossible("number_type_not_allowed");
      case StartOutcome.CountryNotAllowed _ ->
          new ChallengeOutcome.NotPossible("country_not_allowed");
      case StartOutcome.SenderNotAllowed _ ->
          new ChallengeOutcome.NotPossible("sender_not_allowed");
      case StartOutcome.ChannelNotAllowed _ ->
          new ChallengeOutcome.NotPossible("channel_not_allowed");
      case StartOutcome.ChannelNotAvailable _ ->
          new ChallengeOutcome.NotPossible("channel_not_available");
      case StartOutcome.TtlOverCap _, StartOutcome.TemplateNotUsable _ ->
          throw new IllegalStateException("neither a life nor a template was asked for");
    };
  }

  private static ChallengeOutcome sent(Verification sent) {
    return new ChallengeOutcome.Sent(
        sent.id(), sent.channel(), sent.to(), sent.nextSendAt(), sent.expiresAt());
  }

  /// Another amount or payee is another thing to ask for.
  private Ask ask(TenantId tenant, ChallengeWish wish) {
    return new Ask(
        wish.purpose(),
        wish.boundTo(),
        wish.details()
            .map(details ->
                vault.hash(HashUse.CHALLENGE_DETAILS, tenant, details.toString().getBytes(UTF_8)))
            .orElse(null));
  }

  private static ChallengeWish withChannel(ChallengeWish wish, Channel channel) {
    return new ChallengeWish(
        wish.purpose(),
        wish.details(),
        Optional.of(channel),
        wish.clientQuestion(),
        wish.locale(),
        wish.sourceIp(),
        wish.boundTo(),
        wish.deviceBound());
  }
}
