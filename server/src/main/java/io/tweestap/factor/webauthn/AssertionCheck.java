package io.tweestap.factor.webauthn;

import com.yubico.webauthn.AssertionRequest;
import com.yubico.webauthn.FinishAssertionOptions;
import com.yubico.webauthn.data.AuthenticatorAssertionResponse;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.ClientAssertionExtensionOutputs;
import com.yubico.webauthn.data.PublicKeyCredential;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.PublicKeyCredentialRequestOptions;
import com.yubico.webauthn.data.UserVerificationRequirement;
import com.yubico.webauthn.exception.AssertionFailedException;
import io.tweestap.tenant.WebAuthnSettings.UserVerification;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Checks a response to request options (WebAuthn Level 3 section 7.2). What the library does not
/// look at, or not strictly, is checked here first.
///
/// @param client what the browser said
/// @param data what the authenticator said
record AssertionCheck(
    PublicKeyCredential<AuthenticatorAssertionResponse, ClientAssertionExtensionOutputs> response,
    ClientData client,
    AuthData data) {
  /// Reads an `AuthenticationResponseJSON`; empty when it is none.
  static Optional<AssertionCheck> read(String json) {
    try {
      var response = PublicKeyCredential.parseAssertionResponseJson(json);
      AuthData data = AuthData.read(response.getResponse().getAuthenticatorData().getBytes());
      return ClientData.read(response.getResponse().getClientDataJSON().getBytes())
          .map(client -> new AssertionCheck(response, client, data));
    } catch (IOException | RuntimeException _) {
      // The library throws what it likes at what strangers send.
      return Optional.empty();
    }
  }

  boolean isFrom(Key key) {
    return Arrays.equals(response.getId().getBytes(), key.credentialId());
  }

  /// Checks it against options with the challenge that it holds, which is known to be the one that
  /// was given out.
  ///
  /// @return a word for the log when it is refused; empty when it is fine
  Optional<String> refusal(Site site, byte[] handle, Key key) {
    if (!client.type().equals(KeyChallenge.Ceremony.GET.type())) {
      return Optional.of("type");
    }
    if (!isFrom(key)) {
      return Optional.of("credential_id");
    }
    return site.refusal(client)
        .or(() -> isSigned(site, handle, key) ? Optional.empty() : Optional.of("signature"));
  }

  private boolean isSigned(Site site, byte[] handle, Key key) {
    try {
      return KnownKeys.of(handle, List.of(key))
          .at(site)
          .finishAssertion(
              FinishAssertionOptions.builder()
                  .request(request(site, key))
                  .response(response)
                  .build())
          .isSuccess();
    } catch (AssertionFailedException | RuntimeException _) {
      // As above: whatever it throws, the answer is wrong.
      return false;
    }
  }

  private AssertionRequest request(Site site, Key key) {
    boolean required = site.asks().userVerification() == UserVerification.REQUIRED;
    return AssertionRequest.builder()
        .publicKeyCredentialRequestOptions(
            PublicKeyCredentialRequestOptions.builder()
                .challenge(new ByteArray(client.challenge()))
                .rpId(site.rpId())
                .allowCredentials(
                    List.of(
                        PublicKeyCredentialDescriptor.builder()
                            .id(new ByteArray(key.credentialId()))
                            .build()))
                .userVerification(
                    required
                        ? UserVerificationRequirement.REQUIRED
                        : UserVerificationRequirement.PREFERRED)
                .build())
        .username(KnownKeys.USER)
        .build();
  }

  /// Whether the key's counter went back, or stands still, as it does when a copy of the key was
  /// used (WA-19). A key that does not count says zero always.
  boolean wentBack(Key key) {
    return (key.signCount() != 0 || data.signCount() != 0) && data.signCount() <= key.signCount();
  }
}
