package io.tweestap.risk.web;

import io.tweestap.risk.FraudSettings;
import java.util.List;

/// The settings of the fraud guard as the API shows them.
record FraudSettingsView(
    String mode, String messagesMode, List<String> safeNumbers, List<String> safeNetworks) {
  static FraudSettingsView of(FraudSettings settings) {
    return new FraudSettingsView(
        settings.mode().text(),
        settings.messages().text(),
        settings.safe().numbers(),
        settings.safe().networks());
  }

  @Override
  public String toString() {
    return "FraudSettingsView[" + mode + "]";
  }
}
