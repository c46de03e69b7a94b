package io.tweestap.risk.web;

import io.tweestap.risk.FraudMode;
import io.tweestap.risk.FraudSettings;
import io.tweestap.risk.SafeList;
import io.tweestap.shared.web.Fields;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Body of `PUT /v1/fraud/settings`. `toString` shows no numbers.
record FraudSettingsBody(
    @Nullable String mode,
    @Nullable String messagesMode,
    @Nullable List<@Nullable String> safeNumbers,
    @Nullable List<@Nullable String> safeNetworks) {
  /// @param usual what counts for messages where nothing is said
  FraudSettings read(FraudMode usual) {
    FraudMode read =
        FraudMode.of(Fields.required("mode", mode))
            .orElseThrow(() -> Fields.invalid("mode", "must be enforce or record_only"));
    return new FraudSettings(
        read,
        messagesMode == null ? usual : readMessagesMode(messagesMode),
        new SafeList(
            entries(
                "safe_numbers",
                safeNumbers,
                SafeList::isNarrowNumber,
                "must be numbers, or what they begin with: + and 6 to 15 digits"),
            entries(
                "safe_networks",
                safeNetworks,
                SafeList::isNarrowNetwork,
                "must be addresses or networks, none wider than /16 (IPv4) or /32 (IPv6)")));
  }

  private static FraudMode readMessagesMode(String text) {
    return FraudMode.of(text)
        .orElseThrow(() -> Fields.invalid("messages_mode", "must be enforce or record_only"));
  }

  private static List<String> entries(
      String field, @Nullable List<@Nullable String> given, Predicate<String> fits, String wrong) {
    List<String> all =
        given == null ? List.of() : given.stream().map(FraudSettingsBody::orNothing).toList();
    if (all.size() > SafeList.ENTRIES_MAX) {
      throw Fields.invalid(field, "may be at most " + SafeList.ENTRIES_MAX);
    }
    if (!all.stream().allMatch(fits)) {
      throw Fields.invalid(field, wrong);
    }
    return all.stream().distinct().toList();
  }

  private static String orNothing(@Nullable String entry) {
    return Objects.requireNonNullElse(entry, "");
  }

  @Override
  public String toString() {
    return "FraudSettingsBody[" + mode + "]";
  }
}
