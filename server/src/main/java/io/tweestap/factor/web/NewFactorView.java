package io.tweestap.factor.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A factor that was just begun, with what is shown only now.
///
/// @param setup what goes into an authenticator app
/// @param secret what goes into a challenge-response device, as Base32, where the server made it
/// @param codes recovery codes
/// @param challenge what confirms the factor: the code that is on its way, or the first question
/// @param restricted true for a kind that NIST restricts; missing for others
/// @param advice what to tell the user of a restricted kind
public record NewFactorView(
    FactorView factor,
    @Nullable SetupView setup,
    @Nullable String secret,
    @Nullable List<String> codes,
    @Nullable ChallengeView challenge,
    @Nullable Boolean restricted,
    @Nullable String advice) {
  /// With nothing to show but what goes into an app.
  public NewFactorView(FactorView factor, @Nullable SetupView setup) {
    this(factor, setup, null, null, null, null, null);
  }

  /// With codes to be kept on paper.
  public static NewFactorView ofCodes(FactorView factor, List<String> codes) {
    return new NewFactorView(factor, null, null, List.copyOf(codes), null, null, null);
  }

  /// With a question to be answered.
  public static NewFactorView ofQuestion(
      FactorView factor, @Nullable String secret, ChallengeView question) {
    return new NewFactorView(factor, null, secret, null, question, null, null);
  }

  /// With a code on its way over a network that NIST restricts.
  public static NewFactorView ofRestricted(FactorView factor, ChallengeView sent, String advice) {
    return new NewFactorView(factor, null, null, null, sent, true, advice);
  }

  @Override
  public String toString() {
    return "NewFactorView[" + factor.id() + "]";
  }
}
