package io.tweestap.verification.web;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads an amount from a JSON number or, as many write money, from a text: `12.50` or `"12.50"`.
/// Digit for digit; never by way of a binary fraction.
final class AmountReader extends StdDeserializer<BigDecimal> {
  private static final String FORM = "-?[0-9]{1,30}(\\.[0-9]{1,30})?";

  AmountReader() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
    boolean plain = json.hasToken(JsonToken.VALUE_STRING) || json.currentToken().isNumeric();
    String text = plain ? json.getString() : "";
    if (!text.matches(FORM)) {
      return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
    }
    return new BigDecimal(text);
  }
}
