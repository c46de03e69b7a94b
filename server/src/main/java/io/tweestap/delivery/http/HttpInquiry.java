package io.tweestap.delivery.http;

import io.tweestap.delivery.receipt.CarrierReceipt;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.delivery.receipt.ReceiptInquiry;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Asks the HTTP provider what became of a message.
final class HttpInquiry implements ReceiptInquiry, AutoCloseable {
  private final HttpProperties settings;
  private final ReceiptReader reader;
  private final ProviderClient client;

  HttpInquiry(HttpProperties given, Clock clock) {
    this.settings = given.completed();
    this.reader =
        new ReceiptReader(
            HttpCarrier.NAME, settings.receipts(), settings.response().errors(), clock);
    this.client = new ProviderClient(settings.connectTimeout(), settings.totalTimeout());
  }

  @Override
  public String carrier() {
    return HttpCarrier.NAME;
  }

  @Override
  public Set<IdForm> forms() {
    return settings.receipts().forms();
  }

  @Override
  public Optional<CarrierReceipt> ask(String carrierMessageId) {
    try {
      ProviderAnswer answer = client.call(request(carrierMessageId));
      return answer.status() == 200
          ? reader.read(carrierMessageId, answer.body())
          : Optional.empty();
    } catch (ProviderClient.NotSentException
        | ProviderClient.NoAnswerException
        | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest request(String id) {
    String escaped = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    String url = Objects.requireNonNull(settings.receipts().poll().url()).replace("{id}", escaped);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .timeout(settings.totalTimeout())
            .header("Accept", "application/json")
            .GET();
    settings.auth().headers().forEach(request::header);
    return request.build();
  }
}
