package io.tweestap.webhook;

import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.Vault;
import io.tweestap.webhook.EndpointOutcome.Created;
import io.tweestap.webhook.EndpointOutcome.Creation;
import io.tweestap.webhook.EndpointOutcome.NotFound;
import io.tweestap.webhook.EndpointOutcome.Rotated;
import io.tweestap.webhook.EndpointOutcome.Rotation;
import io.tweestap.webhook.EndpointOutcome.TooMany;
import io.tweestap.webhook.EndpointOutcome.TooOften;
import io.tweestap.webhook.EndpointOutcome.Update;
import io.tweestap.webhook.EndpointOutcome.Updated;
import io.tweestap.webhook.EndpointOutcome.UrlRefused;
import io.tweestap.webhook.address.UrlCheck;
import io.tweestap.webhook.address.UrlRules;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// A tenant's endpoints and the secrets they are signed with.
@Service
public class Endpoints {
  /// How long a rotated secret goes on signing beside the new one.
  private static final Duration OVERLAP = Duration.ofHours(24);

  private final EndpointStore store;
  private final UrlRules rules;
  private final Listening listening;
  private final Vault vault;
  private final SecureRandom random;
  private final Ids ids;
  private final Clock clock;

  Endpoints(
      EndpointStore store,
      UrlRules rules,
      Listening listening,
      Vault vault,
      SecureRandom random,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.rules = rules;
    this.listening = listening;
    this.vault = vault;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  /// Adds an endpoint, enabled.
  ///
  /// @param events at least one, none of them `ping`
  public Creation create(
      TenantId tenant, String url, List<EventType> events, @Nullable String description) {
    if (rules.check(url) instanceof UrlCheck.Refused(String reason)) {
      return new UrlRefused(reason);
    }
    Endpoint endpoint = new Endpoint(ids.next(), url, events, description, true, now());
    WebhookSecret secret = WebhookSecret.draw(random);
    if (!store.insert(tenant, endpoint, sealed(tenant, secret))) {
      return new TooMany();
    }
    listening.changed(tenant);
    return new Created(endpoint, secret);
  }

  /// At most [Endpoint#MOST_PER_TENANT], oldest first.
  public List<Endpoint> list(TenantId tenant) {
    return store.list(tenant);
  }

  public Optional<Endpoint> find(TenantId tenant, UUID id) {
    return store.find(tenant, id);
  }

  /// Changes an endpoint. What is still pending for one that gets disabled is given up; it can be
  /// replayed.
  public Update update(TenantId tenant, UUID id, EndpointChange change) {
    if (change.url() != null && rules.check(change.url()) instanceof UrlCheck.Refused(String why)) {
      return new UrlRefused(why);
    }
    Optional<Endpoint> changed = store.update(tenant, id, change);
    listening.changed(tenant);
    return changed.<Update>map(Updated::new).orElseGet(NotFound::new);
  }

  /// Draws a new secret. The one before goes on signing beside it for 24 hours.
  public Rotation rotate(TenantId tenant, UUID id) {
    WebhookSecret secret = WebhookSecret.draw(random);
    Instant now = now();
    Instant until = now.plus(OVERLAP);
    if (store.rotate(tenant, id, sealed(tenant, secret), now, until)) {
      return new Rotated(secret, until);
    }
    return store.find(tenant, id).isPresent() ? new TooOften() : new NotFound();
  }

  /// Removes an endpoint and its secrets; what is still pending for it is given up.
  ///
  /// @return whether there was one
  public boolean delete(TenantId tenant, UUID id) {
    boolean deleted = store.delete(tenant, id);
    listening.changed(tenant);
    return deleted;
  }

  private SealedSecret sealed(TenantId tenant, WebhookSecret secret) {
    UUID id = ids.next();
    return new SealedSecret(id, vault.seal(SealedSecret.place(tenant, id), secret.key()));
  }

  /// To the microsecond, as the database keeps it.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
