package io.tweestap.client.link;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A link to an operator over SMPP 3.4, without its password.
///
/// @param name short and stable: with it the carrier stands in answers about messages
/// @param active whether it gets messages. One that does not stays bound, so that receipts still
///   come
/// @param openBinds connections that send and are bound, on the node that answers
/// @param host name or address of the operator's SMSC; with TLS its certificate must carry it
/// @param port tCP port. Usually 3550 with TLS, 2775 without
/// @param tls whether the connection is encrypted; without it recipients, texts and the password
///   travel in the clear
/// @param sslBundle name of a `spring.ssl.bundle` of every node, whose trust store is used instead
///   of Java's own; an empty text takes it away
/// @param systemId name of the account
/// @param systemType what the operator wants there
/// @param bind whether each connection sends and receives, or one of the two
/// @param binds connections that send; with `separate` as many again receive
/// @param window messages that may wait for their answer on one connection
/// @param rate the most parts a second, over all connections and nodes
/// @param enquireEverySeconds silence after which the operator is asked whether it is there
/// @param answerWithinSeconds how long the operator may take for one answer
/// @param serviceType `service_type` of messages
/// @param joining how parts are told to belong together
/// @param shifts national tables that the operator knows
/// @param gsmCoding `data_coding` of texts in GSM 03.38
/// @param receipts whether the operator is asked to say what became of each part
/// @param receiptIds how ids in receipts may differ from those in answers: leading zeros, case, the
///   base of the number
/// @param receiptZone time zone of the times in receipts
/// @param validity how `validity_period` is written
/// @param alphanumeric type of number and numbering plan of a sender of letters
/// @param international type of number and numbering plan of a whole number
/// @param shortCode type of number and numbering plan of a number of up to 6 digits
/// @param extra further optional parameters of each message: the tag in four hexadecimal digits,
///   and its value in hexadecimal
/// @param errors what statuses of the operator's own mean, by status in hexadecimal
/// @param rank of several carriers for one channel the lowest rank is used
/// @param createdAt when it was made
public record Link(
    String name,
    boolean active,
    int openBinds,
    String host,
    int port,
    boolean tls,
    @Nullable String sslBundle,
    String systemId,
    String systemType,
    String bind,
    int binds,
    int window,
    int rate,
    int enquireEverySeconds,
    int answerWithinSeconds,
    String serviceType,
    String joining,
    List<String> shifts,
    int gsmCoding,
    boolean receipts,
    List<String> receiptIds,
    String receiptZone,
    String validity,
    String alphanumeric,
    String international,
    String shortCode,
    Map<String, String> extra,
    Map<String, String> errors,
    int rank,
    Instant createdAt) {}
