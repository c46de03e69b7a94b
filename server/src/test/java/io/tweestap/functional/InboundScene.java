package io.tweestap.functional;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.tweestap.delivery.IncomingSms;
import io.tweestap.delivery.IncomingSms.Received;
import io.tweestap.operations.Chore;
import io.tweestap.shared.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Base of the tests of messages in: a tenant with a number of its own, and a carrier that brings
/// what a person at `number` writes to it.
abstract class InboundScene extends VerificationTest {
  static final String LIST = "/v1/inbound";

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  @Autowired IncomingSms incoming;
  @Autowired List<Chore> chores;

  String own;

  @BeforeEach
  void ownNumber() {
    own = "+3185%04d234".formatted(NUMBERS.incrementAndGet());
    put(tenant, "/v1/numbers/" + own.replace("+", "%2B"), "{}");
  }

  /// A whole message, as an operator over SMPP brings it.
  Received text(String text) {
    return octets(0, false, text.getBytes(ISO_8859_1));
  }

  /// Part of a message, with an 8 bit reference in its header.
  Received part(int reference, int total, int number, String text) {
    byte[] words = text.getBytes(ISO_8859_1);
    byte[] all = new byte[6 + words.length];
    byte[] header = {5, 0, 3, (byte) reference, (byte) total, (byte) number};
    System.arraycopy(header, 0, all, 0, 6);
    System.arraycopy(words, 0, all, 6, words.length);
    return octets(0, true, all);
  }

  Received octets(int coding, boolean header, byte[] octets) {
    return new Received(
        "duif",
        Optional.empty(),
        Optional.empty(),
        number.substring(1),
        own.substring(1),
        coding,
        header,
        octets,
        Optional.empty());
  }

  Received ownedBy(Received one, TenantId owner, String to) {
    return new Received(
        one.carrier(),
        Optional.of(owner),
        one.identity(),
        one.from(),
        to,
        one.dataCoding(),
        one.hasHeader(),
        one.text(),
        one.piece());
  }

  /// Brought and answered, as it goes mostly.
  void bring(Received message) {
    if (!incoming.received(message)) {
      throw new IllegalStateException("nobody's number");
    }
    incoming.answered(message);
  }

  List<JsonNode> inbox() {
    return inbox(tenant);
  }

  List<JsonNode> inbox(TestTenant of) {
    return get(of, LIST).json().path("data").valueStream().toList();
  }

  List<String> texts() {
    return inbox().stream().map(one -> one.path("text").asString("")).toList();
  }

  void chore(String name) {
    chores.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().run();
  }
}
