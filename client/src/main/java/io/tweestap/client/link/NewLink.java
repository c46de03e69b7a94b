package io.tweestap.client.link;

import io.tweestap.client.Secret;
import io.tweestap.client.http.Body;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A link to be made. What is left out is as usual.
public final class NewLink extends Body<NewLink> {
  private NewLink(Map<String, @Nullable Object> fields) {
    super(fields, NewLink::new);
  }

  /// With what is required.
  ///
  /// @param name 1 to 30 characters a to z, 0 to 9 and `-`, beginning with a letter
  /// @param password at most 8 characters, as SMPP has it
  public static NewLink of(String name, String host, String systemId, Secret password) {
    return new NewLink(Map.of())
        .with("name", name)
        .with("host", host)
        .with("system_id", systemId)
        .with("password", password);
  }

  /// Whether it gets messages. One that does not stays bound, so that receipts still come.
  public NewLink active(boolean active) {
    return with("active", active);
  }

  /// TCP port. Usually 3550 with TLS, 2775 without.
  public NewLink port(int port) {
    return with("port", port);
  }

  /// Whether the connection is encrypted; without it recipients, texts and the password travel in
  /// the clear.
  public NewLink tls(boolean tls) {
    return with("tls", tls);
  }

  /// Name of a `spring.ssl.bundle` of every node, whose trust store is used instead of Java's own;
  /// an empty text takes it away.
  public NewLink sslBundle(String sslBundle) {
    return with("ssl_bundle", sslBundle);
  }

  /// What the operator wants there.
  public NewLink systemType(String systemType) {
    return with("system_type", systemType);
  }

  /// Whether each connection sends and receives, or one of the two.
  public NewLink bind(String bind) {
    return with("bind", bind);
  }

  /// Connections that send; with `separate` as many again receive.
  public NewLink binds(int binds) {
    return with("binds", binds);
  }

  /// Messages that may wait for their answer on one connection.
  public NewLink window(int window) {
    return with("window", window);
  }

  /// The most parts a second, over all connections and nodes.
  public NewLink rate(int rate) {
    return with("rate", rate);
  }

  /// Silence after which the operator is asked whether it is there.
  public NewLink enquireEverySeconds(int enquireEverySeconds) {
    return with("enquire_every_seconds", enquireEverySeconds);
  }

  /// How long the operator may take for one answer.
  public NewLink answerWithinSeconds(int answerWithinSeconds) {
    return with("answer_within_seconds", answerWithinSeconds);
  }

  /// `service_type` of messages.
  public NewLink serviceType(String serviceType) {
    return with("service_type", serviceType);
  }

  /// How parts are told to belong together.
  public NewLink joining(String joining) {
    return with("joining", joining);
  }

  /// National tables that the operator knows.
  public NewLink shifts(List<String> shifts) {
    return with("shifts", shifts);
  }

  /// `data_coding` of texts in GSM 03.38.
  public NewLink gsmCoding(int gsmCoding) {
    return with("gsm_coding", gsmCoding);
  }

  /// Whether the operator is asked to say what became of each part.
  public NewLink receipts(boolean receipts) {
    return with("receipts", receipts);
  }

  /// How ids in receipts may differ from those in answers: leading zeros, case, the base of the
  /// number.
  public NewLink receiptIds(List<String> receiptIds) {
    return with("receipt_ids", receiptIds);
  }

  /// Time zone of the times in receipts.
  public NewLink receiptZone(String receiptZone) {
    return with("receipt_zone", receiptZone);
  }

  /// How `validity_period` is written.
  public NewLink validity(String validity) {
    return with("validity", validity);
  }

  /// Type of number and numbering plan of a sender of letters.
  public NewLink alphanumeric(String alphanumeric) {
    return with("alphanumeric", alphanumeric);
  }

  /// Type of number and numbering plan of a whole number.
  public NewLink international(String international) {
    return with("international", international);
  }

  /// Type of number and numbering plan of a number of up to 6 digits.
  public NewLink shortCode(String shortCode) {
    return with("short_code", shortCode);
  }

  /// Further optional parameters of each message: the tag in four hexadecimal digits, and its value
  /// in hexadecimal.
  public NewLink extra(Map<String, String> extra) {
    return with("extra", extra);
  }

  /// What statuses of the operator's own mean, by status in hexadecimal.
  public NewLink errors(Map<String, String> errors) {
    return with("errors", errors);
  }

  /// Of several carriers for one channel the lowest rank is used.
  public NewLink rank(int rank) {
    return with("rank", rank);
  }
}
