package io.tweestap.page.account;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorId;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import io.tweestap.factor.recovery.RecoveryCodes;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Makes recovery codes for visitors.
@Component
class RecoveryCodeSets {
  private final RecoveryCodes codes;
  private final Factors factors;
  private final AccountWords words;
  private final Clock clock;

  RecoveryCodeSets(RecoveryCodes codes, Factors factors, AccountWords words, Clock clock) {
    this.codes = codes;
    this.factors = factors;
    this.words = words;
    this.clock = clock;
  }

  /// Makes a set and voids the one before it; empty when the user has as many factors as allowed,
  /// or too much is going on.
  List<String> anew(Visit visit, HttpServletRequest request) {
    String name = words.name(FactorKind.RECOVERY_CODE, LocaleContextHolder.getLocale());
    return switch (codes.make(visit.tenant(), visit.user(), name, Visit.by(request))) {
      case RecoveryCodes.Outcome.Made(FactorId _, List<String> made) -> made;
      case RecoveryCodes.Outcome.TooMany(int _) -> List.of();
      case RecoveryCodes.Outcome.Busy() -> List.of();
    };
  }

  /// Makes a set unless there is one.
  List<String> firstOnes(Visit visit, HttpServletRequest request) {
    boolean has = usable(visit).stream().anyMatch(one -> one.kind() == FactorKind.RECOVERY_CODE);
    return has ? List.of() : anew(visit, request);
  }

  /// Whether there is a second factor that codes can stand in for.
  boolean hasSecondFactor(Visit visit) {
    return usable(visit).stream().anyMatch(one -> one.kind().isSecondFactor());
  }

  private List<Factor> usable(Visit visit) {
    return factors.of(visit.tenant(), visit.user().id()).stream()
        .filter(one -> one.isUsable(clock.instant()))
        .toList();
  }
}
