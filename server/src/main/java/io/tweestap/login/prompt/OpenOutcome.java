package io.tweestap.login.prompt;

/// What became of the wish to open a prompt.
public sealed interface OpenOutcome {
  /// Open, in this browser and in no other.
  ///
  /// @param secret what the browser keeps
  record Opened(PromptHandle handle, String secret) implements OpenOutcome {
    @Override
    public String toString() {
      return "Opened[" + handle.login() + "]";
    }
  }

  /// This browser has opened it before.
  record HereBefore(PromptHandle handle) implements OpenOutcome {}

  /// Another browser has, or its time is over, or there is no such thing: who asks is not told
  /// which.
  record Refused() implements OpenOutcome {}
}
