package io.tweestap.audit.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.audit.jdbc.Content;
import io.tweestap.audit.jdbc.Ends;
import io.tweestap.audit.jdbc.StoredEnds;
import io.tweestap.audit.jdbc.StoredEvent;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Hashed;
import io.tweestap.vault.Vault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The keyed hashes of a chain. What they are made of never changes its order or form: old chains
/// must stay verifiable. Each is compared under the key that made it.
@Component
class Hashes {
  private final Vault vault;

  Hashes(Vault vault) {
    this.vault = vault;
  }

  /// The link of an event at a position behind another link.
  Hashed link(TenantId tenant, StoredEvent event, long position, byte[] before) {
    return vault.hashed(HashUse.AUDIT_LINK, tenant, linkParts(event, position, before));
  }

  /// Whether an event stands where it was put.
  boolean isLink(TenantId tenant, StoredEvent event, byte[] before) {
    Hashed link = event.link();
    return link != null
        && fits(link, HashUse.AUDIT_LINK, tenant, linkParts(event, event.position(), before));
  }

  /// Whether an event's content is what was written.
  boolean isContent(TenantId tenant, StoredEvent event) {
    Content content = event.content();
    return content != null && fits(event.digest(), HashUse.AUDIT_CONTENT, tenant, content.parts());
  }

  StoredEnds sealed(TenantId tenant, Ends ends) {
    return new StoredEnds(ends, vault.hashed(HashUse.AUDIT_CHAIN, tenant, endParts(ends)));
  }

  /// Whether the ends are what was written.
  boolean isSealed(TenantId tenant, StoredEnds stored) {
    return fits(stored.seal(), HashUse.AUDIT_CHAIN, tenant, endParts(stored.ends()));
  }

  private boolean fits(Hashed stored, HashUse use, TenantId tenant, byte[]... parts) {
    return vault
        .hashedBy(stored.keyId(), use, tenant, parts)
        .filter(right -> MessageDigest.isEqual(right, stored.bytes()))
        .isPresent();
  }

  private static byte[][] linkParts(StoredEvent event, long position, byte[] before) {
    return new byte[][] {
      bytes(position),
      bytes(event.id()),
      event.retention().getBytes(UTF_8),
      bytes(event.digest().keyId()),
      event.digest().bytes(),
      before
    };
  }

  private static byte[][] endParts(Ends ends) {
    return new byte[][] {
      bytes(ends.firstPosition()),
      ends.firstLink(),
      bytes(ends.lastPosition()),
      ends.lastLink(),
      bytes(ends.activityPurgedBefore()),
      bytes(ends.administrationPurgedBefore())
    };
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  /// In microseconds, as the database keeps it.
  private static byte[] bytes(Instant moment) {
    return bytes(moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1000);
  }
}
