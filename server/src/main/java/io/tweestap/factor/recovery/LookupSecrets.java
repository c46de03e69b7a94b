package io.tweestap.factor.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.factor.FactorId;
import io.tweestap.shared.Crockford;
import io.tweestap.shared.Ids;
import io.tweestap.shared.TenantId;
import io.tweestap.user.UserId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Hashed;
import io.tweestap.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Codes of ten characters (50 bits), each of which is right once: drawn, kept as hashes, spent.
///
/// A hash is Argon2id, then HMAC under the vault's key (decision 0012): without the key nobody can
/// try a single code, and with it each try costs a password hash.
@Component
public class LookupSecrets {
  private static final int CHARACTERS = 10;
  private static final int GROUP = 5;
  private static final int SALT_BYTES = 16;

  private final LookupSecretRows rows;
  private final SlowHash slow;
  private final Vault vault;
  private final SecureRandom random;
  private final Ids ids;
  private final Clock clock;

  LookupSecrets(
      LookupSecretRows rows,
      SlowHash slow,
      Vault vault,
      SecureRandom random,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.slow = slow;
    this.vault = vault;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  /// New codes with their hashes, not stored yet.
  ///
  /// @param salt 128 random bits of this set, as hexadecimal text; kept beside the factor
  public record Drawn(String salt, List<String> codes, List<Hashed> hashes) {
    public Drawn {
      codes = List.copyOf(codes);
      hashes = List.copyOf(hashes);
    }

    @Override
    public String toString() {
      return "Drawn[" + codes.size() + " codes]";
    }
  }

  /// So many different codes, each shown as `7k2fq-9xm4t`. Takes some 30 ms a code and may wait for
  /// seconds: call it outside of any transaction.
  ///
  /// @return empty when too many others hash at the moment
  public Optional<Drawn> draw(TenantId tenant, int count) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Set<String> drawn = new LinkedHashSet<>();
    while (drawn.size() < count) {
      drawn.add(Crockford.draw(random, CHARACTERS));
    }
    return slow.of(salt, drawn.stream().map(code -> code.getBytes(UTF_8)).toList())
        .map(hashes ->
            new Drawn(
                HexFormat.of().formatHex(salt),
                drawn.stream().map(code -> Crockford.grouped(code, GROUP)).toList(),
                hashes.stream().map(hash -> hashed(tenant, hash)).toList()));
  }

  private Hashed hashed(TenantId tenant, byte[] hash) {
    return vault.hashed(HashUse.LOOKUP_SECRET, tenant, hash);
  }

  /// Stores the hashes, in the caller's transaction.
  public void store(TenantId tenant, UserId user, FactorId factor, Drawn drawn) {
    for (Hashed hash : drawn.hashes()) {
      rows.insert(tenant, ids.next(), user, factor, hash);
    }
  }

  /// What a typed code may be stored as. Case, spaces and hyphens do not matter, nor O for 0, I and
  /// L for 1. The same work for every text; outside of any transaction.
  ///
  /// @return empty when too many others hash at the moment
  public Optional<List<byte[]>> candidates(TenantId tenant, String salt, String typed) {
    byte[] code = Crockford.read(typed).getBytes(UTF_8);
    return slow.of(HexFormat.of().parseHex(salt), List.of(code))
        .map(hashes -> vault.candidates(HashUse.LOOKUP_SECRET, tenant, hashes.getFirst()));
  }

  /// Whether one of these is there and not spent. Changes nothing.
  public Found find(TenantId tenant, FactorId factor, List<byte[]> candidates) {
    return rows.find(tenant, factor, candidates);
  }

  /// What a code is worth.
  public enum Found {
    UNSPENT,
    SPENT,
    NOTHING
  }

  /// Spends a code, in the caller's transaction.
  ///
  /// @return whether it was this call that spent it
  public boolean spend(TenantId tenant, FactorId factor, List<byte[]> candidates) {
    return rows.spend(tenant, factor, candidates, clock.instant());
  }

  /// Deletes the codes of a factor that is over.
  public void forget(TenantId tenant, FactorId factor) {
    rows.delete(tenant, factor);
  }

  /// Deletes all codes of a user.
  public void forget(TenantId tenant, UserId user) {
    rows.delete(tenant, user);
  }
}
