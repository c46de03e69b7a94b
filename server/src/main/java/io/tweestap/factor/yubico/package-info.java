/// The one-time passwords that a YubiKey types, checked with its own AES key.
@NullMarked
package io.tweestap.factor.yubico;

import org.jspecify.annotations.NullMarked;
