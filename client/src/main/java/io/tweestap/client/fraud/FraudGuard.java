package io.tweestap.client.fraud;

import io.tweestap.client.Pages;
import io.tweestap.client.http.Call;
import io.tweestap.client.http.Fields;
import io.tweestap.client.http.Http;
import io.tweestap.client.http.Operation;

/// The fraud guard, which holds codes back that nobody types.
///
/// ```java
/// tweestap.fraudGuard().put(FraudSettings.of(FraudMode.RECORD_ONLY));
/// FraudDecisionFilter filter = FraudDecisionFilter.all().action(FraudAction.WOULD_REFUSE);
/// tweestap.fraudGuard().decisions(filter).stream()
///     .filter(FraudDecision::openedBlock)
///     .forEach(one -> show(one.rule() + " in " + one.country()));
/// ```
public final class FraudGuard {
  private final Http http;

  /// Made by the client.
  public FraudGuard(Http http) {
    this.http = http;
  }

  /// What counts for the tenant.
  public FraudSettings settings() {
    return http.get(Call.of(Operation.GET_FRAUD_SETTINGS), FraudSettings.class);
  }

  /// Puts mode and safe lists in the place of what was chosen before.
  public FraudSettings put(FraudSettings settings) {
    Fields body =
        Fields.of("mode", settings.mode())
            .and("messages_mode", settings.messagesMode())
            .and("safe_numbers", settings.safeNumbers())
            .and("safe_networks", settings.safeNetworks());
    return http.get(Call.of(Operation.PUT_FRAUD_SETTINGS).json(body), FraudSettings.class);
  }

  /// What was refused, or would have been, newest first.
  public Pages<FraudDecision> decisions(FraudDecisionFilter filter) {
    return http.pages(Call.of(Operation.LIST_FRAUD_DECISIONS).query(filter), FraudDecision.class);
  }
}
