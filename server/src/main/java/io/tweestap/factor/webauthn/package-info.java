/// Security keys and passkeys (WebAuthn Level 3): registered once, then they sign challenges for
/// this site and no other. What is signed is checked by Yubico's library; ceremonies, challenges
/// and policy are ours.
@NamedInterface("webauthn")
@NullMarked
package io.tweestap.factor.webauthn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
