package io.tweestap.delivery.smpp;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.smpp.LinkSettings.BindKind;
import io.tweestap.delivery.smpp.LinkSettings.Validity;
import io.tweestap.sms.Joining;
import io.tweestap.sms.Shift;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// One link to an operator, for installations that need no more; it is there when `host` is set.
/// What each setting means: [LinkSettings].
///
/// @param password at most 8 characters, as SMPP has it
@ConfigurationProperties(value = "tweestap.carrier.smpp", ignoreUnknownFields = false)
record SmppProperties(
    @DefaultValue("smpp") String name,
    @Nullable String host,
    @DefaultValue("3550") int port,
    @DefaultValue("true") boolean tls,
    @Nullable String sslBundle,
    @Nullable String systemId,
    @Nullable String password,
    @DefaultValue("") String systemType,
    @DefaultValue("transceiver") BindKind bind,
    @DefaultValue("1") int binds,
    @DefaultValue("10") int window,
    @DefaultValue("10") int rate,
    @DefaultValue("30s") Duration enquireEvery,
    @DefaultValue("10s") Duration answerWithin,
    @DefaultValue("") String serviceType,
    @DefaultValue("udh_8") Joining joining,
    @DefaultValue Set<Shift> shifts,
    @DefaultValue("0") int gsmCoding,
    @DefaultValue("true") boolean receipts,
    @DefaultValue({"trimmed", "folded"}) Set<IdForm> receiptIds,
    @DefaultValue("Z") ZoneId receiptZone,
    @DefaultValue("relative") Validity validity,
    @DefaultValue("5/0") String alphanumeric,
    @DefaultValue("1/1") String international,
    @DefaultValue("3/0") String shortCode,
    @DefaultValue Map<String, String> extra,
    @DefaultValue Map<String, FailureClass> errors,
    @DefaultValue("40") int rank) {
  SmppProperties {
    if (host != null) {
      LinkRules.require(systemId != null, "system_id", "It is missing.");
      LinkRules.require(password != null, "password", "It is missing.");
      LinkRules.password(Objects.requireNonNull(password));
    }
  }

  /// The link; only where a host is set.
  LinkSettings link() {
    return new LinkSettings(
        name,
        Objects.requireNonNull(host),
        port,
        tls,
        sslBundle,
        Objects.requireNonNull(systemId),
        systemType,
        bind,
        binds,
        window,
        rate,
        enquireEvery,
        answerWithin,
        serviceType,
        joining,
        shifts,
        gsmCoding,
        receipts,
        receiptIds,
        receiptZone,
        validity,
        alphanumeric,
        international,
        shortCode,
        extra,
        errors,
        rank);
  }

  /// Without the password.
  @Override
  public String toString() {
    return "SmppProperties[" + host + ":" + port + "]";
  }
}
