package io.tweestap.delivery.smpp;

import static io.tweestap.delivery.smpp.TestLinks.sendCode;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.Said;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.delivery.receipt.DeliveryReport;
import io.tweestap.delivery.receipt.ReceiptParameters;
import io.tweestap.delivery.receipt.ReceiptState;
import io.tweestap.delivery.smpp.wire.Inbound;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.smsc.FakeSmsc;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A peer that was written elsewhere understands what we send, and we what it sends: the SMSC of
/// npm's `smpp`.
class NodeSmscTest {
  private static final String PACKAGE = "smpp@0.5.1";
  private static final Path HOME = Path.of("target", "node-smsc");

  private final TestLinks links = new TestLinks();
  private Process node;
  private BufferedReader said;
  private int port;

  @BeforeEach
  void start() throws Exception {
    install();
    Path script = HOME.resolve("smsc.js");
    try (var in = Objects.requireNonNull(NodeSmscTest.class.getResourceAsStream("smsc.js"))) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    node =
        new ProcessBuilder("node", "smsc.js")
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .start();
    said = node.inputReader();
    port = Integer.parseInt(Objects.requireNonNull(said.readLine()));
  }

  @AfterEach
  void stop() {
    links.close();
    if (node != null) {
      node.destroy();
    }
  }

  @Test
  void itUnderstandsOurMessagesAndWeItsReceipts() throws Exception {
    SmppCarrier carrier = bound();
    HandOver.Accepted accepted =
        (HandOver.Accepted)
            carrier.send(SampleMessages.text(Channel.SMS, "Hello €[1] ".repeat(20)));
    JsonNode first = next();
    assertThat(first.path("source").asString()).isEqualTo("Acme");
    assertThat(first.path("ton").asInt()).isEqualTo(5);
    assertThat(first.path("destination").asString()).isEqualTo(SampleMessages.NUMBER.substring(1));
    assertThat(first.path("esm").asInt()).isEqualTo(0x40);
    assertThat(first.path("udh").path(0).asString()).startsWith("0003").endsWith("0201");
    assertThat(first.path("text").asString()).startsWith("Hello €[1] ");
    JsonNode second = next("udh");
    assertThat(first.path("text").asString() + second.path("text").asString())
        .isEqualTo("Hello €[1] ".repeat(20));
    assertThat(accepted.carrierMessageIds()).containsExactly("1", "2");
    FakeSmsc.await("both receipts", () -> links.delivered().size() == 2);
    assertThat(links.delivered()).allMatch(delivery -> delivery.isReceipt());
    assertThat(next("receipt").path("receipt").asInt(-1)).isZero();
  }

  @Test
  void itReadsUcs2AndRefusesAsItLikes() throws Exception {
    SmppCarrier carrier = bound();
    assertThat(carrier.send(SampleMessages.text(Channel.SMS, "Код 481516 😀")))
        .isInstanceOf(HandOver.Accepted.class);
    JsonNode unicode = next();
    assertThat(unicode.path("coding").asInt()).isEqualTo(8);
    assertThat(unicode.path("text").asString()).isEqualTo("Код 481516 😀");
    assertThat(Said.kind(carrier.send(SampleMessages.text(Channel.SMS, "refuse me"))))
        .isEqualTo("REJECTED");
  }

  @Test
  void itsErrorsAreOutcomes() throws Exception {
    SmppCarrier carrier = bound();
    assertThat(Said.kind(send(carrier, "broken"))).isEqualTo("RETRY");
    assertThat(send(carrier, "busy")).isInstanceOf(HandOver.Accepted.class);
    assertThat(texts(3)).containsExactly("broken", "busy", "busy");
  }

  @Test
  void itMayAnswerLateOrCutTheConnection() throws Exception {
    SmppCarrier carrier = bound("answer-within", "1s");
    assertThat(send(carrier, "late")).isInstanceOf(HandOver.Unknown.class);
    assertThat(send(carrier, "cut")).isInstanceOf(HandOver.Unknown.class);
    FakeSmsc.await("another bind", carrier::isReady);
    assertThat(send(carrier, "cut")).isInstanceOf(HandOver.Accepted.class);
    assertThat(texts(3)).containsExactly("late", "cut", "cut");
  }

  @Test
  void aReceiptMayComeBeforeItsAnswerAndWriteTheIdDifferently() throws Exception {
    HandOver.Accepted accepted = (HandOver.Accepted) send(bound(), "early");
    FakeSmsc.await("the receipt", () -> !links.delivered().isEmpty());
    Inbound delivery = links.delivered().getFirst();
    assertThat(delivery.isReceipt()).isTrue();
    DeliveryReport report = DeliveryReport.read(delivery.text(), ReceiptParameters.NONE);
    assertThat(report.state()).contains(ReceiptState.UNDELIVERABLE);
    assertThat(report.error()).contains("1A");
    assertThat(report.id().map(id -> Long.parseLong(id, 16)))
        .contains(Long.valueOf(accepted.carrierMessageIds().getFirst()));
  }

  @Test
  void aWrongPasswordIsNotBound() throws Exception {
    SmppCarrier carrier = links.open(port, null, "system-id", "stranger");
    assertThat(Said.kind(sendCode(carrier))).isEqualTo("UNAVAILABLE");
    assertThat(carrier.isReady()).isFalse();
  }

  private static HandOver send(SmppCarrier carrier, String text) {
    return carrier.send(SampleMessages.text(Channel.SMS, text));
  }

  /// The texts of the next messages that it got.
  private List<String> texts(int messages) throws IOException {
    List<String> texts = new ArrayList<>();
    while (texts.size() < messages) {
      texts.add(next("text").path("text").asString());
    }
    return texts;
  }

  private SmppCarrier bound(String... words) throws Exception {
    SmppCarrier carrier = links.open(port, null, words);
    FakeSmsc.await("the bind", carrier::isReady);
    return carrier;
  }

  private JsonNode next() throws IOException {
    return JsonMapper.shared().readTree(Objects.requireNonNull(said.readLine()));
  }

  /// The next line that has this field.
  private JsonNode next(String field) throws IOException {
    JsonNode line = next();
    while (!line.has(field)) {
      line = next();
    }
    return line;
  }

  private static void install() throws Exception {
    Files.createDirectories(HOME);
    if (Files.exists(HOME.resolve("node_modules/smpp"))) {
      return;
    }
    int status = -1;
    try {
      Process npm =
          new ProcessBuilder("npm", "install", "--no-audit", "--no-fund", PACKAGE)
              .directory(HOME.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      status = npm.waitFor(2, TimeUnit.MINUTES) ? npm.exitValue() : -1;
    } catch (IOException _) {
      // There is no npm: said below.
    }
    if (status != 0) {
      String message = "SKIPPED: npm could not install " + PACKAGE;
      if (System.getenv("CI") != null) {
        throw new AssertionError(message);
      }
      System.err.println(message);
      abort(message);
    }
  }
}
