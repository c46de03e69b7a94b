package io.tweestap.login.prompt;

import io.tweestap.vault.HashUse;
import io.tweestap.vault.Vault;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The keyed hashes of a prompt: of the token that opens it, of the browser that did, and of what
/// that browser brings back. They live for less than two hours.
@Component
class PromptHashes {
  private final Vault vault;

  PromptHashes(Vault vault) {
    this.vault = vault;
  }

  byte[] token(PromptToken token) {
    return vault.hash(
        HashUse.PROMPT_TOKEN, token.handle().tenant(), token.handle().bytes(), token.secret());
  }

  List<byte[]> tokens(PromptToken token) {
    return vault.candidates(
        HashUse.PROMPT_TOKEN, token.handle().tenant(), token.handle().bytes(), token.secret());
  }

  byte[] browser(PromptHandle handle, byte[] secret) {
    return vault.hash(HashUse.PROMPT_BROWSER, handle.tenant(), handle.bytes(), secret);
  }

  /// Whether a browser with this secret is the one that opened it.
  boolean isBrowser(PromptHandle handle, byte[] stored, Optional<String> secret) {
    return secret
        .flatMap(PromptHandle::decoded)
        .filter(bytes -> bytes.length == PromptToken.SECRET_BYTES)
        .filter(bytes ->
            isAny(
                vault.candidates(HashUse.PROMPT_BROWSER, handle.tenant(), handle.bytes(), bytes),
                stored))
        .isPresent();
  }

  /// What the browser brings back: only the server can make it, and only for this browser.
  String returnCode(PromptHandle handle, byte[] browser) {
    return text(vault.hash(HashUse.PROMPT_RETURN, handle.tenant(), handle.bytes(), browser));
  }

  boolean isReturnCode(PromptHandle handle, byte[] browser, String given) {
    return PromptHandle.decoded(given)
        .filter(bytes ->
            isAny(
                vault.candidates(HashUse.PROMPT_RETURN, handle.tenant(), handle.bytes(), browser),
                bytes))
        .isPresent();
  }

  private static boolean isAny(List<byte[]> candidates, byte[] given) {
    return candidates.stream().anyMatch(one -> MessageDigest.isEqual(one, given));
  }

  static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
