package io.tweestap.client.link;

import io.tweestap.client.Secret;
import io.tweestap.client.http.Body;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to change in a link; a field that is missing stays as it is.
public final class LinkChange extends Body<LinkChange> {
  private LinkChange(Map<String, @Nullable Object> fields) {
    super(fields, LinkChange::new);
  }

  /// Nothing yet.
  public static LinkChange empty() {
    return new LinkChange(Map.of());
  }

  /// The password of the account.
  public LinkChange password(Secret password) {
    return with("password", password);
  }

  /// Whether it gets messages. One that does not stays bound, so that receipts still come.
  public LinkChange active(boolean active) {
    return with("active", active);
  }

  /// Name or address of the operator's SMSC; with TLS its certificate must carry it.
  public LinkChange host(String host) {
    return with("host", host);
  }

  /// TCP port. Usually 3550 with TLS, 2775 without.
  public LinkChange port(int port) {
    return with("port", port);
  }

  /// Whether the connection is encrypted; without it recipients, texts and the password travel in
  /// the clear.
  public LinkChange tls(boolean tls) {
    return with("tls", tls);
  }

  /// Name of a `spring.ssl.bundle` of every node, whose trust store is used instead of Java's own;
  /// an empty text takes it away.
  public LinkChange sslBundle(String sslBundle) {
    return with("ssl_bundle", sslBundle);
  }

  /// Name of the account.
  public LinkChange systemId(String systemId) {
    return with("system_id", systemId);
  }

  /// What the operator wants there.
  public LinkChange systemType(String systemType) {
    return with("system_type", systemType);
  }

  /// Whether each connection sends and receives, or one of the two.
  public LinkChange bind(String bind) {
    return with("bind", bind);
  }

  /// Connections that send; with `separate` as many again receive.
  public LinkChange binds(int binds) {
    return with("binds", binds);
  }

  /// Messages that may wait for their answer on one connection.
  public LinkChange window(int window) {
    return with("window", window);
  }

  /// The most parts a second, over all connections and nodes.
  public LinkChange rate(int rate) {
    return with("rate", rate);
  }

  /// Silence after which the operator is asked whether it is there.
  public LinkChange enquireEverySeconds(int enquireEverySeconds) {
    return with("enquire_every_seconds", enquireEverySeconds);
  }

  /// How long the operator may take for one answer.
  public LinkChange answerWithinSeconds(int answerWithinSeconds) {
    return with("answer_within_seconds", answerWithinSeconds);
  }

  /// `service_type` of messages.
  public LinkChange serviceType(String serviceType) {
    return with("service_type", serviceType);
  }

  /// How parts are told to belong together.
  public LinkChange joining(String joining) {
    return with("joining", joining);
  }

  /// National tables that the operator knows.
  public LinkChange shifts(List<String> shifts) {
    return with("shifts", shifts);
  }

  /// `data_coding` of texts in GSM 03.38.
  public LinkChange gsmCoding(int gsmCoding) {
    return with("gsm_coding", gsmCoding);
  }

  /// Whether the operator is asked to say what became of each part.
  public LinkChange receipts(boolean receipts) {
    return with("receipts", receipts);
  }

  /// How ids in receipts may differ from those in answers: leading zeros, case, the base of the
  /// number.
  public LinkChange receiptIds(List<String> receiptIds) {
    return with("receipt_ids", receiptIds);
  }

  /// Time zone of the times in receipts.
  public LinkChange receiptZone(String receiptZone) {
    return with("receipt_zone", receiptZone);
  }

  /// How `validity_period` is written.
  public LinkChange validity(String validity) {
    return with("validity", validity);
  }

  /// Type of number and numbering plan of a sender of letters.
  public LinkChange alphanumeric(String alphanumeric) {
    return with("alphanumeric", alphanumeric);
  }

  /// Type of number and numbering plan of a whole number.
  public LinkChange international(String international) {
    return with("international", international);
  }

  /// Type of number and numbering plan of a number of up to 6 digits.
  public LinkChange shortCode(String shortCode) {
    return with("short_code", shortCode);
  }

  /// Further optional parameters of each message: the tag in four hexadecimal digits, and its value
  /// in hexadecimal.
  public LinkChange extra(Map<String, String> extra) {
    return with("extra", extra);
  }

  /// What statuses of the operator's own mean, by status in hexadecimal.
  public LinkChange errors(Map<String, String> errors) {
    return with("errors", errors);
  }

  /// Of several carriers for one channel the lowest rank is used.
  public LinkChange rank(int rank) {
    return with("rank", rank);
  }
}
