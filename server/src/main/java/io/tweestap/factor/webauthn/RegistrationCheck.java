package io.tweestap.factor.webauthn;

import com.yubico.webauthn.FinishRegistrationOptions;
import com.yubico.webauthn.data.AuthenticatorAttestationResponse;
import com.yubico.webauthn.data.AuthenticatorSelectionCriteria;
import com.yubico.webauthn.data.AuthenticatorTransport;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.COSEAlgorithmIdentifier;
import com.yubico.webauthn.data.ClientRegistrationExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialCreationOptions;
import com.yubico.webauthn.data.PublicKeyCredentialParameters;
import com.yubico.webauthn.data.RelyingPartyIdentity;
import com.yubico.webauthn.data.UserIdentity;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.RegistrationFailedException;
import io.tweestap.factor.FactorId;
import io.tweestap.tenant.WebAuthnSettings.UserVerification;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Checks a response to creation options (WebAuthn Level 3 section 7.1). What the library does not
/// look at, or not strictly, is checked here first.
///
/// @param client what the browser said
/// @param data what the authenticator said
record RegistrationCheck(
    PublicKeyCredential<AuthenticatorAttestationResponse, ClientRegistrationExtensionOutputs>
        response,
    ClientData client,
    AuthData data,
    String format,
    Map<?, ?> statement) {
  /// Formats whose statements the library verifies; others are refused, not believed (WA-12).
  private static final Set<String> FORMATS = Set.of("none", "packed", "fido-u2f", "tpm", "apple");

  private static final int TRANSPORTS_MAX = 8;

  /// What a check came to.
  sealed interface Outcome {
    /// The key may be registered.
    record Fine(Key key) implements Outcome {}

    /// It may not.
    ///
    /// @param why a word for the log
    record Refused(String why) implements Outcome {}
  }

  /// Reads a `RegistrationResponseJSON`; empty when it is none.
  static Optional<RegistrationCheck> read(String json) {
    try {
      var response = PublicKeyCredential.parseRegistrationResponseJson(json);
      Map<?, ?> attestation = Cbor.map(response.getResponse().getAttestationObject().getBytes());
      Cbor.require(attestation.size() == 3, "fmt, attStmt and authData, and nothing else");
      if (attestation.get("authData") instanceof byte[] authData
          && attestation.get("fmt") instanceof String format
          && attestation.get("attStmt") instanceof Map<?, ?> statement) {
        AuthData data = AuthData.read(authData);
        return ClientData.read(response.getResponse().getClientDataJSON().getBytes())
            .map(client -> new RegistrationCheck(response, client, data, format, statement));
      }
      return Optional.empty();
    } catch (IOException | RuntimeException _) {
      // The library throws what it likes at what strangers send.
      return Optional.empty();
    }
  }

  /// Checks it against options with the challenge that it holds, which is known to be the one that
  /// was given out.
  ///
  /// @param factor that the key will belong to
  Outcome check(Site site, byte[] handle, FactorId factor) {
    if (!client.type().equals(KeyChallenge.Ceremony.CREATE.type())) {
      return new Outcome.Refused("type");
    }
    Optional<String> page = site.refusal(client);
    if (page.isPresent()) {
      return new Outcome.Refused(page.get());
    }
    return data.key()
        .map(made -> check(site, handle, factor, made))
        .orElseGet(() -> new Outcome.Refused("no_key"));
  }

  private Outcome check(Site site, byte[] handle, FactorId factor, AuthData.NewKey made) {
    if (!Arrays.equals(made.credentialId(), response.getId().getBytes())) {
      return new Outcome.Refused("credential_id");
    }
    if (!FORMATS.contains(format) || (format.equals("none") && !statement.isEmpty())) {
      return new Outcome.Refused("format");
    }
    if (!site.asks().allowedAaguids().isEmpty()
        && !site.asks().allowedAaguids().contains(made.aaguid())) {
      return new Outcome.Refused("model");
    }
    return isKeyFine(made) && isSigned(site, handle)
        ? new Outcome.Fine(key(site, factor, made))
        : new Outcome.Refused("signature");
  }

  private static boolean isKeyFine(AuthData.NewKey made) {
    try {
      return CoseKeys.isFine(made.cose());
    } catch (Cbor.MalformedException _) {
      return false;
    }
  }

  private boolean isSigned(Site site, byte[] handle) {
    try {
      KnownKeys.of(handle, List.of())
          .at(site)
          .finishRegistration(
              FinishRegistrationOptions.builder()
                  .request(options(site, handle))
                  .response(response)
                  .build());
      return true;
    } catch (RegistrationFailedException | RuntimeException _) {
      // As above: whatever it throws, the key is not registered.
      return false;
    }
  }

  private PublicKeyCredentialCreationOptions options(Site site, byte[] handle) {
    return PublicKeyCredentialCreationOptions.builder()
        .rp(RelyingPartyIdentity.builder().id(site.rpId()).name(site.name()).build())
        .user(
            UserIdentity.builder()
                .name(KnownKeys.USER)
                .displayName(KnownKeys.USER)
                .id(new ByteArray(handle))
                .build())
        .challenge(new ByteArray(client.challenge()))
        .pubKeyCredParams(
            CoseKeys.OFFERED.stream()
                .map(id -> COSEAlgorithmIdentifier.fromId(id).orElseThrow())
                .map(alg -> PublicKeyCredentialParameters.builder().alg(alg).build())
                .toList())
        .authenticatorSelection(
            AuthenticatorSelectionCriteria.builder()
                .userVerification(
                    site.asks().userVerification() == UserVerification.REQUIRED
                        ? UserVerificationRequirement.REQUIRED
                        : UserVerificationRequirement.PREFERRED)
                .build())
        .build();
  }

  private Key key(Site site, FactorId factor, AuthData.NewKey made) {
    return new Key(
        made.credentialId(),
        factor,
        site.rpId(),
        made.cose(),
        data.signCount(),
        data.userVerified(),
        data.backupEligible(),
        data.backedUp(),
        response.getResponse().getTransports().stream()
            .map(AuthenticatorTransport::getId)
            .filter(way -> way.matches("[a-z-]{1,32}"))
            .limit(TRANSPORTS_MAX)
            .toList(),
        made.aaguid(),
        format);
  }
}
