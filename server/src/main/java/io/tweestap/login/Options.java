package io.tweestap.login;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What a login may be answered with: all factors of the kinds that it takes, the preferred one
/// first. Any of them can be chosen at any time.
@Component
public class Options {
  /// What stands in for something lost comes last; then the one used last; then the strongest.
  private static final Comparator<Factor> PREFERRED =
      Comparator.comparing((Factor factor) -> !factor.kind().isSecondFactor())
          .thenComparing(
              factor -> factor.bond().lastUsedAt().orElse(Instant.MIN), Comparator.reverseOrder())
          .thenComparing(factor -> factor.kind().strength(), Comparator.reverseOrder())
          .thenComparing(factor -> factor.bond().boundAt(), Comparator.reverseOrder());

  private final Factors factors;
  private final Clock clock;

  Options(Factors factors, Clock clock) {
    this.factors = factors;
    this.clock = clock;
  }

  /// The factors of a user with which an answer may be right now.
  public List<Factor> usable(TenantId tenant, UserId user) {
    Instant now = clock.instant();
    return factors.of(tenant, user).stream().filter(factor -> factor.isUsable(now)).toList();
  }

  /// The options of a login; none unless it asks for an answer.
  List<Option> of(TenantId tenant, Login login) {
    return login.next() == Step.ANSWER ? of(login, usable(tenant, login.user())) : List.of();
  }

  /// The same, where the factors are known.
  List<Option> of(Login login, List<Factor> usable) {
    return login.next() == Step.ANSWER
        ? options(usable.stream().filter(login::takes).sorted(PREFERRED).toList())
        : List.of();
  }

  /// All security keys are one option, in the place of the first: the browser asks for any of them,
  /// and which it was, the answer says.
  private List<Option> options(List<Factor> sorted) {
    List<Factor> keys =
        sorted.stream().filter(factor -> factor.kind() == FactorKind.WEBAUTHN).toList();
    Instant now = clock.instant();
    Optional<Factor> ready =
        keys.stream().filter(key -> key.bond().slowedAfter(now).isEmpty()).findFirst();
    String names = keys.stream().map(key -> key.bond().name()).collect(Collectors.joining(", "));
    return sorted.stream()
        .filter(factor -> factor.kind() != FactorKind.WEBAUTHN || factor == keys.getFirst())
        .map(factor ->
            factor.kind() == FactorKind.WEBAUTHN
                ? option(ready.orElse(factor), names)
                : option(factor, factor.bond().name()))
        .toList();
  }

  private Option option(Factor factor, String name) {
    return new Option(
        factor.id(),
        factor.kind(),
        name,
        target(factor),
        asksFirst(factor),
        factor.bond().slowedAfter(clock.instant()));
  }

  private static Optional<String> target(Factor factor) {
    return switch (factor) {
      case Factor.Phone(_, String number) -> Optional.of(number);
      case Factor.Totp _,
          Factor.Hotp _,
          Factor.YubicoOtp _,
          Factor.Ocra _,
          Factor.RecoveryCodes _,
          Factor.TemporaryPass _,
          Factor.WebAuthn _ ->
          Optional.empty();
    };
  }

  private static boolean asksFirst(Factor factor) {
    return switch (factor) {
      case Factor.Phone _, Factor.Ocra _, Factor.WebAuthn _ -> true;
      case Factor.Totp _,
          Factor.Hotp _,
          Factor.YubicoOtp _,
          Factor.RecoveryCodes _,
          Factor.TemporaryPass _ ->
          false;
    };
  }
}
