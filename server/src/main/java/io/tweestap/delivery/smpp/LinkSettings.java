package io.tweestap.delivery.smpp;

import io.tweestap.delivery.FailureClass;
import io.tweestap.delivery.receipt.IdForm;
import io.tweestap.sms.Dialect;
import io.tweestap.sms.Joining;
import io.tweestap.sms.Shift;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One account with one operator, all but its password.
///
/// @param name short and stable: with it the carrier stands in the database and in answers
/// @param host name or address of the SMSC; with TLS its certificate must carry it
/// @param tls whether the connection is encrypted; without it recipients, texts and the password
///   travel in the clear
/// @param sslBundle name of a `spring.ssl.bundle` whose trust store is used instead of the JVM's
/// @param binds connections that send, 1 to 20; as many again receive where `bind` is `SEPARATE`
/// @param window messages that may wait for their answer on one connection, 1 to 1000
/// @param rate the most parts in a second, over all connections and nodes, 1 to 10,000
/// @param enquireEvery silence after which the operator is asked whether it is there, 1 to 600
///   seconds
/// @param answerWithin how long the operator may take for one response, 1 to 20 seconds
/// @param gsmCoding `data_coding` of texts in GSM 03.38, 0 to 255
/// @param receipts whether the operator is asked to say what became of each part
/// @param receiptIds how ids in receipts may differ from those in the answers to messages
/// @param receiptZone the zone in which this operator writes the times of receipts
/// @param alphanumeric type and plan of a sender of letters, such as `5/0`
/// @param international type and plan of a whole number
/// @param shortCode type and plan of a number of up to 6 digits
/// @param extra further optional parameters of each message: tag and value, both hexadecimal
/// @param errors what statuses of this operator's own mean: the status in hexadecimal, and the
///   class
/// @param rank of several carriers for one channel the lowest rank is used
public record LinkSettings(
    String name,
    String host,
    int port,
    boolean tls,
    @Nullable String sslBundle,
    String systemId,
    String systemType,
    BindKind bind,
    int binds,
    int window,
    int rate,
    Duration enquireEvery,
    Duration answerWithin,
    String serviceType,
    Joining joining,
    Set<Shift> shifts,
    int gsmCoding,
    boolean receipts,
    Set<IdForm> receiptIds,
    ZoneId receiptZone,
    Validity validity,
    String alphanumeric,
    String international,
    String shortCode,
    Map<String, String> extra,
    Map<String, FailureClass> errors,
    int rank) {
  public LinkSettings {
    shifts = Set.copyOf(shifts);
    receiptIds = Set.copyOf(receiptIds);
    extra = Map.copyOf(extra);
    errors = Map.copyOf(errors);
    LinkRules.check(name, host, systemId, systemType, serviceType);
    LinkRules.between("port", port, 1, 65_535);
    LinkRules.between("binds", binds, 1, 20);
    LinkRules.between("window", window, 1, 1_000);
    LinkRules.between("rate", rate, 1, 10_000);
    LinkRules.between("gsm_coding", gsmCoding, 0, 255);
    LinkRules.between("rank", rank, 0, 1_000_000);
    LinkRules.seconds("enquire_every", enquireEvery, 600);
    LinkRules.seconds("answer_within", answerWithin, 20);
    LinkRules.typeAndPlan("alphanumeric", alphanumeric);
    LinkRules.typeAndPlan("international", international);
    LinkRules.typeAndPlan("short_code", shortCode);
    extra.forEach(LinkRules::optional);
    errors.keySet().forEach(LinkRules::status);
    LinkRules.require(
        joining != Joining.PAYLOAD || shifts.isEmpty(),
        "shifts",
        "An operator that splits texts also chooses their tables: leave shifts out.");
    LinkRules.require(tls || sslBundle == null, "ssl_bundle", "Without TLS there is no trust.");
  }

  /// What is usual, for a link of which little is known yet; whoever makes one gives its host and
  /// system id.
  static LinkSettings usual(String name) {
    return new LinkSettings(
        name,
        "localhost",
        3550,
        true,
        null,
        "tweestap",
        "",
        BindKind.TRANSCEIVER,
        1,
        10,
        10,
        Duration.ofSeconds(30),
        Duration.ofSeconds(10),
        "",
        Joining.UDH_8,
        Set.of(),
        0,
        true,
        IdForm.USUAL,
        ZoneOffset.UTC,
        Validity.RELATIVE,
        "5/0",
        "1/1",
        "3/0",
        Map.of(),
        Map.of(),
        40);
  }

  /// How texts are written for this operator.
  Dialect dialect() {
    return new Dialect(joining, shifts);
  }

  /// What the connections are.
  public enum BindKind {
    /// Each sends and receives (`bind_transceiver`).
    TRANSCEIVER,
    /// Each does one of the two (`bind_transmitter` and `bind_receiver`).
    SEPARATE
  }

  /// How the operator is told until when a message is worth delivering (`validity_period`).
  public enum Validity {
    /// As a time from now.
    RELATIVE,
    /// As a moment.
    ABSOLUTE,
    /// Not at all.
    NONE
  }

  /// Where it leads and as whom.
  @Override
  public String toString() {
    return "LinkSettings[" + name + ", " + systemId + " at " + host + ":" + port + "]";
  }
}
