package io.tweestap.delivery.http;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.receipt.CarrierReceipt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Says what a provider's receipts mean, as the settings describe it.
final class ReceiptReader {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int RECEIPTS_MAX = 1000;

  private final String carrier;
  private final ReceiptProperties settings;
  private final Map<String, FailureClass> errors;
  private final Clock clock;

  /// @param errors what the provider's codes mean, as in its answers
  ReceiptReader(
      String carrier, ReceiptProperties settings, Map<String, FailureClass> errors, Clock clock) {
    this.carrier = carrier;
    this.settings = settings;
    this.errors = errors;
    this.clock = clock;
  }

  /// The receipts of a request; what names no message or no state is left out.
  ///
  /// @throws IllegalArgumentException when the body is neither a form nor JSON
  List<CarrierReceipt> read(ReceiptRequest request) {
    if (request.isForm()) {
      FormFields fields = FormFields.read(request.body());
      return receipt(pointer -> fields.value(pointer.substring(1))).stream().toList();
    }
    List<CarrierReceipt> receipts = new ArrayList<>();
    for (JsonNode one : nodes(json(request.body()))) {
      receipt(pointer -> Json.value(one, pointer)).ifPresent(receipts::add);
    }
    return receipts;
  }

  /// The receipt in an answer to the question what became of a message.
  Optional<CarrierReceipt> read(String id, byte[] body) {
    JsonNode json = json(body);
    return Json.value(json, settings.poll().state())
        .map(state -> receipt(id, state, Json.value(json, settings.poll().error())));
  }

  private Optional<CarrierReceipt> receipt(Function<String, Optional<String>> field) {
    return named(settings.id(), field)
        .flatMap(id ->
            named(settings.state(), field)
                .map(state -> receipt(id, state, named(settings.error(), field))));
  }

  private CarrierReceipt receipt(String id, String state, Optional<String> error) {
    return new CarrierReceipt(
        carrier,
        id,
        settings.meaning(state),
        clock.instant(),
        error.filter(code -> !code.matches("0+")),
        error.flatMap(code -> Optional.ofNullable(errors.get(code))));
  }

  private static Optional<String> named(
      @Nullable String pointer, Function<String, Optional<String>> field) {
    return Optional.ofNullable(pointer).flatMap(field).filter(value -> !value.isBlank());
  }

  private List<JsonNode> nodes(JsonNode body) {
    JsonNode list = settings.list() == null ? body : body.at(settings.list());
    return list.isArray() ? list.valueStream().limit(RECEIPTS_MAX).toList() : List.of(list);
  }

  private static JsonNode json(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("a receipt is neither a form nor JSON", e);
    }
  }
}
