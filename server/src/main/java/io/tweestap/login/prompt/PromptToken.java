package io.tweestap.login.prompt;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// What opens a prompt, once: which login, and 256 random bits. `toString` shows none of them.
record PromptToken(PromptHandle handle, byte[] secret) {
  static final int SECRET_BYTES = 32;
  private static final int HANDLE_BYTES = 32;

  static PromptToken draw(PromptHandle handle, SecureRandom random) {
    return new PromptToken(handle, secret(random));
  }

  static byte[] secret(SecureRandom random) {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  static Optional<PromptToken> read(String text) {
    return PromptHandle.decoded(text)
        .filter(bytes -> bytes.length == HANDLE_BYTES + SECRET_BYTES)
        .map(bytes ->
            new PromptToken(
                PromptHandle.of(bytes), Arrays.copyOfRange(bytes, HANDLE_BYTES, bytes.length)));
  }

  String text() {
    byte[] all =
        ByteBuffer.allocate(HANDLE_BYTES + SECRET_BYTES).put(handle.bytes()).put(secret).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
  }

  @Override
  public String toString() {
    return "PromptToken[" + handle.login() + "]";
  }
}
