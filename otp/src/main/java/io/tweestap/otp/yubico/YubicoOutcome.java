package io.tweestap.otp.yubico;

/// What checking a Yubico OTP showed.
public sealed interface YubicoOutcome {
  /// Genuine and new. Store `counter` in the statement that accepts it, and only if the stored one
  /// is still smaller.
  ///
  /// @param counter what to store
  /// @param timestamp the key's 8 Hz clock since it was plugged in, 0 to 2^24 - 1
  record Accepted(YubicoCounter counter, int timestamp) implements YubicoOutcome {}

  /// Genuine, but not newer than the stored counter: a replay.
  ///
  /// @param counter the counter of the password
  record Replayed(YubicoCounter counter) implements YubicoOutcome {}

  /// The checksum is wrong: not encrypted with this AES key, or damaged.
  record WrongKey() implements YubicoOutcome {}

  /// Encrypted with this AES key, but the private id is another.
  record WrongPrivateId() implements YubicoOutcome {}
}
