package io.tweestap.delivery.smpp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.smsc.FakeSmsc;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A peer that was written elsewhere: the SMSC that Kannel is tried with, `drive_smpp`. It wants
/// separate binds, answers without an id, and delivers as many messages as it waits for.
class KannelSmscTest {
  private static final Path HOME = Path.of("target", "kannel-smsc");
  private static final int MESSAGES = 40;

  private final TestLinks links = new TestLinks();
  private ServerSocket box;
  private Process kannel;
  private int port;

  @BeforeEach
  void start() throws Exception {
    Path program = PeerProgram.find("drive_smpp", "kannel-extras", "/usr/lib/kannel/test");
    Files.createDirectories(HOME);
    // It also knocks at Kannel's own door for a second program; somebody must be there.
    box = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    try (ServerSocket free = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.writeString(
        HOME.resolve("kannel.conf"),
        "group = core\nadmin-port = 1\nadmin-password = none\nsmsbox-port = %d\n"
            .formatted(box.getLocalPort()));
    kannel =
        new ProcessBuilder(
                program.toString(),
                "-v",
                "1",
                "-p",
                "" + port,
                "-m",
                "" + MESSAGES,
                "-c",
                "kannel.conf")
            .directory(HOME.toFile())
            .redirectErrorStream(true)
            .redirectOutput(HOME.resolve("log").toFile())
            .start();
  }

  @AfterEach
  void stop() throws IOException {
    links.close();
    if (kannel != null) {
      kannel.destroyForcibly();
    }
    if (box != null) {
      box.close();
    }
  }

  @Test
  void itTakesOurMessagesWithoutAnIdAndWeItsDeliveries() throws Exception {
    SmppCarrier carrier = links.open(port, null, "bind", "separate", "system-type", "VMA");
    FakeSmsc.await("the bind", carrier::isReady);
    for (int i = 0; i < MESSAGES; i++) {
      assertThat(carrier.send(SampleMessages.text(Channel.SMS, "Message " + i)))
          .isEqualTo(HandOver.Accepted.plainly(1));
    }
    FakeSmsc.await("its deliveries", () -> links.delivered().size() == MESSAGES);
    assertThat(links.delivered())
        .allMatch(delivery -> !delivery.isReceipt())
        .extracting(delivery -> new String(delivery.text(), ISO_8859_1))
        .doesNotHaveDuplicates();
    FakeSmsc.await("its count", () -> logHas("ESME has submitted all messages to SMSC"));
    assertThat(logHas("PANIC")).isFalse();
  }

  private static boolean logHas(String words) {
    try {
      return Files.readString(HOME.resolve("log"), ISO_8859_1).contains(words);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
