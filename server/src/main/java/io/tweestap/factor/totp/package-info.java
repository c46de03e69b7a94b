/// Authenticator apps and clock tokens: codes from the time (RFC 6238).
@NullMarked
package io.tweestap.factor.totp;

import org.jspecify.annotations.NullMarked;
