package io.tweestap.client.webhook;

import io.tweestap.client.http.Json;
import java.util.Map;

/// What an event is about. Phone numbers and addresses are masked, but for that of somebody who
/// wrote to you; there is never a code.
public sealed interface News {
  /// A verification: `verification.started` and the like.
  record OfVerification(VerificationNews news) implements News {}

  /// A message: `message.accepted` and the like.
  record OfMessage(MessageNews news) implements News {}

  /// A message that somebody sent: `message.received`.
  record OfInbound(InboundNews news) implements News {}

  /// A login: `login.passed` and the like.
  record OfLogin(LoginNews news) implements News {}

  /// A disconnect: `disconnect.requested` and the like.
  record OfDisconnect(DisconnectNews news) implements News {}

  /// A block of the fraud guard: `fraud.blocked`.
  record OfFraud(FraudNews news) implements News {}

  /// A credit that is low: `credit.low`.
  record OfCredit(CreditNews news) implements News {}

  /// A test that you asked for.
  record Ping() implements News {}

  /// Something that this version of the client does not know. Answer 2xx all the same.
  record Other(Map<String, Object> data) implements News {}

  /// @param type of the event, such as `login.passed`
  /// @param data what it carries
  static News of(String type, Map<String, Object> data) {
    if (type.equals("message.received")) {
      return new OfInbound(Json.convert(data, InboundNews.class));
    }
    return switch (type.split("\\.", 2)[0]) {
      case "verification" -> new OfVerification(Json.convert(data, VerificationNews.class));
      case "message" -> new OfMessage(Json.convert(data, MessageNews.class));
      case "login" -> new OfLogin(Json.convert(data, LoginNews.class));
      case "disconnect" -> new OfDisconnect(Json.convert(data, DisconnectNews.class));
      case "fraud" -> new OfFraud(Json.convert(data, FraudNews.class));
      case "credit" -> new OfCredit(Json.convert(data, CreditNews.class));
      case "ping" -> new Ping();
      default -> new Other(data);
    };
  }
}
