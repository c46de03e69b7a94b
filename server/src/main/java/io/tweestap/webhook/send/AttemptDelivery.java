package io.tweestap.webhook.send;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.Vault;
import io.tweestap.webhook.DeliveryError;
import io.tweestap.webhook.DeliveryState;
import io.tweestap.webhook.FilledEvents;
import io.tweestap.webhook.RecordedEvent;
import io.tweestap.webhook.SealedSecret;
import io.tweestap.webhook.WebhookSecret;
import io.tweestap.webhook.send.DeliveryQueue.Ending;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// One attempt of one delivery: signs it, posts it, records how it ended.
///
/// Between the post and the record a crash can happen; the lease then ends and the same event goes
/// out again under the same `webhook-id`: at least once, never not at all.
@Component
class AttemptDelivery {
  private static final Logger log = LoggerFactory.getLogger(AttemptDelivery.class);

  private final DeliveryQueue queue;
  private final Poster poster;
  private final ObjectProvider<FilledEvents> filled;
  private final Vault vault;
  private final SecureRandom random;
  private final Clock clock;

  AttemptDelivery(
      DeliveryQueue queue,
      Poster poster,
      ObjectProvider<FilledEvents> filled,
      Vault vault,
      SecureRandom random,
      Clock clock) {
    this.queue = queue;
    this.filled = filled;
    this.poster = poster;
    this.vault = vault;
    this.random = random;
    this.clock = clock;
  }

  /// @return whether the endpoint took it
  boolean run(Claimed claimed) {
    if (claimed.target() == null) {
      queue.finish(claimed, dead(null, DeliveryError.ENDPOINT_GONE), clock.instant());
      return false;
    }
    Answer answer = postOrFail(claimed, claimed.target());
    Ending ending = ending(claimed, answer);
    queue.finish(claimed, ending, clock.instant());
    return ending.state() == DeliveryState.DELIVERED;
  }

  /// A fault of our own (a secret that cannot be opened, say) is an attempt that failed: it must
  /// end after 24 hours like any other.
  private Answer postOrFail(Claimed claimed, Claimed.Target target) {
    try {
      return post(claimed, target);
    } catch (RuntimeException e) {
      log.warn("webhook {} could not be signed or sent", claimed.event(), e);
      return new Answer.None(DeliveryError.INTERNAL);
    }
  }

  private Answer post(Claimed claimed, Claimed.Target target) {
    byte[] body = body(claimed.endpoint().tenant(), target.event());
    String id = target.event().id().toString();
    Instant now = clock.instant();
    List<WebhookSecret> secrets =
        target.secrets().stream().map(secret -> opened(claimed, secret)).toList();
    Map<String, String> headers =
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", Long.toString(now.getEpochSecond()),
            "webhook-signature", Signature.header(secrets, id, now, body));
    return poster.post(target.url(), headers, body);
  }

  private WebhookSecret opened(Claimed claimed, SealedSecret secret) {
    var place = SealedSecret.place(claimed.endpoint().tenant(), secret.id());
    return WebhookSecret.ofKey(vault.open(place, secret.sealed().bytes()));
  }

  /// The same bytes on every attempt, as long as what a room opens for it is there. Id, type and
  /// time hold nothing that JSON would escape.
  private byte[] body(TenantId tenant, RecordedEvent event) {
    String data =
        filled.stream()
            .filter(one -> one.type().text().equals(event.type()))
            .findFirst()
            .flatMap(one -> one.filled(tenant, event.payload()))
            .orElse(event.payload());
    String json =
        "{\"id\":\"%s\",\"type\":\"%s\",\"timestamp\":\"%s\",\"data\":%s}"
            .formatted(event.id(), event.type(), event.createdAt(), data);
    return json.getBytes(StandardCharsets.UTF_8);
  }

  private Ending ending(Claimed claimed, Answer answer) {
    return switch (answer) {
      case Answer.Status status when status.success() ->
          new Ending(DeliveryState.DELIVERED, null, status.code(), null);
      case Answer.Status(int code) -> failed(claimed, code, DeliveryError.STATUS);
      case Answer.None(DeliveryError error) -> failed(claimed, null, error);
    };
  }

  private Ending failed(Claimed claimed, @Nullable Integer status, DeliveryError error) {
    return RetrySchedule.after(claimed.attempt(), random)
        .map(wait ->
            new Ending(DeliveryState.PENDING, clock.instant().plus(wait), status, error.text()))
        .orElseGet(() -> dead(status, error));
  }

  private static Ending dead(@Nullable Integer status, DeliveryError error) {
    return new Ending(DeliveryState.DEAD, null, status, error.text());
  }
}
