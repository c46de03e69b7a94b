package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import io.tweestap.delivery.IncomingSms;
import io.tweestap.operations.PublicAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where an HTTP provider of a known style brings messages that people send. Open to everybody, so
/// nothing is read before the signature was checked; 200 once the message is durable, with the
/// empty answer that says that nothing is to be sent back by the provider itself.
@RestController
class IncomingEndpoint {
  static final String PATH = "/carriers/http/messages";

  private static final String NOTHING_TO_SAY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";
  private static final int UCS_2 = 8;

  private final boolean known;
  private final SignedRequests requests;
  private final ObjectProvider<IncomingSms> incoming;
  private final PublicAddress address;

  IncomingEndpoint(
      HttpProperties settings,
      ObjectProvider<IncomingSms> incoming,
      PublicAddress address,
      Clock clock) {
    ReceiptProperties receipts = settings.completed().receipts();
    this.known =
        settings.url() != null && settings.style() != HttpStyle.TEMPLATE && receipts.isSigned();
    this.requests = new SignedRequests(receipts, clock);
    this.incoming = incoming;
    this.address = address;
  }

  @PostMapping(PATH)
  ResponseEntity<String> take(HttpServletRequest request) throws IOException {
    if (!known) {
      return answer(HttpStatus.NOT_FOUND);
    }
    return answer(
        SignedRequests.read(request).map(this::take).orElse(HttpStatus.CONTENT_TOO_LARGE));
  }

  private HttpStatus take(ReceiptRequest request) {
    try {
      if (!requests.isGenuine(request, URI.create(address.get() + PATH))) {
        return HttpStatus.FORBIDDEN;
      }
      return request.isForm()
          ? message(FormFields.read(request.body())).map(this::store).orElse(HttpStatus.BAD_REQUEST)
          : HttpStatus.BAD_REQUEST;
    } catch (IllegalArgumentException _) {
      return HttpStatus.BAD_REQUEST;
    }
  }

  private HttpStatus store(IncomingSms.Received message) {
    IncomingSms taker = incoming.getIfAvailable();
    return taker != null && taker.received(message)
        ? HttpStatus.OK
        : HttpStatus.SERVICE_UNAVAILABLE;
  }

  /// Empty when it does not say from whom, to whom, or which it is: without that name a second
  /// attempt could not be told from a second message.
  private static Optional<IncomingSms.Received> message(FormFields fields) {
    return fields
        .value("MessageSid")
        .flatMap(id ->
            fields
                .value("From")
                .flatMap(from ->
                    fields
                        .value("To")
                        .map(to ->
                            new IncomingSms.Received(
                                HttpCarrier.NAME,
                                Optional.empty(),
                                Optional.of(id),
                                from,
                                to,
                                UCS_2,
                                false,
                                fields.value("Body").orElse("").getBytes(UTF_16BE),
                                Optional.empty()))));
  }

  private static ResponseEntity<String> answer(HttpStatus status) {
    return status == HttpStatus.OK
        ? ResponseEntity.ok().contentType(MediaType.TEXT_XML).body(NOTHING_TO_SAY)
        : ResponseEntity.status(status).build();
  }
}
