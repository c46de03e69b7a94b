package io.tweestap.login.prompt;

import java.util.Optional;

/// A login on pages of ours, as the browser that opened it sees it.
///
/// @param state the application's own, given back as it came
/// @param kept how far the pages are, in their own form; empty at the beginning. May hold secrets
///   that are shown once
/// @param remembered whether this browser was remembered in it
/// @param returnCode what this browser brings back to the application
public record Prompt(
    PromptHandle handle,
    String returnUrl,
    Optional<String> state,
    Optional<String> kept,
    boolean remembered,
    String returnCode) {
  /// Shows nothing but the login.
  @Override
  public String toString() {
    return "Prompt[" + handle.login() + "]";
  }
}
