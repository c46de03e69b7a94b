package io.tweestap.delivery.smpp;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.HandOver;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import io.tweestap.testkit.smsc.Delivery;
import io.tweestap.testkit.smsc.FakeSmsc;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a stranger sees on the wire: `tshark` decodes coding, types of number, parts and receipts.
class WireTest {
  private static final String SUBMIT = "smpp.command_id == 0x04";
  private static final String LONG = "0123456789".repeat(31);

  private final TestLinks links = new TestLinks();
  private final FakeSmsc smsc = new FakeSmsc();
  private Tshark wire;

  @BeforeEach
  void listen() throws Exception {
    wire = new Tshark(smsc.port());
  }

  @AfterEach
  void close() throws IOException {
    links.close();
    smsc.close();
    if (wire != null) {
      wire.close();
    }
  }

  @Test
  void codingsAndTypesOfNumbersAreAsAsked() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    send(carrier, "Acme", "Hello €[1]");
    send(carrier, "12345", "Код 5");
    send(carrier, "+4915112345678", "Hello");
    List<Map<String, String>> seen =
        seen(
            3,
            SUBMIT,
            "smpp.source_addr_ton",
            "smpp.source_addr_npi",
            "smpp.source_addr",
            "smpp.dest_addr_ton",
            "smpp.dest_addr_npi",
            "smpp.destination_addr",
            "smpp.data_coding",
            "smpp.esm.submit.features",
            "smpp.regdel.receipt",
            "smpp.message");
    assertThat(seen)
        .allSatisfy(packet -> {
          assertThat(packet).containsEntry("smpp.dest_addr_ton", "0x01");
          assertThat(packet).containsEntry("smpp.dest_addr_npi", "0x01");
          assertThat(packet)
              .containsEntry("smpp.destination_addr", SampleMessages.NUMBER.substring(1));
          assertThat(packet).containsEntry("smpp.esm.submit.features", "0x00");
          assertThat(packet).containsEntry("smpp.regdel.receipt", "0x01");
        });
    assertThat(seen)
        .extracting(packet -> packet.get("smpp.data_coding"))
        .containsExactly("0x00", "0x08", "0x00");
    assertThat(seen)
        .extracting(packet -> packet.get("smpp.source_addr_ton"))
        .containsExactly("0x05", "0x03", "0x01");
    assertThat(seen)
        .extracting(packet -> packet.get("smpp.source_addr_npi"))
        .containsExactly("0x00", "0x00", "0x01");
    assertThat(seen)
        .extracting(packet -> packet.get("smpp.source_addr"))
        .containsExactly("Acme", "12345", "4915112345678");
    assertThat(seen)
        .extracting(packet -> packet.getOrDefault("smpp.message", "").replace(":", ""))
        .startsWith(
            "48656c6c6f201b651b3c311b3e", HexFormat.of().formatHex("Код 5".getBytes(UTF_16BE)));
  }

  @Test
  void partsAreJoinedByAHeader() throws Exception {
    send(links.bound(smsc), "Acme", LONG);
    List<Map<String, String>> seen =
        seen(
            3,
            SUBMIT,
            "smpp.esm.submit.features",
            "gsm_sms.udh.mm.msg_id",
            "gsm_sms.udh.mm.msg_parts",
            "gsm_sms.udh.mm.msg_part");
    assertThat(seen)
        .allSatisfy(packet -> {
          assertThat(packet).containsEntry("smpp.esm.submit.features", "0x01");
          assertThat(packet).containsEntry("gsm_sms.udh.mm.msg_parts", "3");
        });
    assertThat(seen)
        .extracting(packet -> packet.get("gsm_sms.udh.mm.msg_part"))
        .containsExactly("1", "2", "3");
    assertThat(seen.stream().map(packet -> packet.get("gsm_sms.udh.mm.msg_id")).distinct())
        .hasSize(1)
        .doesNotContain("");
  }

  @Test
  void partsAreJoinedByParametersOrSentWhole() throws Exception {
    send(links.bound(smsc, "joining", "sar", "name", "sar"), "Acme", LONG);
    send(links.bound(smsc, "joining", "payload", "name", "payload"), "Acme", LONG);
    List<Map<String, String>> seen =
        seen(
            4,
            SUBMIT,
            "smpp.sar_total_segments",
            "smpp.sar_segment_seqnum",
            "smpp.sar_msg_ref_num",
            "smpp.sm_length",
            "smpp.message_payload");
    assertThat(seen.subList(0, 3))
        .allMatch(packet -> "3".equals(packet.get("smpp.sar_total_segments")))
        .extracting(packet -> packet.get("smpp.sar_segment_seqnum"))
        .containsExactly("1", "2", "3");
    assertThat(seen.stream().limit(3).map(packet -> packet.get("smpp.sar_msg_ref_num")).distinct())
        .hasSize(1)
        .doesNotContain("");
    assertThat(seen.getLast()).containsEntry("smpp.sm_length", "0");
    assertThat(seen.getLast().getOrDefault("smpp.message_payload", "").replace(":", ""))
        .hasSize(2 * 310);
  }

  @Test
  void aReceiptIsAnsweredAndNothingIsMalformed() throws Exception {
    SmppCarrier carrier = links.bound(smsc);
    send(carrier, "Acme", "Hello");
    smsc.deliver(
        Delivery.receipt("id:id-0 sub:001 dlvrd:001 stat:DELIVRD err:000 text:")
            .with(0x001E, "id-0")
            .with(0x0427, new byte[] {2}));
    assertThat(
            seen(1, "smpp.command_id == 0x05", "smpp.receipted_message_id", "smpp.message_state"))
        .containsExactly(Map.of("smpp.receipted_message_id", "id-0", "smpp.message_state", "2"));
    assertThat(seen(1, "smpp.command_id == 0x80000005", "smpp.command_status"))
        .containsExactly(Map.of("smpp.command_status", "0x00000000"));
    carrier.close();
    assertThat(seen(1, "smpp.command_id == 0x06", "smpp.command_length")).hasSize(1);
    assertThat(wire.see("_ws.malformed || _ws.expert.severity == error", "frame.number")).isEmpty();
  }

  private static void send(SmppCarrier carrier, String sender, String text) {
    assertThat(
            carrier.send(
                SampleMessages.message(Channel.SMS, SampleMessages.NUMBER, sender, "", text)))
        .isInstanceOf(HandOver.Accepted.class);
  }

  /// Packets that it shall see; they reach the file a little later than the peer.
  private List<Map<String, String>> seen(int packets, String filter, String... fields)
      throws Exception {
    FakeSmsc.await(
        "the packets",
        () -> {
          try {
            return wire.see(filter, fields).size() >= packets;
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    List<Map<String, String>> seen = wire.see(filter, fields);
    assertThat(seen).hasSize(packets);
    return seen;
  }
}
