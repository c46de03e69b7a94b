package io.tweestap.delivery.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What a provider sends to us, of which nothing counts before its signature was checked.
final class SignedRequests {
  private static final int BODY_MAX = 64 * 1024;

  private final ReceiptProperties settings;
  private final Clock clock;

  SignedRequests(ReceiptProperties settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /// The request as it came; empty when its body is longer than 64 KiB.
  static Optional<ReceiptRequest> read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(BODY_MAX + 1);
    return body.length > BODY_MAX
        ? Optional.empty()
        : Optional.of(
            new ReceiptRequest(
                request.getQueryString(), request.getContentType(), headers(request), body));
  }

  /// @param address where the provider was told to send it
  /// @throws IllegalArgumentException when the body is not what its type says
  boolean isGenuine(ReceiptRequest request, URI address) {
    return switch (settings.signature()) {
      case NONE -> false;
      case HMAC -> HmacSignature.fits(settings, clock.instant(), request);
      case TWILIO ->
          TwilioSignature.fits(Objects.requireNonNull(settings.secret()), address, request);
    };
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(name -> headers.put(name, request.getHeader(name)));
    return headers;
  }
}
