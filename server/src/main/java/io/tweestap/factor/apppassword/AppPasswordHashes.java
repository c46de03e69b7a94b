package io.tweestap.factor.apppassword;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.Crockford;
import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Hashed;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;

/// Draws app passwords and hashes them.
///
/// 28 characters of five bits are 140 bits (APP-1): from 112 bits on a keyed hash is as good as a
/// password hash (NIST SP 800-63B-4 3.1.2.2, ASVS 6.5.2), and it finds the row without a salt. The
/// database compares hashes that nobody without the key can steer (OTP-16).
@Component
class AppPasswordHashes {
  static final int CHARACTERS = 28;
  private static final int GROUP = 4;

  private final SecureRandom random;
  private final Vault vault;

  AppPasswordHashes(SecureRandom random, Vault vault) {
    this.random = random;
    this.vault = vault;
  }

  /// A new password, seven groups of four.
  String draw() {
    return Crockford.grouped(Crockford.draw(random, CHARACTERS), GROUP);
  }

  Hashed hash(TenantId tenant, String typed) {
    return vault.hashed(HashUse.APP_PASSWORD, tenant, bytes(typed));
  }

  List<byte[]> candidates(TenantId tenant, String typed) {
    return vault.candidates(HashUse.APP_PASSWORD, tenant, bytes(typed));
  }

  private static byte[] bytes(String typed) {
    return Crockford.read(typed).getBytes(UTF_8);
  }
}
