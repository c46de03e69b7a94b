package io.tweestap.factor.webauthn;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.RelyingParty;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the library is to know in one ceremony: the keys of one user, and no others.
///
/// @param name stands for the user towards the library only
/// @param handle of the user
record KnownKeys(String name, byte[] handle, List<Key> keys) implements CredentialRepository {
  /// The one name there is: a ceremony is about one user.
  static final String USER = "user";

  static KnownKeys of(byte[] handle, List<Key> keys) {
    return new KnownKeys(USER, handle, keys);
  }

  /// Origins are matched as they are: no other port, no further subdomain.
  RelyingParty at(Site site) {
    return RelyingParty.builder()
        .identity(RelyingPartyIdentity.builder().id(site.rpId()).name(site.name()).build())
        .credentialRepository(this)
        .origins(site.origins())
        .allowOriginPort(false)
        .allowOriginSubdomain(false)
        .allowUntrustedAttestation(true)
        // Judged by ourselves, as the tenant wishes.
        .validateSignatureCounter(false)
        .build();
  }

  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
    return keys.stream()
        .map(key ->
            PublicKeyCredentialDescriptor.builder().id(new ByteArray(key.credentialId())).build())
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String username) {
    return Optional.of(new ByteArray(handle)).filter(_ -> username.equals(name));
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
    return Optional.of(name).filter(_ -> Arrays.equals(handle, userHandle.getBytes()));
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
    return Arrays.equals(handle, userHandle.getBytes())
        ? lookupAll(credentialId).stream().findFirst()
        : Optional.empty();
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
    return keys.stream()
        .filter(key -> Arrays.equals(key.credentialId(), credentialId.getBytes()))
        .map(this::registered)
        .collect(Collectors.toSet());
  }

  private RegisteredCredential registered(Key key) {
    return RegisteredCredential.builder()
        .credentialId(new ByteArray(key.credentialId()))
        .userHandle(new ByteArray(handle))
        .publicKeyCose(new ByteArray(key.cose()))
        .signatureCount(key.signCount())
        .backupEligible(key.backupEligible())
        .backupState(key.backedUp())
        .build();
  }
}
