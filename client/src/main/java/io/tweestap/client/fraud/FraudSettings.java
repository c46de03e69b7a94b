package io.tweestap.client.fraud;

import java.util.List;

/// What the fraud guard does. `toString` shows no numbers.
///
/// @param mode what it does about codes
/// @param messagesMode the same for messages that an application writes itself
/// @param safeNumbers phone numbers, or what they begin with, that are neither counted nor refused
/// @param safeNetworks addresses or networks of visitors whose codes are neither counted nor
///   refused
public record FraudSettings(
    FraudMode mode, FraudMode messagesMode, List<String> safeNumbers, List<String> safeNetworks) {
  /// This mode for codes, messages only recorded, and nothing that is safe.
  public static FraudSettings of(FraudMode mode) {
    return new FraudSettings(mode, FraudMode.RECORD_ONLY, List.of(), List.of());
  }

  @Override
  public String toString() {
    return "FraudSettings[" + mode + "]";
  }
}
