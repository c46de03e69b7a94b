package io.tweestap.vault.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.KmsClient;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.tweestap.operations.ExitCode;
import io.tweestap.operations.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/// How keysets stand in the key file: in the clear (the file's mode guards them), or each encrypted
/// by a key management service, which sees a few hundred bytes at most.
public final class KeyEncryption {
  private final @Nullable String kmsUri;
  private final @Nullable Aead kms;

  private KeyEncryption(@Nullable String kmsUri, @Nullable Aead kms) {
    this.kmsUri = kmsUri;
    this.kms = kms;
  }

  public static KeyEncryption none() {
    return new KeyEncryption(null, null);
  }

  /// Under the service's key if an address is given, else none.
  public static KeyEncryption of(@Nullable String kmsUri) {
    return kmsUri == null || kmsUri.isBlank() ? none() : kms(kmsUri);
  }

  /// Under a service's key, for instance `aws-kms://arn:...`. The client that understands the
  /// address is found on the class path by [ServiceLoader].
  ///
  /// @throws StartRefused when no client understands it or the service refuses
  public static KeyEncryption kms(String uri) {
    KmsClient client =
        ServiceLoader.load(KmsClient.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(candidate -> candidate.doesSupport(uri))
            .findFirst()
            .orElseThrow(() -> noClient(uri));
    try {
      return new KeyEncryption(
          uri, new CheckedFailures(client.withDefaultCredentials().getAead(uri)));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new StartRefused(
          ExitCode.KEYS_MISSING,
          "The key management service of " + uri + " cannot be used: " + e.getMessage() + ".",
          e);
    }
  }

  Optional<String> kmsUri() {
    return Optional.ofNullable(kmsUri);
  }

  String write(KeyKind kind, KeysetHandle handle) throws GeneralSecurityException {
    return kms == null
        ? TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get())
        : TinkJsonProtoKeysetFormat.serializeEncryptedKeyset(handle, kms, place(kind));
  }

  KeysetHandle read(KeyKind kind, String json) throws GeneralSecurityException {
    return kms == null
        ? TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get())
        : TinkJsonProtoKeysetFormat.parseEncryptedKeyset(json, kms, place(kind));
  }

  private static byte[] place(KeyKind kind) {
    return ("tweestap " + kind.field() + " keys").getBytes(StandardCharsets.UTF_8);
  }

  private static StartRefused noClient(String uri) {
    return new StartRefused(
        ExitCode.KEYS_MISSING,
        "No client for the key management service of "
            + uri
            + " is on the class path; docs/operating/keys.md says how to add one.");
  }

  /// Clients throw exceptions of their own where Tink foresees a [GeneralSecurityException].
  private record CheckedFailures(Aead service) implements Aead {
    @Override
    public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
      try {
        return service.encrypt(plain, associated);
      } catch (RuntimeException e) {
        throw new GeneralSecurityException(e.getMessage(), e);
      }
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
      try {
        return service.decrypt(sealed, associated);
      } catch (RuntimeException e) {
        throw new GeneralSecurityException(e.getMessage(), e);
      }
    }
  }

  @Override
  public String toString() {
    return kmsUri == null ? "not encrypted" : "encrypted under " + kmsUri;
  }
}
