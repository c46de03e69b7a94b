package io.tweestap.verification;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Hashed;
import io.tweestap.vault.Vault;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Draws codes and hashes them, bound to the verification they belong to.
///
/// The hash is keyed: whoever reads the database cannot try out the million codes. Two hashes are
/// compared by the database; that its comparison stops at the first difference tells nothing, since
/// nobody without the key can steer the bytes of a hash (OTP-16).
@Component
class Codes {
  private final SecureRandom random;
  private final Vault vault;

  Codes(SecureRandom random, Vault vault) {
    this.random = random;
    this.vault = vault;
  }

  /// A code of so many decimal digits, each drawn evenly (OOB-1).
  String draw(int length) {
    StringBuilder code = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      code.append((char) ('0' + random.nextInt(10)));
    }
    return code.toString();
  }

  Hashed hash(TenantId tenant, UUID verification, String code) {
    return vault.hashed(HashUse.CODE, tenant, bytes(verification), code.getBytes(UTF_8));
  }

  List<byte[]> candidates(TenantId tenant, UUID verification, String code) {
    return vault.candidates(HashUse.CODE, tenant, bytes(verification), code.getBytes(UTF_8));
  }

  Hashed hash(TenantId tenant, UUID verification, Optional<Details> details) {
    return vault.hashed(HashUse.DETAILS, tenant, parts(verification, details));
  }

  List<byte[]> candidates(TenantId tenant, UUID verification, Optional<Details> details) {
    return vault.candidates(HashUse.DETAILS, tenant, parts(verification, details));
  }

  private static byte[][] parts(UUID verification, Optional<Details> details) {
    byte[][] parts = details.map(Details::parts).orElse(new byte[0][]);
    byte[][] all = new byte[parts.length + 1][];
    all[0] = bytes(verification);
    System.arraycopy(parts, 0, all, 1, parts.length);
    return all;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
