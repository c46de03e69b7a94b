package io.tweestap.delivery.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.shared.Channel;
import io.tweestap.shared.GroupCommit;
import io.tweestap.shared.Ids;
import io.tweestap.sms.SmsParts;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/// Delivers to handsets on a screen. What it accepted is durable: it stands in the database before
/// the outbox hears of it. Deliveries that come together share one commit.
@Component
@WhenSandbox
class SandboxCarrier implements Carrier {
  private static final int PARALLEL_MAX = 64;
  private static final int LANES = 2;
  private static final int BATCH_MAX = 100;

  private final Vault vault;
  private final Ids ids;
  private final Clock clock;
  private final GroupCommit<UUID, Delivery, UUID> commit;

  SandboxCarrier(SandboxRows rows, Vault vault, Ids ids, Clock clock) {
    this.vault = vault;
    this.ids = ids;
    this.clock = clock;
    this.commit =
        new GroupCommit<>(
            LANES,
            BATCH_MAX,
            Delivery::id,
            deliveries -> insert(rows, deliveries),
            SandboxCarrier::rolledBack);
  }

  @Override
  public String name() {
    return "sandbox";
  }

  @Override
  public Set<Channel> channels() {
    return EnumSet.allOf(Channel.class);
  }

  /// Last of all: any real carrier wins.
  @Override
  public int rank() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean isForTrying() {
    return true;
  }

  @Override
  public int parallelMax() {
    return PARALLEL_MAX;
  }

  @Override
  public HandOver send(OutgoingMessage message) {
    try {
      UUID delivery = commit.submit(seal(message));
      int parts =
          message.channel() == Channel.SMS
              ? Math.min(SmsParts.of(message.text()).count(), HandOver.Accepted.PARTS_MAX)
              : 1;
      return new HandOver.Accepted(
          List.of(delivery.toString()), parts, Optional.empty(), Optional.empty());
    } catch (CannotCreateTransactionException _) {
      return new HandOver.Failed(FailureClass.RETRY, "the database could not be reached");
    } catch (DataAccessException | TransactionException e) {
      return rolledBack(e)
          ? new HandOver.Failed(FailureClass.RETRY, "the handset could not be written")
          : new HandOver.Unknown("the database went away");
    }
  }

  /// Sealed first and hashed afterwards, so that the key id is never newer than the hash.
  private Delivery seal(OutgoingMessage message) {
    UUID id = ids.next();
    byte[] recipient = message.recipient().getBytes(UTF_8);
    Sealed sealedRecipient = vault.seal(HandsetPlaces.recipient(message.tenant(), id), recipient);
    Sealed sealedContent =
        vault.seal(HandsetPlaces.content(message.tenant(), id), HandsetContent.of(message).bytes());
    return new Delivery(
        message,
        id,
        vault.hash(HashUse.ADDRESS, message.tenant(), recipient),
        sealedRecipient.keyId(),
        sealedRecipient.bytes(),
        sealedContent.bytes(),
        clock.instant());
  }

  private static List<UUID> insert(SandboxRows rows, List<Delivery> deliveries) {
    rows.insert(deliveries);
    return deliveries.stream().map(Delivery::id).toList();
  }

  private static boolean rolledBack(RuntimeException e) {
    return e instanceof DataAccessException && !(e instanceof DataAccessResourceFailureException);
  }
}
