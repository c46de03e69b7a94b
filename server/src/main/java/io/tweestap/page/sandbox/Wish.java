package io.tweestap.page.sandbox;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the visitor put into the shop's form, as typed: the API judges it.
///
/// @param purpose of the code, `login`
/// @param channel `sms`, `voice` or `email`
/// @param locale language of the message, not of the page
/// @param amount in euros, with a comma or a point
record Wish(
    @Nullable String purpose,
    @Nullable String channel,
    @Nullable String phone,
    @Nullable String email,
    @Nullable String locale,
    @Nullable String amount,
    @Nullable String payee) {
  static final String TRANSACTION = "transaction";

  /// The name of the demo shop.
  static final String SHOP = "Tulpenhof";

  private static final String CURRENCY = "EUR";
  private static final int LONGEST = 100;

  Wish {
    purpose = orElse(purpose, "login");
    channel = orElse(channel, "sms");
    phone = orElse(phone, "");
    email = orElse(email, "");
    locale = orElse(locale, "en");
    amount = orElse(amount, "");
    payee = orElse(payee, "");
  }

  /// What stands in the form before anybody typed; the phone number is nobody's.
  static Wish example(String locale) {
    return new Wish("login", "sms", "+31612345678", "anna@example.org", locale, "24.95", SHOP);
  }

  private static String orElse(@Nullable String given, String otherwise) {
    String text = given == null ? otherwise : given.strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /// Public, because the template asks.
  public boolean confirmsPayment() {
    return TRANSACTION.equals(purpose);
  }

  boolean goesByMail() {
    return "email".equals(channel);
  }

  /// Number or mail address that the code goes to.
  String to() {
    String address = goesByMail() ? email : phone;
    return address == null ? "" : address;
  }

  /// Body of `POST /v1/verifications`.
  Map<String, Object> startBody() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("to", to());
    body.put("channel", String.valueOf(channel));
    body.put("purpose", String.valueOf(purpose));
    body.put("locale", String.valueOf(locale));
    body.put("sender", SHOP);
    if (confirmsPayment()) {
      body.put("details", details(String.valueOf(payee)));
    }
    return body;
  }

  /// Body of a check; a payment is confirmed together with its details.
  Map<String, Object> checkBody(String code, boolean toAnother) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    if (confirmsPayment()) {
      body.put("details", details(toAnother ? "Mallory" : String.valueOf(payee)));
    }
    return body;
  }

  private Map<String, Object> details(String to) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("amount", number(String.valueOf(amount).replace(',', '.')));
    details.put("currency", CURRENCY);
    details.put("payee", to);
    return details;
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      return text;
    }
  }

  @Override
  public String toString() {
    return "Wish[" + purpose + ", " + channel + "]";
  }
}
