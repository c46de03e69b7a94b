package io.tweestap.delivery.http;

import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.Receipts;
import io.tweestap.operations.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where the HTTP provider reports what became of messages. Open to everybody, so nothing is read
/// before the signature was checked; 204 once the receipts are durable.
@RestController
class ReceiptEndpoint {
  static final String PATH = "/carriers/http/receipts";

  private final ReceiptProperties settings;
  private final SignedRequests requests;
  private final ReceiptReader reader;
  private final Receipts receipts;
  private final PublicAddress address;

  ReceiptEndpoint(HttpProperties settings, Receipts receipts, PublicAddress address, Clock clock) {
    HttpProperties completed = settings.completed();
    this.settings = completed.receipts();
    this.requests = new SignedRequests(this.settings, clock);
    this.reader =
        new ReceiptReader(HttpCarrier.NAME, this.settings, completed.response().errors(), clock);
    this.receipts = receipts;
    this.address = address;
  }

  @PostMapping(PATH)
  ResponseEntity<Void> report(HttpServletRequest request) throws IOException {
    return answer(
        SignedRequests.read(request).map(this::take).orElse(HttpStatus.CONTENT_TOO_LARGE));
  }

  private HttpStatus take(ReceiptRequest request) {
    try {
      if (!requests.isGenuine(request, url(address))) {
        return settings.isSigned() ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
      }
      List<CarrierReceipt> told = reader.read(request);
      receipts.report(told, settings.forms());
      return HttpStatus.NO_CONTENT;
    } catch (IllegalArgumentException _) {
      return HttpStatus.BAD_REQUEST;
    }
  }

  /// Where the provider is told to report.
  static URI url(PublicAddress address) {
    return URI.create(address.get() + PATH);
  }

  private static ResponseEntity<Void> answer(HttpStatus status) {
    return ResponseEntity.status(status).build();
  }
}
