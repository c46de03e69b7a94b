package io.tweestap.delivery.http;

import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.receipt.ReceiptState;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How a provider's receipts come and what they mean. Fields are named by JSON pointers; where a
/// provider sends forms, `/MessageSid` is the field `MessageSid`.
///
/// @param signature `none` (default: none are taken), `hmac` or `twilio`
/// @param secret what receipts are signed with
/// @param header for `hmac`: the header with the HMAC-SHA256 in hexadecimal digits or base64
/// @param timestampHeader for `hmac`: the header with the seconds since 1970 that are signed before
///   the body, with a dot between; null where the body alone is signed
/// @param list pointer to the list where several receipts come at once
/// @param id pointer to the provider's id of the message
/// @param state pointer to the state
/// @param error pointer to the code of what went wrong
/// @param delivered states that mean it arrived
/// @param undelivered states that mean it never will
/// @param expired states that mean its time ran out
/// @param rejected states that mean somebody refused it; every other state means it is on its way
/// @param forms how ids may differ from those in the provider's answers
/// @param poll how the provider is asked
record ReceiptProperties(
    @DefaultValue("none") Signature signature,
    @Nullable String secret,
    @DefaultValue("X-Signature") String header,
    @Nullable String timestampHeader,
    @Nullable String list,
    @Nullable String id,
    @Nullable String state,
    @Nullable String error,
    @DefaultValue Set<String> delivered,
    @DefaultValue Set<String> undelivered,
    @DefaultValue Set<String> expired,
    @DefaultValue Set<String> rejected,
    @DefaultValue({"trimmed", "folded"}) Set<IdForm> forms,
    @DefaultValue PollProperties poll) {
  /// How receipts are signed.
  enum Signature {
    NONE,
    HMAC,
    TWILIO
  }

  ReceiptProperties {
    delivered = anyCase(delivered);
    undelivered = anyCase(undelivered);
    expired = anyCase(expired);
    rejected = anyCase(rejected);
    forms = Set.copyOf(forms);
    ResponseProperties.requirePointer("receipts.list", list);
    ResponseProperties.requirePointer("receipts.id", id);
    ResponseProperties.requirePointer("receipts.state", state);
    ResponseProperties.requirePointer("receipts.error", error);
  }

  /// Whether the provider's receipts are taken.
  boolean isSigned() {
    return signature != Signature.NONE;
  }

  /// What a provider's word for a state means.
  ReceiptState meaning(String word) {
    if (delivered.contains(word)) {
      return ReceiptState.DELIVERED;
    }
    if (undelivered.contains(word)) {
      return ReceiptState.UNDELIVERABLE;
    }
    if (expired.contains(word)) {
      return ReceiptState.EXPIRED;
    }
    return rejected.contains(word) ? ReceiptState.REJECTED : ReceiptState.ENROUTE;
  }

  /// @throws IllegalArgumentException when receipts could never be checked or read
  void requireComplete() {
    if (isSigned()) {
      require(secret != null && !secret.isBlank(), "signature needs secret");
      require(id != null && state != null, "signature needs id and state");
      require(!delivered.isEmpty(), "signature needs delivered: the states that mean it arrived");
    }
    if (poll.enabled()) {
      require(poll.url() != null, "poll needs url and state");
      require(!delivered.isEmpty(), "poll needs delivered: the states that mean it arrived");
    }
  }

  private static Set<String> anyCase(Set<String> words) {
    Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    all.addAll(words);
    return java.util.Collections.unmodifiableSet(all);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException("tweestap.carrier.http.receipts." + sentence);
    }
  }

  /// The way alone.
  @Override
  public String toString() {
    return "ReceiptProperties[" + signature + (poll.enabled() ? ", polled]" : "]");
  }
}
