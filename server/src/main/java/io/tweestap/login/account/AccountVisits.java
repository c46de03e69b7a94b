package io.tweestap.login.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.TenantId;
import io.tweestap.user.User;
import io.tweestap.user.UserId;
import io.tweestap.user.UserState;
import io.tweestap.user.Users;
import io.tweestap.vault.Place;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Opens visits, each in the one browser that came with the link first, and keeps their two ends
/// (SES-4). The link's secret opens nothing afterwards: the browser gets another one, so that
/// nobody who saw the link, or set a cookie before, shares the visit (SES-5).
@Service
public class AccountVisits {
  static final String TABLE = "account_visit";
  static final String KEPT = "kept_sealed";

  private final VisitRows rows;
  private final VisitHashes hashes;
  private final Users users;
  private final AuditTrail audit;
  private final Vault vault;
  private final SecureRandom random;
  private final Clock clock;

  AccountVisits(
      VisitRows rows,
      VisitHashes hashes,
      Users users,
      AuditTrail audit,
      Vault vault,
      SecureRandom random,
      Clock clock) {
    this.rows = rows;
    this.hashes = hashes;
    this.users = users;
    this.audit = audit;
    this.vault = vault;
    this.random = random;
    this.clock = clock;
  }

  /// A visit that was opened.
  ///
  /// @param cookie what the browser keeps
  public record Opened(AccountVisit visit, String cookie) {
    @Override
    public String toString() {
      return "Opened[" + visit.id() + "]";
    }
  }

  /// A visit that goes on, and who visits.
  public record Present(AccountVisit visit, User user) {}

  /// Opens the visit of a link. Empty when it was opened before, its time is over, or there is no
  /// such link: who asks is not told which.
  ///
  /// @param sourceIp where the browser is, for the audit
  @Transactional
  public Optional<Opened> open(String link, Optional<String> sourceIp) {
    return VisitToken.read(link).flatMap(token -> open(token, sourceIp));
  }

  private Optional<Opened> open(VisitToken link, Optional<String> sourceIp) {
    Instant now = clock.instant();
    VisitToken cookie = VisitToken.draw(link.tenant(), link.visit(), random);
    Optional<AccountVisit> visit =
        rows.open(
                link,
                hashes.links(link),
                hashes.browser(cookie),
                now,
                now.plus(AccountVisit.LONGEST))
            .map(row -> visit(link, row));
    visit.ifPresent(opened -> record(opened, AuditAction.ACCOUNT_OPENED, sourceIp));
    return visit.map(opened -> new Opened(opened, cookie.text()));
  }

  /// The visit that a browser is on; puts off its idle end. Empty when it has ended, or the user
  /// may not log in any more.
  public Optional<Present> find(String cookie) {
    Instant now = clock.instant();
    return VisitToken.read(cookie)
        .flatMap(token ->
            rows.see(token, hashes.browsers(token), now, now.minus(AccountVisit.IDLE))
                .map(row -> visit(token, row)))
        .flatMap(visit ->
            users
                .find(visit.tenant(), visit.user())
                .filter(user -> user.state() == UserState.ACTIVE)
                .map(user -> new Present(visit, user)));
  }

  private AccountVisit visit(VisitToken token, VisitRows.Row row) {
    return new AccountVisit(
        token.tenant(),
        token.visit(),
        row.user(),
        row.returnUrl(),
        row.locale(),
        row.login(),
        row.endsAt(),
        row.kept()
            .map(sealed ->
                new String(vault.open(place(token.tenant(), token.visit()), sealed), UTF_8)));
  }

  /// From now on this login says whether a factor was proven.
  public void proveIn(AccountVisit visit, UUID login) {
    rows.proveIn(visit.tenant(), visit.id(), login);
  }

  /// Keeps how far the pages are, sealed; empty: nothing any more.
  public void keep(AccountVisit visit, Optional<String> kept) {
    Place place = place(visit.tenant(), visit.id());
    rows.keep(
        visit.tenant(), visit.id(), kept.map(text -> vault.seal(place, text.getBytes(UTF_8))));
  }

  /// The user leaves.
  @Transactional
  public void leave(AccountVisit visit, Optional<String> sourceIp) {
    if (rows.end(visit.tenant(), visit.id(), clock.instant())) {
      record(visit, AuditAction.ACCOUNT_LEFT, sourceIp);
    }
  }

  /// Ends all visits of a user and all links to them, as part of the caller's transaction.
  public void endAll(TenantId tenant, UserId user) {
    rows.endAll(tenant, user, clock.instant());
  }

  private void record(AccountVisit visit, AuditAction action, Optional<String> sourceIp) {
    users
        .find(visit.tenant(), visit.user())
        .ifPresent(user ->
            audit.record(
                visit.tenant(),
                AuditEvent.success(action, Actor.USER, Optional.of(user.pseudonym()), sourceIp)));
  }

  private static Place place(TenantId tenant, UUID visit) {
    return new Place(tenant, TABLE, KEPT, visit);
  }
}
