package io.tweestap.factor.recovery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.springframework.stereotype.Component;

/// Argon2id (RFC 9106) for codes too short for a plain hash (LUS-3), with a salt per factor.
///
/// 7 MiB and five rounds, one of the settings that OWASP's Password Storage Cheat Sheet calls
/// equal; some 30 ms of one core. At most half of the cores hash at once, so that a flood of such
/// answers takes neither all memory nor the processors from everybody else.
@Component
class SlowHash implements AutoCloseable {
  private static final int MEMORY_KIB = 7168;
  private static final int ROUNDS = 5;
  private static final int BYTES = 32;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Turns turns =
      new Turns(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), PATIENCE);
  private final int memoryKib;
  private final int rounds;

  SlowHash() {
    this(MEMORY_KIB, ROUNDS);
  }

  /// With less work than an attacker should have, for tests alone.
  SlowHash(int memoryKib, int rounds) {
    this.memoryKib = memoryKib;
    this.rounds = rounds;
  }

  /// 32 bytes for each secret, all in one turn.
  ///
  /// @return in the order of the secrets; empty when too many others hash, and nothing was hashed
  Optional<List<byte[]>> of(byte[] salt, List<byte[]> secrets) {
    return turns.take(() -> secrets.stream().map(secret -> hash(salt, secret)).toList());
  }

  private byte[] hash(byte[] salt, byte[] secret) {
    Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
    argon2.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(rounds)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[BYTES];
    argon2.generateBytes(secret, hash);
    return hash;
  }

  @Override
  public void close() {
    turns.close();
  }
}
