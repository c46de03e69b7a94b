package io.tweestap.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import io.tweestap.vault.VaultException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A vault with a fixed key: what it seals can be opened at its own place only, and is not readable.
public final class TestVault implements Vault {
  private static final byte[] KEY = "a key for tests".getBytes(UTF_8);
  private static final int HASH = 32;

  @Override
  public Sealed seal(Place place, byte[] plain) {
    byte[] sealed = Arrays.copyOf(tag(place), HASH + plain.length);
    for (int i = 0; i < plain.length; i++) {
      sealed[HASH + i] = (byte) (plain[i] ^ sealed[i % HASH] ^ 0x5a);
    }
    return new Sealed(1, sealed);
  }

  @Override
  public byte[] open(Place place, byte[] sealed) {
    if (!MessageDigest.isEqual(tag(place), Arrays.copyOf(sealed, HASH))) {
      throw new VaultException("moved", new GeneralSecurityException("tag"));
    }
    byte[] plain = new byte[sealed.length - HASH];
    for (int i = 0; i < plain.length; i++) {
      plain[i] = (byte) (sealed[HASH + i] ^ sealed[i % HASH] ^ 0x5a);
    }
    return plain;
  }

  @Override
  public byte[] hash(HashUse use, TenantId tenant, byte[]... parts) {
    StringBuilder all = new StringBuilder(use + "/" + tenant);
    for (byte[] part : parts) {
      all.append('/').append(new String(part, UTF_8));
    }
    return hmac(all.toString());
  }

  @Override
  public List<byte[]> candidates(HashUse use, TenantId tenant, byte[]... parts) {
    return List.of(hash(use, tenant, parts));
  }

  private static byte[] tag(Place place) {
    return hmac(place.toString());
  }

  private static byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
