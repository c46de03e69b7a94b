package io.tweestap.webhook;

import io.tweestap.shared.TenantId;
import io.tweestap.vault.HashUse;
import io.tweestap.vault.Place;
import io.tweestap.vault.Sealed;
import io.tweestap.vault.Vault;
import io.tweestap.vault.VaultException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/// Hides a value behind its place; enough to see that it is opened where it was sealed, and that
/// nothing stands in the clear.
final class FakeVault implements Vault {
  private static final int KEY_ID = 7;

  @Override
  public Sealed seal(Place place, byte[] plain) {
    byte[] hidden = flipped(plain);
    return new Sealed(
        KEY_ID,
        ByteBuffer.allocate(4 + hidden.length).putInt(place.hashCode()).put(hidden).array());
  }

  @Override
  public byte[] open(Place place, byte[] sealed) {
    if (ByteBuffer.wrap(sealed).getInt() != place.hashCode()) {
      throw new VaultException("sealed for another place", new IllegalStateException());
    }
    return flipped(Arrays.copyOfRange(sealed, 4, sealed.length));
  }

  @Override
  public byte[] hash(HashUse use, TenantId tenant, byte[]... parts) {
    throw new UnsupportedOperationException("webhooks hash nothing");
  }

  @Override
  public List<byte[]> candidates(HashUse use, TenantId tenant, byte[]... parts) {
    throw new UnsupportedOperationException("webhooks hash nothing");
  }

  private static byte[] flipped(byte[] bytes) {
    byte[] flipped = bytes.clone();
    for (int i = 0; i < flipped.length; i++) {
      flipped[i] ^= 0x5a;
    }
    return flipped;
  }
}
