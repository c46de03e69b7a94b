package io.tweestap.delivery.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A receipt as it came over HTTP.
///
/// @param query what stands behind the question mark of the address, as it came; null for none
/// @param headers by their names in lower case
record ReceiptRequest(
    @Nullable String query,
    @Nullable String contentType,
    Map<String, String> headers,
    byte[] body) {
  boolean isForm() {
    return contentType != null && contentType.startsWith("application/x-www-form-urlencoded");
  }
}
