package io.tweestap.factor.recovery;

import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;

/// Argon2id (RFC 9106) for codes too short for a plain hash (LUS-3), with a salt per factor.
///
/// 7 MiB and five rounds, one of the settings that OWASP's Password Storage Cheat Sheet calls
/// equal; some 30 ms of one core. Only so many run at once, so that answers cannot take all memory.
@Component
class SlowHash {
  private static final int MEMORY_KIB = 7168;
  private static final int ROUNDS = 5;
  private static final int BYTES = 32;
  private static final int AT_ONCE = 4;

  private final Semaphore turns = new Semaphore(AT_ONCE, true);

  /// 32 bytes.
  byte[] of(byte[] salt, byte[] secret) {
    turns.acquireUninterruptibly();
    try {
      Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
      argon2.init(
          new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
              .withVersion(Argon2Parameters.ARGON2_VERSION_13)
              .withMemoryAsKB(MEMORY_KIB)
              .withIterations(ROUNDS)
              .withParallelism(1)
              .withSalt(salt)
              .build());
      byte[] hash = new byte[BYTES];
      argon2.generateBytes(secret, hash);
      return hash;
    } finally {
      turns.release();
    }
  }
}
