package io.tweestap.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// Asserts that something is refused for a named reason.
public final class Refusals {
  private Refusals() {}

  /// The call throws [InvalidOtpInput] with that reason and a message.
  public static void assertRefused(InvalidOtpInput.Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            InvalidOtpInput.class,
            e -> {
              assertThat(e.reason()).isEqualTo(reason);
              assertThat(e.getMessage()).isNotBlank();
            });
  }
}
