package io.tweestap.login.account;

import io.tweestap.audit.Actor;
import io.tweestap.audit.AuditAction;
import io.tweestap.audit.AuditEvent;
import io.tweestap.audit.AuditResult;
import io.tweestap.audit.AuditTrail;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.tenant.TenantPages;
import io.tweestap.user.User;
import io.tweestap.user.UserState;
import io.tweestap.user.Users;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes the links that open visits. A link lives for two minutes, which is enough for the redirect
/// that it is made for, and opens once.
@Service
public class AccountLinks {
  /// How long a link opens something.
  public static final Duration LIFE = Duration.ofMinutes(2);

  private final VisitRows rows;
  private final VisitHashes hashes;
  private final OwnProofs proofs;
  private final Users users;
  private final TenantPages pages;
  private final AuditTrail audit;
  private final Drawing drawing;

  AccountLinks(
      VisitRows rows,
      VisitHashes hashes,
      OwnProofs proofs,
      Users users,
      TenantPages pages,
      AuditTrail audit,
      Drawing drawing) {
    this.rows = rows;
    this.hashes = hashes;
    this.proofs = proofs;
    this.users = users;
    this.pages = pages;
    this.audit = audit;
    this.drawing = drawing;
  }

  /// Makes a link.
  ///
  /// @param client whoever asks
  @Transactional
  public LinkOutcome make(TenantId tenant, NewLink asked, String client) {
    Optional<User> user = users.find(tenant, asked.user());
    if (user.isEmpty()) {
      return new LinkOutcome.UnknownUser();
    }
    return refusal(tenant, user.get(), asked)
        .orElseGet(() -> made(tenant, user.get(), asked, client));
  }

  private Optional<LinkOutcome> refusal(TenantId tenant, User user, NewLink asked) {
    if (user.state() != UserState.ACTIVE) {
      return Optional.of(new LinkOutcome.UserNotActive());
    }
    if (asked.returnUrl().isPresent()
        && !pages.get(tenant).returnUrls().contains(asked.returnUrl().get())) {
      return Optional.of(new LinkOutcome.ReturnUrlNotAllowed());
    }
    return asked.provenFactor().flatMap(login -> proofs.refusal(tenant, user.id(), login));
  }

  private LinkOutcome made(TenantId tenant, User user, NewLink asked, String client) {
    Instant now = drawing.clock().instant();
    Instant until = now.plus(LIFE);
    VisitToken token = VisitToken.draw(tenant, drawing.ids().next(), drawing.random());
    rows.insert(token, user.id(), asked, hashes.link(token), until, now);
    audit.record(
        tenant,
        new AuditEvent(
            AuditAction.ACCOUNT_LINK_MADE,
            Actor.client(client),
            Optional.of(user.pseudonym()),
            Optional.empty(),
            AuditResult.SUCCESS,
            Map.of("visit", token.visit().toString())));
    return new LinkOutcome.Made(token.text(), until);
  }

  /// Where ids, moments and secrets come from.
  record Drawing(Ids ids, Clock clock, SecureRandom random) {}
}
