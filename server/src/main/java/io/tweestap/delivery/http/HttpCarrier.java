package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tweestap.delivery.Carrier;
import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.shared.Channel;
import io.tweestap.sms.SmsParts;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;

/// Hands messages to a provider that is described by settings alone.
final class HttpCarrier implements Carrier, AutoCloseable {
  /// As it stands in the database.
  static final String NAME = "http";

  private final HttpProperties settings;
  private final BodyTemplate body;
  private final AnswerReader answers;
  private final ProviderClient client;

  /// @param receiptUrl where this installation takes receipts
  /// @throws IllegalArgumentException when the template of the body cannot be used
  HttpCarrier(HttpProperties given, URI receiptUrl, Clock clock) {
    this.settings = given.completed();
    this.body = BodyTemplate.of(settings.format(), template(settings, receiptUrl));
    this.answers = new AnswerReader(settings.response(), clock);
    this.client = new ProviderClient(settings.connectTimeout(), settings.totalTimeout());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Channel> channels() {
    return settings.channels();
  }

  @Override
  public int rank() {
    return settings.rank();
  }

  @Override
  public int parallelMax() {
    return settings.parallel();
  }

  @Override
  public boolean asksForReceipts() {
    return settings.receipts().poll().enabled();
  }

  @Override
  public boolean givesReceipts() {
    return asksForReceipts() || settings.receipts().isSigned();
  }

  @Override
  public HandOver send(OutgoingMessage message) {
    try {
      return answers.read(client.call(request(message)), parts(message));
    } catch (ProviderClient.NotSentException _) {
      return new HandOver.Failed(FailureClass.UNAVAILABLE, "the provider could not be reached");
    } catch (ProviderClient.NoAnswerException _) {
      return new HandOver.Unknown("the provider gave no answer");
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpRequest request(OutgoingMessage message) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(Objects.requireNonNull(settings.url()))
            .timeout(settings.totalTimeout())
            .header("Content-Type", body.contentType())
            .header("Accept", "application/json")
            .method(settings.method().name(), BodyPublishers.ofByteArray(body.fill(message)));
    if (!settings.idempotencyHeader().isEmpty()) {
      request.header(settings.idempotencyHeader(), message.id().toString());
    }
    settings.auth().headers().forEach(request::header);
    return request.build();
  }

  private static String template(HttpProperties settings, URI receiptUrl) {
    String body = Objects.requireNonNull(settings.body());
    if (body.contains(Placeholder.RECEIPT_URL) && !settings.receipts().isSigned()) {
      throw new IllegalArgumentException(
          "tweestap.carrier.http.body names {receipt_url}, but receipts.signature is none");
    }
    String url = receiptUrl.toString();
    return body.replace(
        Placeholder.RECEIPT_URL,
        settings.format() == HttpProperties.Format.FORM ? URLEncoder.encode(url, UTF_8) : url);
  }

  private static int parts(OutgoingMessage message) {
    return message.channel() == Channel.SMS
        ? Math.min(SmsParts.of(message.text()).count(), HandOver.Accepted.PARTS_MAX)
        : 1;
  }

  @Override
  public String toString() {
    return "HttpCarrier[" + settings + "]";
  }
}
