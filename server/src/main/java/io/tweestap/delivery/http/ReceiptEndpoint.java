package io.tweestap.delivery.http;

import io.tweestap.delivery.CarrierReceipt;
import io.tweestap.delivery.Receipts;
import io.tweestap.operations.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where the HTTP provider reports what became of messages. Open to everybody, so nothing is read
/// before the signature was checked; 204 once the receipts are durable.
@RestController
class ReceiptEndpoint {
  static final String PATH = "/carriers/http/receipts";

  private static final int BODY_MAX = 64 * 1024;

  private final ReceiptProperties settings;
  private final ReceiptReader reader;
  private final Receipts receipts;
  private final PublicAddress address;
  private final Clock clock;

  ReceiptEndpoint(HttpProperties settings, Receipts receipts, PublicAddress address, Clock clock) {
    this.settings = settings.completed().receipts();
    this.reader = new ReceiptReader(HttpCarrier.NAME, this.settings, clock);
    this.receipts = receipts;
    this.address = address;
    this.clock = clock;
  }

  @PostMapping(PATH)
  ResponseEntity<Void> report(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(BODY_MAX + 1);
    return answer(
        body.length > BODY_MAX
            ? HttpStatus.CONTENT_TOO_LARGE
            : take(
                new ReceiptRequest(
                    request.getQueryString(), request.getContentType(), headers(request), body)));
  }

  private HttpStatus take(ReceiptRequest request) {
    try {
      if (!isGenuine(request)) {
        return settings.isSigned() ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
      }
      List<CarrierReceipt> told = reader.read(request);
      receipts.report(told, settings.forms());
      return HttpStatus.NO_CONTENT;
    } catch (IllegalArgumentException _) {
      return HttpStatus.BAD_REQUEST;
    }
  }

  private boolean isGenuine(ReceiptRequest request) {
    return switch (settings.signature()) {
      case NONE -> false;
      case HMAC -> HmacSignature.fits(settings, clock.instant(), request);
      case TWILIO ->
          TwilioSignature.fits(Objects.requireNonNull(settings.secret()), url(address), request);
    };
  }

  /// Where the provider is told to report.
  static java.net.URI url(PublicAddress address) {
    return java.net.URI.create(address.get() + PATH);
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(name -> headers.put(name, request.getHeader(name)));
    return headers;
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
