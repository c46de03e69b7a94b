package io.tweestap.factor.webauthn;

import io.tweestap.factor.FactorId;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A registered key: the credential record of WebAuthn Level 3 section 4 (WA-14).
///
/// @param rpId the site that it was made for
/// @param cose its public half as COSE_Key
/// @param signCount how often it says to have signed, at the last answer; 0 when it does not count
/// @param uvInitialized whether it asked for a PIN or a finger when it was registered
/// @param backupEligible whether its maker copies it between devices; never changes
/// @param backedUp whether there was such a copy at the last answer
/// @param attestation format of its maker's statement, `none` when there was none
record Key(
    byte[] credentialId,
    FactorId factor,
    String rpId,
    byte[] cose,
    long signCount,
    boolean uvInitialized,
    boolean backupEligible,
    boolean backedUp,
    List<String> transports,
    UUID aaguid,
    String attestation) {
  Key {
    transports = List.copyOf(transports);
  }

  /// What an answer with it adds to `amr` (RFC 8176): the key was possessed and its user was there.
  Set<String> amr() {
    return Set.of("pop", "user", backupEligible ? "swk" : "hwk");
  }

  @Override
  public String toString() {
    return "Key[" + factor + "]";
  }
}
