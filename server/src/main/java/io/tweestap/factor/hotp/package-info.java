/// Tokens with a button: codes from a counter (RFC 4226).
@NullMarked
package io.tweestap.factor.hotp;

import org.jspecify.annotations.NullMarked;
