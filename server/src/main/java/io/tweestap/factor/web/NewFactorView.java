package io.tweestap.factor.web;

import org.jspecify.annotations.Nullable;

/// A factor that was just begun, with what is shown only now.
///
/// @param setup what goes into an authenticator app
public record NewFactorView(FactorView factor, @Nullable SetupView setup) {
  @Override
  public String toString() {
    return "NewFactorView[" + factor.id() + "]";
  }
}
