package io.tweestap.factor.kind;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import io.tweestap.verification.Details;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Ties a challenge to the transaction that it is about.
///
/// The hash is keyed, because what is made of it may be short enough to search for another payee
/// with the same one; and it holds the challenge's id, because the same payment twice must not be
/// answered the same way.
@Component
public class AboutDetails {
  private final Vault vault;

  AboutDetails(Vault vault) {
    this.vault = vault;
  }

  /// What the user is shown and signs: `EUR 12.50 to Anna Smit`.
  public static String text(Details details) {
    return details.currency().getCurrencyCode()
        + " "
        + details.amount().toPlainString()
        + " to "
        + String.join(", ", details.payees());
  }

  /// 32 bytes that stand for the details within one challenge.
  public byte[] hash(TenantId tenant, UUID challenge, Details details) {
    return vault.hash(HashUse.CHALLENGE_DETAILS, tenant, parts(challenge, details));
  }

  /// Whether these are the details that were hashed.
  public boolean fits(TenantId tenant, UUID challenge, Details details, byte[] hash) {
    boolean fits = false;
    for (byte[] candidate :
        vault.candidates(HashUse.CHALLENGE_DETAILS, tenant, parts(challenge, details))) {
      fits |= MessageDigest.isEqual(candidate, hash);
    }
    return fits;
  }

  private static byte[][] parts(UUID challenge, Details details) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(
        ByteBuffer.allocate(16)
            .putLong(challenge.getMostSignificantBits())
            .putLong(challenge.getLeastSignificantBits())
            .array());
    parts.add(details.amount().toPlainString().getBytes(UTF_8));
    parts.add(details.currency().getCurrencyCode().getBytes(UTF_8));
    details.payees().forEach(payee -> parts.add(payee.getBytes(UTF_8)));
    return parts.toArray(byte[][]::new);
  }
}
