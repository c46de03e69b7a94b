package io.tweestap.login;

import io.tweestap.shared.TenantId;

/// A login that is about to pass.
///
/// @param login as it is while pending
/// @param proven all that was shown in it
public record Passing(TenantId tenant, Login login, Proven proven, Result result) {
  /// The login as it is once it has passed.
  Login passed() {
    return login.passed(proven, result);
  }
}
