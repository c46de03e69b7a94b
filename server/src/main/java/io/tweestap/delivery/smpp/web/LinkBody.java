package io.tweestap.delivery.smpp.web;

import io.tweestap.delivery.smpp.LinkFields;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A link as it is made; what is not there is as usual.
record LinkBody(
    @Nullable String name,
    @Nullable String password,
    @Nullable Boolean active,
    @Nullable String host,
    @Nullable Integer port,
    @Nullable Boolean tls,
    @Nullable String sslBundle,
    @Nullable String systemId,
    @Nullable String systemType,
    @Nullable String bind,
    @Nullable Integer binds,
    @Nullable Integer window,
    @Nullable Integer rate,
    @Nullable Integer enquireEverySeconds,
    @Nullable Integer answerWithinSeconds,
    @Nullable String serviceType,
    @Nullable String joining,
    @Nullable Set<String> shifts,
    @Nullable Integer gsmCoding,
    @Nullable Boolean receipts,
    @Nullable Set<String> receiptIds,
    @Nullable String receiptZone,
    @Nullable String validity,
    @Nullable String alphanumeric,
    @Nullable String international,
    @Nullable String shortCode,
    @Nullable Map<String, String> extra,
    @Nullable Map<String, String> errors,
    @Nullable Integer rank) {
  LinkFields fields() {
    return new LinkFields(
        host,
        port,
        tls,
        sslBundle,
        systemId,
        systemType,
        bind,
        binds,
        window,
        rate,
        enquireEverySeconds,
        answerWithinSeconds,
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
    return "LinkBody[" + name + "]";
  }
}
