package io.tweestap.page.account;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorKind;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.Factors;
import io.tweestap.factor.Spares;
import io.tweestap.factor.apppassword.AppPasswords;
import io.tweestap.factor.recovery.RecoveryCodes;
import io.tweestap.login.browser.Browsers;
import io.tweestap.login.session.Sessions;
import io.tweestap.page.account.Overview.FactorRow;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Gathers what the first page shows.
@Component
class Overviews {
  private final Factors factors;
  private final AppPasswords passwords;
  private final Browsers browsers;
  private final Sessions sessions;
  private final PolicyWords policy;
  private final AccountRows rows;
  private final Clock clock;

  Overviews(
      Factors factors,
      AppPasswords passwords,
      Browsers browsers,
      Sessions sessions,
      PolicyWords policy,
      AccountRows rows,
      Clock clock) {
    this.factors = factors;
    this.passwords = passwords;
    this.browsers = browsers;
    this.sessions = sessions;
    this.policy = policy;
    this.rows = rows;
    this.clock = clock;
  }

  Overview of(Visit visit, Locale locale) {
    TenantId tenant = visit.tenant();
    User user = visit.user();
    ZoneId zone = user.zone();
    List<Factor> shown =
        factors.of(tenant, user.id()).stream()
            .filter(one -> one.bond().state() != FactorState.PENDING)
            .toList();
    Optional<Factor.RecoveryCodes> codes =
        shown.stream()
            .filter(Factor.RecoveryCodes.class::isInstance)
            .map(Factor.RecoveryCodes.class::cast)
            .findFirst();
    boolean on =
        shown.stream()
            .anyMatch(one -> one.kind().isSecondFactor() && one.isUsable(clock.instant()));
    return new Overview(
        user.ref().value(),
        on,
        policy.now(tenant, user, on, locale),
        rows(shown, zone, locale),
        codes.map(one -> rows.of(one, zone, locale)).orElse(null),
        codes.map(Factor.RecoveryCodes::left).orElse(0),
        codes.filter(one -> one.left() <= RecoveryCodes.FEW).isPresent(),
        passwords.of(tenant, user.id()).stream().map(one -> rows.of(one, zone, locale)).toList(),
        browsers.list(tenant, user.id()).stream().map(one -> rows.of(one, zone, locale)).toList(),
        sessions.list(tenant, user.id()).stream().map(one -> rows.of(one, zone, locale)).toList(),
        on && Spares.advised(withoutPaper(shown), clock.instant()),
        visit.visit().returnUrl().orElse(null));
  }

  private List<FactorRow> rows(List<Factor> shown, ZoneId zone, Locale locale) {
    return shown.stream()
        .filter(one -> one.kind() != FactorKind.RECOVERY_CODE)
        .map(one -> rows.of(one, zone, locale))
        .toList();
  }

  private static List<Factor> withoutPaper(List<Factor> all) {
    return all.stream().filter(one -> one.kind() != FactorKind.RECOVERY_CODE).toList();
  }
}
