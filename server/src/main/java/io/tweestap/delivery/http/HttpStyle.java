package io.tweestap.delivery.http;

import io.tweestap.delivery.FailureClass;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whose manners a provider has: everything in the settings, or those of a known API, of which only
/// origin and account are left to say.
enum HttpStyle {
  /// The settings say it all.
  TEMPLATE(null, null, null),
  /// Twilio's Messages, API 2010-04-01. One id for a message, however many parts it has.
  TWILIO(
      "/2010-04-01/Accounts/%s/Messages",
      "To={to}&From={from}&Body={text}", "I-Twilio-Idempotency-Token"),
  /// Restcomm's SMS/Messages, API 2012-04-24. Its texts stay whole only with the right encoding.
  RESTCOMM(
      "/restcomm/2012-04-24/Accounts/%s/SMS/Messages",
      "To={to}&From={from}&Body={text}&Encoding={encoding}", "");

  private static final Set<String> DELIVERED = Set.of("delivered", "read");
  private static final Set<String> UNDELIVERED =
      Set.of("undelivered", "failed", "partially_delivered", "canceled");

  /// Codes whose meaning the status does not tell.
  private static final Map<String, FailureClass> TWILIO_ERRORS =
      Map.of(
          "20003", FailureClass.UNAVAILABLE,
          "20429", FailureClass.RETRY,
          "21408", FailureClass.UNAVAILABLE,
          "21612", FailureClass.WRONG_TRANSPORT,
          "21614", FailureClass.WRONG_TRANSPORT,
          "30005", FailureClass.REJECTED,
          "30006", FailureClass.WRONG_TRANSPORT,
          "30450", FailureClass.FRAUD);

  private final @Nullable String path;
  private final @Nullable String body;
  private final @Nullable String idempotencyHeader;

  HttpStyle(@Nullable String path, @Nullable String body, @Nullable String idempotencyHeader) {
    this.path = path;
    this.body = body;
    this.idempotencyHeader = idempotencyHeader;
  }

  /// The settings with what this style adds to them.
  HttpProperties complete(HttpProperties given) {
    URI origin = given.url();
    if (path == null || body == null || idempotencyHeader == null || origin == null) {
      return given;
    }
    String address = stripped(origin) + path.formatted(given.auth().user());
    return new HttpProperties(
        TEMPLATE,
        URI.create(address + ".json"),
        given.allowPlainHttp(),
        HttpProperties.Method.POST,
        given.channels(),
        given.auth(),
        HttpProperties.Format.FORM,
        given.receipts().isSigned() ? body + "&StatusCallback={receipt_url}" : body,
        idempotencyHeader,
        response(given.response().errors()),
        receipts(given, address),
        given.connectTimeout(),
        given.totalTimeout(),
        given.parallel(),
        given.rank());
  }

  private ResponseProperties response(Map<String, FailureClass> own) {
    Map<String, FailureClass> errors = new HashMap<>(this == TWILIO ? TWILIO_ERRORS : Map.of());
    errors.putAll(own);
    return new ResponseProperties(
        Set.of(),
        // Restcomm answers so to more messages than it lets through.
        this == RESTCOMM ? Set.of(403) : Set.of(),
        Set.of(),
        null,
        Set.of(),
        Set.of(),
        this == TWILIO ? "/code" : "/error_code",
        errors,
        "/sid",
        this == TWILIO ? "/num_segments" : null,
        "/price",
        "/price_unit",
        null);
  }

  private static ReceiptProperties receipts(HttpProperties given, String address) {
    ReceiptProperties receipts = given.receipts();
    return new ReceiptProperties(
        receipts.signature(),
        receipts.secret() == null ? given.auth().secret() : receipts.secret(),
        receipts.header(),
        receipts.timestampHeader(),
        null,
        "/MessageSid",
        "/MessageStatus",
        "/ErrorCode",
        DELIVERED,
        UNDELIVERED,
        Set.of(),
        Set.of(),
        receipts.forms(),
        receipts.poll().enabled()
            ? new PollProperties(true, address + "/{id}.json", "/status", "/error_code")
            : receipts.poll());
  }

  private static String stripped(URI origin) {
    String text = origin.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }
}
