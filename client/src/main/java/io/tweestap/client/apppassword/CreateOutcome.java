package io.tweestap.client.apppassword;

import io.tweestap.client.Secret;

/// What came of making an app password.
public sealed interface CreateOutcome {
  /// It is there.
  ///
  /// @param password shown this once
  record Created(AppPassword appPassword, Secret password) implements CreateOutcome {}

  /// Password and second factor were proven more than ten minutes ago: ask for them again.
  record ProofTooOld() implements CreateOutcome {}

  /// The user has as many as allowed: let one be taken away.
  record LimitReached() implements CreateOutcome {}
}
