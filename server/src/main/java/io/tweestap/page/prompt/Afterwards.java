package io.tweestap.page.prompt;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.Factors;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// What comes after a factor was set up: recovery codes, where there are none, and a word about
/// another factor.
@Component
class Afterwards {
  private final Factors factors;
  private final Beginnings beginnings;
  private final Clock clock;

  Afterwards(Factors factors, Beginnings beginnings, Clock clock) {
    this.factors = factors;
    this.beginnings = beginnings;
    this.clock = clock;
  }

  /// Makes recovery codes unless there are some.
  Kept after(Visit visit) {
    return visit.kept().withCodes(hasCodes(visit) ? List.of() : beginnings.recoveryCodes(visit));
  }

  private boolean hasCodes(Visit visit) {
    return usable(visit).stream().anyMatch(one -> one.kind() == FactorKind.RECOVERY_CODE);
  }

  /// Whether all that the visitor can prove with, paper aside, lives on one thing.
  boolean isSpareAdvised(Visit visit) {
    List<Factor> real =
        usable(visit).stream().filter(one -> one.kind() != FactorKind.RECOVERY_CODE).toList();
    return io.tweestap.factor.Spares.advised(real, clock.instant());
  }

  /// What the visitor can prove with.
  List<Factor> usable(Visit visit) {
    return factors.of(visit.tenant(), visit.user().id()).stream()
        .filter(one -> one.isUsable(clock.instant()))
        .toList();
  }
}
