package io.tweestap.page.account;

import io.tweestap.factor.Factor;
import io.tweestap.factor.FactorState;
import io.tweestap.factor.apppassword.AppPassword;
import io.tweestap.login.browser.Browser;
import io.tweestap.login.session.Session;
import io.tweestap.page.account.Overview.FactorRow;
import io.tweestap.page.account.Overview.PasswordRow;
import io.tweestap.page.account.Overview.PlaceRow;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a user has, as rows of a page.
@Component
class AccountRows {
  private final AccountWords words;
  private final Clock clock;

  AccountRows(AccountWords words, Clock clock) {
    this.words = words;
    this.clock = clock;
  }

  FactorRow of(Factor factor, ZoneId zone, Locale locale) {
    var bond = factor.bond();
    String kind = words.of("account.kind." + factor.kind().text(), locale);
    return new FactorRow(
        factor.id().toString(),
        factor.kind().text(),
        bond.name(),
        factor instanceof Factor.Phone phone ? kind + " " + phone.number() : kind,
        words.day(bond.boundAt(), zone, locale),
        bond.lastUsedAt().map(at -> words.moment(at, zone, locale)).orElse(null),
        state(factor, zone, locale),
        !factor.isUsable(clock.instant()));
  }

  private @Nullable String state(Factor factor, ZoneId zone, Locale locale) {
    var bond = factor.bond();
    if (bond.state() != FactorState.ACTIVE) {
      return words.of("account.state." + bond.state().text(), locale);
    }
    return bond.expiresAt()
        .map(end ->
            bond.isExpired(clock.instant())
                ? words.of("account.state.expired", locale)
                : words.of("account.state.until", locale, words.day(end, zone, locale)))
        .orElse(null);
  }

  PasswordRow of(AppPassword password, ZoneId zone, Locale locale) {
    return new PasswordRow(
        password.id().toString(),
        password.device(),
        service(password.service().text(), locale),
        words.day(password.createdAt(), zone, locale),
        password.lastUsedAt().map(at -> words.moment(at, zone, locale)).orElse(null),
        password.expiresAt().map(at -> words.day(at, zone, locale)).orElse(null));
  }

  /// A service in words where it is a usual one, else its own name.
  String service(String name, Locale locale) {
    return words.of("account.service." + name, name, locale);
  }

  PlaceRow of(Browser browser, ZoneId zone, Locale locale) {
    return new PlaceRow(
        browser.id().toString(),
        Browsing.of(browser.userAgent())
            .orElseGet(() -> words.of("account.browser.unknown", locale)),
        null,
        browser.place().orElse(null),
        words.day(browser.createdAt(), zone, locale),
        words.moment(browser.lastUsedAt(), zone, locale));
  }

  PlaceRow of(Session session, ZoneId zone, Locale locale) {
    return new PlaceRow(
        session.id().toString(),
        Browsing.of(session.userAgent())
            .orElseGet(() -> words.of("account.browser.unknown", locale)),
        session.application().orElse(null),
        session.place().orElse(null),
        words.moment(session.startedAt(), zone, locale),
        words.moment(session.lastActiveAt(), zone, locale));
  }
}
