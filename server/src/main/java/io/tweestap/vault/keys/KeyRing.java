package io.tweestap.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.jwt.JwtMac;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Keys made ready for use: parsed once, then shared by all threads.
public final class KeyRing {
  private static final byte TINK_PREFIX = 1;
  private static final int PREFIX_LENGTH = 5;
  private static final int HASH_LENGTH = 32;

  private final int primary;
  private final Set<Integer> ids;
  private final Aead aead;
  private final Prf primaryPrf;
  private final Map<Integer, Prf> prfsById;
  private final List<Prf> prfs;
  private final JwtMac tokens;

  private KeyRing(KeySets sets) throws GeneralSecurityException {
    this.primary = sets.primary();
    this.ids = Set.copyOf(sets.ids());
    this.aead = primitive(sets.handle(KeyKind.SEAL), Aead.class);
    this.tokens = primitive(sets.handle(KeyKind.TOKEN), JwtMac.class);
    this.prfsById = primitive(sets.handle(KeyKind.HASH), PrfSet.class).getPrfs();
    this.prfs = new ArrayList<>();
    for (KeyLife life : sets.lives().reversed()) {
      Prf prf = Objects.requireNonNull(prfsById.get(life.id()));
      prfs.add(life.id() == primary ? 0 : prfs.size(), prf);
    }
    this.primaryPrf = prfs.getFirst();
  }

  /// Makes the keys ready; a millisecond or so.
  public static KeyRing of(KeySets sets) {
    try {
      return new KeyRing(sets);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the keys cannot be used", e);
    }
  }

  /// The key that a sealed value names, or 0 when it has no such prefix.
  public static int keyIdOf(byte[] sealed) {
    if (sealed.length < PREFIX_LENGTH || sealed[0] != TINK_PREFIX) {
      return 0;
    }
    return ByteBuffer.wrap(sealed).getInt(1);
  }

  /// The bytes that every value sealed by this key starts with.
  public static byte[] prefixOf(int keyId) {
    return ByteBuffer.allocate(PREFIX_LENGTH).put(TINK_PREFIX).putInt(keyId).array();
  }

  public int primary() {
    return primary;
  }

  public boolean holds(int keyId) {
    return ids.contains(keyId);
  }

  public byte[] seal(byte[] plain, byte[] associatedData) throws GeneralSecurityException {
    return aead.encrypt(plain, associatedData);
  }

  public byte[] open(byte[] sealed, byte[] associatedData) throws GeneralSecurityException {
    return aead.decrypt(sealed, associatedData);
  }

  /// The hash under the primary key.
  public byte[] hash(byte[] input) throws GeneralSecurityException {
    return primaryPrf.compute(input, HASH_LENGTH);
  }

  /// The hash under a key that the ring holds.
  public byte[] hash(int keyId, byte[] input) throws GeneralSecurityException {
    return Objects.requireNonNull(prfsById.get(keyId)).compute(input, HASH_LENGTH);
  }

  /// The hash under every key, primary first, then the newest first.
  public List<byte[]> hashes(byte[] input) throws GeneralSecurityException {
    if (prfs.size() == 1) {
      return List.of(hash(input));
    }
    List<byte[]> hashes = new ArrayList<>(prfs.size());
    for (Prf prf : prfs) {
      hashes.add(prf.compute(input, HASH_LENGTH));
    }
    return List.copyOf(hashes);
  }

  public JwtMac tokens() {
    return tokens;
  }

  @Override
  public String toString() {
    return "KeyRing[primary=" + primary + ", " + ids.size() + " keys]";
  }

  private static <P> P primitive(KeysetHandle handle, Class<P> type)
      throws GeneralSecurityException {
    return handle.getPrimitive(RegistryConfiguration.get(), type);
  }
}
