/// The one-time passwords that a YubiKey types when touched, checked with the AES key it was
/// programmed with, without anybody's validation service.
///
/// A password is a public id and 16 encrypted octets, all in [ModHex]. [YubicoOtp] reads it;
/// [YubicoOtp#verify] tells whether it is genuine and new.
@NullMarked
package io.tweestap.otp.yubico;

import org.jspecify.annotations.NullMarked;
