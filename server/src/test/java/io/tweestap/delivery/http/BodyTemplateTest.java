package io.tweestap.delivery.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tweestap.delivery.OutgoingMessage;
import io.tweestap.delivery.SampleMessages;
import io.tweestap.shared.Channel;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BodyTemplateTest {
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\\",
          "{to}",
          "}",
          "{",
          "$1",
          "\\u0022",
          "\n",
          "\0",
          "&",
          "=",
          "%22",
          "+",
          " ",
          "é",
          "😀",
          "\u2028",
          "</script>",
          ",\"x\":1",
          "a");

  @Test
  void noValueCanBecomeStructureInJson() {
    BodyTemplate template =
        BodyTemplate.of(
            HttpProperties.Format.JSON,
            "{\"m\":[{\"to\":\"{to_digits}\",\"n\":7,"
                + "\"t\":\"<{text}>\",\"s\":\"{from}{subject}\"}]}");
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      OutgoingMessage message = hostile(random);
      JsonNode sent = JsonMapper.shared().readTree(template.fill(message)).at("/m/0");
      assertThat(sent.size()).isEqualTo(4);
      assertThat(sent.get("to").asString()).isEqualTo("31612345678");
      assertThat(sent.get("n").isNumber()).isTrue();
      assertThat(sent.get("t").asString()).isEqualTo("<" + message.text() + ">");
      assertThat(sent.get("s").asString()).isEqualTo(message.sender() + message.subject());
    }
  }

  @Test
  void noValueCanBecomeStructureInAForm() {
    BodyTemplate template =
        BodyTemplate.of(HttpProperties.Format.FORM, "to={to}&text={text}&from={from}&kind=x");
    Random random = new Random(8);
    for (int round = 0; round < 2_000; round++) {
      OutgoingMessage message = hostile(random);
      List<String> values = new ArrayList<>();
      for (String pair : new String(template.fill(message), UTF_8).split("&")) {
        values.add(URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), UTF_8));
      }
      assertThat(values)
          .containsExactly(message.recipient(), message.text(), message.sender(), "x");
    }
  }

  private static OutgoingMessage hostile(Random random) {
    return SampleMessages.message(
        Channel.SMS, SampleMessages.NUMBER, text(random), text(random), text(random));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }
}
