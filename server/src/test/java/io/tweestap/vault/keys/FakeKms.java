package io.tweestap.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A key management service in this JVM, found by `ServiceLoader` as a real one would be. It can be
/// taken down, and it counts what it is asked for.
public final class FakeKms implements KmsClient {
  static final String URI = "fake-kms://keys/1";
  static final AtomicBoolean DOWN = new AtomicBoolean();
  static final AtomicInteger LARGEST = new AtomicInteger();
  private static final Aead KEY = key();

  @Override
  public boolean doesSupport(String uri) {
    return uri.startsWith("fake-kms://");
  }

  @Override
  public KmsClient withCredentials(String path) {
    return this;
  }

  @Override
  public KmsClient withDefaultCredentials() {
    return this;
  }

  @Override
  public Aead getAead(String uri) {
    return new Aead() {
      @Override
      public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        refuseWhenDown();
        LARGEST.accumulateAndGet(plain.length, Math::max);
        return KEY.encrypt(plain, associated);
      }

      @Override
      public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        refuseWhenDown();
        return KEY.decrypt(sealed, associated);
      }
    };
  }

  /// With an unchecked exception, as the client for AWS does.
  private static void refuseWhenDown() {
    if (DOWN.get()) {
      throw new IllegalStateException("the service is down");
    }
  }

  private static Aead key() {
    try {
      AeadConfig.register();
      return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM)
          .getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
