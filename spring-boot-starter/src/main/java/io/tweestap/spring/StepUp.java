package io.tweestap.spring;

import java.time.Duration;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;

/// Asks for a second step that is recent enough, for addresses:
///
/// ```java
/// rules.requestMatchers("/account/**").access(StepUp.within(Duration.ofMinutes(5)));
/// ```
///
/// For methods there is [RecentSecondStep].
public final class StepUp {
  private StepUp() {}

  /// Whoever proved a second factor longer ago, or was let in by a remembered browser, is asked
  /// again and comes back to what was asked for. Other methods than GET come back as a GET.
  public static <T> AuthorizationManager<T> within(Duration time) {
    return AllRequiredFactorsAuthorizationManager.<T>builder()
        .requireFactor(factor -> factor.authority(SecondStep.AUTHORITY).validDuration(time))
        .build();
  }
}
